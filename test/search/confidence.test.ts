import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Search } from "../../src/search/answer.ts";
import { judge, signalsOfConfidence, tellConfidence, tellTopicality } from "../../src/search/confidence.ts";
import { loadKnowledge } from "../../src/search/knowledge.ts";
import { loadRankingModel } from "../../src/search/model.ts";
import { type RetrievalParts, retrieve } from "../../src/search/retrieve.ts";
import { CONFIDENCE_SIGNALS, type ConfidenceSignals } from "../../src/search/signals.ts";
import { SEEDS } from "../support/corpus.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { indexFolder, searchFolder } from "../support/search.ts";

let search: Search;
beforeAll(async () => {
  search = await searchFolder(SEEDS);
});

async function confidenceIn(question: string): Promise<number> {
  return (await search.search(question)).confidence;
}

describe("confidence", () => {
  test("is higher for what the articles answer than for the same about what they never name", async () => {
    const pairs = [
      [
        "Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?",
        "Hà Nội đã thành lập mới bao nhiêu câu lạc bộ bóng đá?",
      ],
      [
        "Chỉ số sản xuất công nghiệp năm 2020 tăng bao nhiêu?",
        "Chỉ số chứng khoán Nikkei năm 2020 tăng bao nhiêu?",
      ],
      ["EVFTA", "NAFTA"],
      ["How many new industrial clusters did Hanoi establish?", "How many gold medals did Brazil win?"],
    ] as const;
    for (const [answered, other] of pairs) {
      expect(await confidenceIn(answered)).toBeGreaterThan(await confidenceIn(other));
    }
  });

  test("decides whether a question is answered: at or above its threshold", async () => {
    const { threshold } = loadRankingModel().answers;
    for (const question of ["EVFTA", "uỷ ban nhân dân Hoà Lạc", "doanh thu TMĐT", "và", "giá vàng", "😀"]) {
      const { confidence, outcome } = await search.search(question);
      expect([question, outcome === "answered"]).toEqual([question, confidence >= threshold]);
    }
  });

  test("tells what is on the topic and not answered from what is on no topic of the articles", async () => {
    const outcomeOf = async (question: string) => (await search.search(question)).outcome;
    for (const question of [
      "Giám đốc Ban quản lý các cụm công nghiệp Hà Nội sinh năm nào?",
      "Doanh thu thương mại điện tử của Hà Nội năm 2018 là bao nhiêu tỷ đồng?",
    ])
      expect([question, await outcomeOf(question)]).toEqual([question, "related"]);
    for (const question of ["cách muối dưa cải", "How do penguins sleep?", "đội nào vô địch giải bóng đá"])
      expect([question, await outcomeOf(question)]).toEqual([question, "not-found"]);
  });

  test("is that of the first quote where no other article says the same", async () => {
    const { confidence, quotes } = await search.search("EVFTA");
    expect(quotes[0]?.alsoIn).toEqual([]);
    expect(quotes[0]?.score).toBe(confidence);
  });
});

describe("signals of confidence", () => {
  let parts: RetrievalParts;
  beforeAll(async () => {
    const embedder = await loadBundledEmbedder();
    parts = { generation: await indexFolder(SEEDS), ...loadKnowledge(embedder) };
  });

  async function signalsFor(question: string): Promise<ConfidenceSignals> {
    const retrieved = await retrieve(parts, question);
    const [best] = retrieved.ranked;
    if (best === undefined) throw new Error(`Nothing was found for "${question}".`);
    return signalsOfConfidence(parts.generation, retrieved, best);
  }

  test("tell how much of a question no article has, unless it can be said otherwise", async () => {
    expect((await signalsFor("cụm công nghiệp")).unknownShare).toBe(0);
    // The articles write it out.
    expect((await signalsFor("CCN")).unknownShare).toBe(0);
    const { unknownShare } = await signalsFor("cụm công nghiệp Xyzzyqwert");
    expect(unknownShare).toBeGreaterThan(0);
    expect(unknownShare).toBeLessThan(1);
    expect((await signalsFor("Xyzzyqwert")).unknownShare).toBe(1);
  });

  test("tell places and years that only the question has", async () => {
    const own = await signalsFor("Năm 2020 Hà Nội xuất khẩu được bao nhiêu?");
    expect([own.missedPlaces, own.otherYear]).toEqual([0, 0]);
    expect((await signalsFor("Năm 2020 Quảng Ngãi xuất khẩu được bao nhiêu?")).missedPlaces).toBeGreaterThan(
      0,
    );
    expect((await signalsFor("Chỉ số sản xuất công nghiệp năm 2015 tăng bao nhiêu?")).otherYear).toBe(1);
    expect((await signalsFor("ông Ngô Xuân Bách nói gì về cụm công nghiệp")).missedNames).toBeGreaterThan(0);
  });

  test("tell whether the answering sentence holds what was asked for", async () => {
    const ai = await signalsFor("Ai là Chủ tịch UBND thành phố Hà Nội?");
    expect([ai.newName, ai.deputy]).toEqual([1, 1]);
    expect((await signalsFor("Ai là Phó Chủ tịch UBND thành phố Hà Nội?")).deputy).toBe(0);
    expect((await signalsFor("Who is the director of the Department of Industry and Trade?")).deputy).toBe(1);
    expect((await signalsFor("Khu công nghệ cao Hòa Lạc do công ty nào quản lý?")).newName).toBe(0);
    // It may name anybody to a question that asks for no name.
    expect((await signalsFor("Khu công nghệ cao Hòa Lạc thu hút gì?")).newName).toBe(1);
    expect((await signalsFor("43 cụm công nghiệp rộng bao nhiêu ha?")).quantity).toBe(1);
    expect((await signalsFor("Khu công nghệ cao Hòa Lạc cần bao nhiêu MW điện?")).quantity).toBe(0);
    expect((await signalsFor("Khu công nghệ cao Hòa Lạc")).quantity).toBe(1);
  });

  test("tell topics from questions, and what says much from what says little", async () => {
    const topic = await signalsFor("cụm công nghiệp");
    const question = await signalsFor("Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?");
    expect([topic.isTopic, question.isTopic]).toEqual([1, 0]);
    expect(question.questionMass).toBeGreaterThan(topic.questionMass);
  });
});

const signalsSchema = z.record(z.enum(CONFIDENCE_SIGNALS), z.number());

const model = loadRankingModel();

test("confidence is a share, and more for a passage that leads by more", () => {
  const even = signalsSchema.parse(Object.fromEntries(CONFIDENCE_SIGNALS.map((name) => [name, 0.5])));
  const shares = [-0.9, 0, 0.5, 0.9].map((margin) => tellConfidence(model, { ...even, margin }));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  for (const share of shares) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  }
});

test("an outcome is an answer, else related, else not found, as two probabilities say", () => {
  const none = signalsSchema.parse(Object.fromEntries(CONFIDENCE_SIGNALS.map((name) => [name, 0])));
  const told = (answers: number, topic: number) => ({
    ...model,
    answers: { ...model.answers, bias: answers },
    topic: { ...model.topic, bias: topic },
  });
  const [sure, near, far, offTopic] = [told(100, 100), told(-100, 100), told(-100, -100), told(100, -100)];
  expect([sure, near, far, offTopic].map((by) => judge(by, none))).toEqual([
    "answered",
    "related",
    "not-found",
    "not-found",
  ]);
  expect(judge(far, { ...none, names: 1 })).toBe("related");
  expect(tellTopicality(near, none)).toBeCloseTo(1);
  expect(tellTopicality(far, none)).toBeCloseTo(0);
});
