import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readBenchmark, readJsonLines } from "../../src/evaluation/benchmark.ts";
import { makeCorpus } from "../support/corpus.ts";

function toLines(...rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

const PASSAGE = { id: "p1", title: "Tên", text: "Có 43 cụm công nghiệp." };
const QUERY = { id: "q1", text: "Bao nhiêu cụm?", positive_ids: ["p1"] };

describe("readBenchmark", () => {
  test("reads passages, and questions by their kind", async () => {
    const folder = await makeCorpus({
      "passages.jsonl": toLines(PASSAGE, { id: "p2", text: "Khác." }),
      "queries.vi.jsonl": toLines(QUERY, { ...QUERY, id: "q2", answer: "43" }),
      "queries.vi.unanswerable.jsonl": toLines(QUERY),
      "queries.en.jsonl": "",
      "README.md": "# not data",
      "queries.jsonl": "not read",
    });
    const benchmark = await readBenchmark(folder);
    expect(benchmark.passages).toEqual([PASSAGE, { id: "p2", title: "", text: "Khác." }]);
    expect([...benchmark.queries.keys()]).toEqual(["en", "vi", "vi.unanswerable"]);
    expect(benchmark.queries.get("vi")).toEqual([QUERY, { ...QUERY, id: "q2", answer: "43" }]);
    expect(benchmark.queries.get("en")).toEqual([]);
  });

  test("takes the Vietnamese passages where there are several files, else the first, or the one that is named", async () => {
    const passages = (language: string) => toLines({ ...PASSAGE, id: language });
    const folder = await makeCorpus({
      "passages.en.jsonl": passages("en"),
      "passages.vi.jsonl": passages("vi"),
      "passages.zh.jsonl": passages("zh"),
    });
    expect((await readBenchmark(folder)).passages[0]?.id).toBe("vi");
    expect((await readBenchmark(folder, "passages.zh.jsonl")).passages[0]?.id).toBe("zh");
    const foreign = await makeCorpus({
      "passages.fr.jsonl": passages("fr"),
      "passages.de.jsonl": passages("de"),
    });
    expect((await readBenchmark(foreign)).passages[0]?.id).toBe("de");
  });

  test("takes Windows line ends and empty lines", async () => {
    const folder = await makeCorpus({ "passages.jsonl": `\r\n${JSON.stringify(PASSAGE)}\r\n\r\n` });
    expect((await readBenchmark(folder)).passages).toEqual([PASSAGE]);
  });

  test("says that a folder is missing or holds no passages", async () => {
    await expect(readBenchmark("/khong/co")).rejects.toThrow(
      'The benchmark folder "/khong/co" cannot be read; name an existing one.',
    );
    const folder = await makeCorpus({ "queries.vi.jsonl": toLines(QUERY) });
    await expect(readBenchmark(folder)).rejects.toThrow(`"${folder}" has no passages*.jsonl`);
  });

  test.each([
    ["lacks a field", toLines(PASSAGE, { id: "p2" }), /passages\.jsonl, line 2: text: /],
    ["is no JSON", `${toLines(PASSAGE)}\n{"id": `, /passages\.jsonl, line 3: /],
    ["is empty", toLines(PASSAGE, { ...PASSAGE, text: " \n" }), /passages\.jsonl, line 2: text: it is empty/],
    ["is no object", "5\n", /passages\.jsonl, line 1: /],
  ])("names the line that %s", async (_, content, message) => {
    const folder = await makeCorpus({ "passages.jsonl": content });
    await expect(readBenchmark(folder)).rejects.toThrow(message);
  });

  test("names the question without a right passage", async () => {
    const folder = await makeCorpus({
      "passages.jsonl": toLines(PASSAGE),
      "queries.vi.jsonl": toLines(QUERY, { ...QUERY, positive_ids: [] }),
    });
    await expect(readBenchmark(folder)).rejects.toThrow(/queries\.vi\.jsonl, line 2: positive_ids: /);
  });

  test("names a file of passages that is not there", async () => {
    const folder = await makeCorpus({ "passages.jsonl": toLines(PASSAGE) });
    await expect(readBenchmark(folder, "passages.xx.jsonl")).rejects.toThrow(
      /passages\.xx\.jsonl" cannot be read/,
    );
  });
});

test("readJsonLines gives what the schema makes of each line", async () => {
  const folder = await makeCorpus({ "a.jsonl": '{"n":"1"}\n{"n":"2"}' });
  const schema = z.object({ n: z.string() }).transform(({ n }) => Number(n));
  expect(await readJsonLines(join(folder, "a.jsonl"), schema)).toEqual([1, 2]);
});
