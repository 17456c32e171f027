import { describe, expect, test } from "vitest";
import { createOurs } from "../../scripts/benchmark/ours.ts";
import { benchmark } from "../../src/benchmark/benchmark-command.ts";
import { checkPeersInstalled, type PeerFigures } from "../../src/benchmark/peers/compare.ts";
import { measurePeer } from "../../src/benchmark/peers/measure-peer.ts";
import type { Peer, PeerName } from "../../src/benchmark/peers/peer.ts";
import { spanDecades, specifyPlot } from "../../src/benchmark/peers/plot-spec.ts";
import { explainPeers, renderPeers } from "../../src/benchmark/peers/render-peers.ts";
import { runCommand } from "../../src/cli/command-line.ts";
import { makeCorpus } from "../support/corpus.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { makeTerminal } from "../support/terminal.ts";

const toLines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

/** Four questions, of which the second and the fourth are reported. */
function makeBenchmark() {
  const topics = ["chợ", "điện", "thép", "vải"];
  const questions = topics.map((topic, at) => ({
    id: `q${at}`,
    text: `Giá ${topic}?`,
    positive_ids: [topic],
  }));
  return makeCorpus({
    "passages.jsonl": toLines(topics.map((topic) => ({ id: topic, title: "", text: `Giá ${topic} tăng.` }))),
    "queries.vi.jsonl": toLines(questions),
    "queries.en.jsonl": toLines(questions.map((question) => ({ ...question, text: "What price?" }))),
    "queries.vi.unanswerable.jsonl": toLines(questions),
  });
}

describe("a peer", () => {
  test("is asked the reported half as typed and, where that differs, without diacritics", async () => {
    const asked: string[] = [];
    const peer: Peer = {
      index: async (passages) => async (question) => {
        asked.push(question);
        return passages.filter(({ text }) => text.startsWith(question.replace("?", ""))).map(({ id }) => id);
      },
    };
    const measured = await measurePeer(peer, await makeBenchmark());
    expect(measured.passages).toBe(4);
    expect(measured.recall).toEqual([
      { set: "en", questions: 2, recallAt1: 0 },
      { set: "vi", questions: 2, recallAt1: 1 },
      { set: "vi, no diacritics", questions: 2, recallAt1: 0 },
    ]);
    // The other half warms up, so that nothing that is measured was asked before.
    const reported = ["What price?", "What price?", "Giá điện?", "Giá vải?", "Gia dien?", "Gia vai?"];
    expect(asked.slice(-6)).toEqual(reported);
    expect(asked.slice(0, -6)).toEqual([
      "What price?",
      "What price?",
      "Giá chợ?",
      "Giá thép?",
      "Gia cho?",
      "Gia thep?",
    ]);
  });
});

function makeFigures(name: PeerName, milliseconds: number, ...recalls: number[]): PeerFigures {
  return {
    name,
    passages: 4,
    recall: recalls.map((recallAt1, at) => ({ set: ["vi", "en"][at] ?? "", questions: 2, recallAt1 })),
    milliseconds: { median: milliseconds, p95: 2 * milliseconds },
    indexSeconds: 1,
    residentBytes: 200e6,
  };
}
const FIGURES = [
  makeFigures("ours", 4, 0.95, 0.8),
  makeFigures("minisearch", 0.2, 0.9, 0.85),
  makeFigures("cosine", 8, 0.7, 0.5),
];

describe("the comparison", () => {
  test("is a table with how many times ours each takes", () => {
    const [headings, ours, minisearch, cosine] = renderPeers(FIGURES).split("\n");
    expect(headings?.split(/ {2,}/)).toEqual([
      "recall@1",
      "vi",
      "en",
      "ms median",
      "ms p95",
      "index, s",
      "memory, MB",
    ]);
    expect(ours).toMatch(/^this bot +\.950 +\.800 +4\.00 \(1\.0x\) +8\.00 \(1\.0x\)/);
    expect(minisearch).toMatch(/^MiniSearch +\.900 +\.850 +0\.20 \(0\.05x\)/);
    expect(cosine).toMatch(/8\.00 \(2\.0x\) +16\.00 \(2\.0x\) +1\.00 \(1\.0x\) +200 \(1\.0x\)$/);
  });

  test("says where ours is ahead, where it is not, and why what is faster is faster", () => {
    const sentences = explainPeers(FIGURES);
    expect(sentences.slice(0, 2)).toEqual([
      "vi: ours is ahead of each.",
      "en: as good as ours or better: MiniSearch.",
    ]);
    expect(sentences[2]).toMatch(
      /^MiniSearch is faster, and as good or better in en: it only looks words up/,
    );
    expect(sentences).toHaveLength(3);
    expect(explainPeers([])).toEqual([]);
  });

  test("is a plot with a panel for each set of questions, over whole powers of ten", () => {
    const spec = specifyPlot(FIGURES, "Search");
    expect(spec).toMatchObject({
      title: { text: "Search" },
      marks: [{ title: { text: "vi (2 questions)" } }, {}],
    });
    expect(spanDecades([0.2, 8])).toEqual([0.1, 1, 10]);
    expect(spanDecades([1])).toEqual([1, 10]);
  });

  test("says what to install, and what to give", async () => {
    expect(() => checkPeersInstalled("/khong/co")).toThrow(
      "The systems to compare with are not installed; run once: npm ci --prefix scripts/benchmark",
    );
    const terminal = makeTerminal({ isTTY: false });
    const status = await runCommand((surroundings) => benchmark(["--peers"], surroundings), terminal);
    expect([status, terminal.stderr.text]).toEqual([
      1,
      "There is nothing to compare on; name a folder of passages and questions by --benchmark DIR.\n",
    ]);
  });
});

test("our own side of the comparison answers as the bot does", async () => {
  const find = await createOurs(await loadBundledEmbedder()).index([
    { id: "chợ", title: "", text: "Chợ đầu mối mới mở ở huyện Đông Anh." },
    { id: "điện", title: "", text: "Giá điện sinh hoạt được giữ nguyên đến hết năm." },
  ]);
  expect((await find("Giá điện thế nào?"))[0]).toBe("điện");
});
