import { beforeAll, describe, expect, test } from "vitest";
import type { Benchmark } from "../../src/evaluation/benchmark.ts";
import { collectConfidence, confidenceRowSchema } from "../../src/evaluation/collect-confidence.ts";
import {
  type Conversation,
  collectContext,
  contextRowSchema,
  fitContext,
} from "../../src/evaluation/collect-context.ts";
import { collectExamples, collectGoldExamples } from "../../src/evaluation/collect-examples.ts";
import type { Frame } from "../../src/evaluation/frames.ts";
import type { GoldQuestion } from "../../src/evaluation/gold.ts";
import { indexBenchmark } from "../../src/evaluation/memory-generation.ts";
import { TYPINGS } from "../../src/evaluation/typing.ts";
import { loadLexicon } from "../../src/language/load-lexicon.ts";
import { loadNearWords } from "../../src/language/near-words.ts";
import { loadPlaces } from "../../src/language/places.ts";
import { loadSyllableModel } from "../../src/language/restoration/syllable-model.ts";
import { loadRankingModel } from "../../src/search/model.ts";
import { loadOffTopic } from "../../src/search/off-topic.ts";
import type { RetrievalParts } from "../../src/search/retrieve.ts";
import {
  CONTEXT_SIGNALS,
  FOLLOW_UP_PASSAGE_SIGNALS,
  FOLLOW_UP_SENTENCE_SIGNALS,
} from "../../src/search/signals.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";

const PASSAGES = [
  { id: "cum", title: "", text: "Thành phố có 43 cụm công nghiệp. Các cụm rộng 753,3 ha." },
  { id: "cho", title: "", text: "Chợ đầu mối ở Đông Anh. Chợ mở cửa năm 2022." },
  { id: "dien", title: "", text: "Giá điện sinh hoạt được giữ nguyên." },
];
/** Every second one is for tuning. */
const BENCHMARK: Benchmark = {
  passages: PASSAGES,
  queries: new Map([
    [
      "vi",
      [
        { id: "1", text: "Có bao nhiêu cụm công nghiệp?", positive_ids: ["cum"], answer: "43 cụm" },
        { id: "2", text: "Câu hỏi của nửa kia?", positive_ids: ["dien"] },
        { id: "3", text: "Chợ đầu mối ở đâu?", positive_ids: ["cho"], answer: "Đông Anh" },
      ],
    ],
    ["headlines", [{ id: "4", text: "gia dien giu nguyen", positive_ids: ["dien"] }]],
    ["vi.unanswerable", [{ id: "5", text: "Cụm nào lớn nhất?", positive_ids: ["cum"] }]],
  ]),
};

function goldOf(overrides: Partial<GoldQuestion>): GoldQuestion {
  return {
    id: "g",
    kind: "as-typed",
    half: "tuning",
    text: "Có bao nhiêu cụm công nghiệp?",
    context: null,
    standsAlone: false,
    expected: ["43 cụm"],
    files: [],
    ...overrides,
  };
}

let parts: RetrievalParts;
beforeAll(async () => {
  const embedder = await loadBundledEmbedder();
  parts = {
    embedder,
    generation: await indexBenchmark(PASSAGES, embedder),
    model: loadRankingModel(),
    lexicon: loadLexicon(),
    nearWords: loadNearWords(),
    syllables: loadSyllableModel(),
    places: loadPlaces(),
    offTopic: loadOffTopic(embedder),
  };
});

describe("collectExamples", () => {
  test("asks the tuning half, Vietnamese questions in every way of typing, and leaves out the unanswerable", async () => {
    const { passages, sentences } = await collectExamples(parts, BENCHMARK);
    expect(passages).toHaveLength(2 * TYPINGS.length + 1);
    expect(sentences).toHaveLength(2 * TYPINGS.length);
    for (const { candidates, right } of passages) {
      expect(right).toHaveLength(1);
      expect(candidates.every(({ length }) => length === FOLLOW_UP_PASSAGE_SIGNALS.length)).toBe(true);
      expect(candidates.every((signals) => signals.every(Number.isFinite))).toBe(true);
    }
    for (const { candidates, right } of sentences) {
      expect(candidates).toHaveLength(2);
      expect(right).toEqual([0]);
      expect(candidates.every(({ length }) => length === FOLLOW_UP_SENTENCE_SIGNALS.length)).toBe(true);
    }
  });
});

test("collectGoldExamples takes questions of the tuning half that the articles answer", async () => {
  const questions = [
    goldOf({}),
    goldOf({ half: "reporting" }),
    goldOf({ kind: "off-topic", text: "Giá vàng?", expected: [] }),
    goldOf({ kind: "paraphrase", text: "Cả thảy mấy khu xưởng?" }),
    goldOf({
      kind: "follow-up",
      text: "còn diện tích?",
      context: "Có bao nhiêu cụm?",
      expected: ["753,3 ha"],
    }),
  ];
  const weights = { question: 3, paraphrase: 0.5, sentence: 0.2 };
  const { passages, sentences } = await collectGoldExamples({ parts, questions }, weights);
  expect(passages.map(({ weight }) => weight)).toEqual([3, 0.5, 3]);
  for (const { right } of passages) expect(right).toHaveLength(1);
  expect(sentences.map(({ weight }) => weight)).toEqual([0.2, 0.2, 0.2]);
  for (const { right } of sentences) expect(right).toHaveLength(1);
});

describe("collectConfidence", () => {
  test("notes whether the first passage is right, and that nothing is where nothing can answer", async () => {
    const gold = [
      goldOf({}),
      goldOf({ kind: "near-miss", text: "Cụm công nghiệp có bao nhiêu lao động?", expected: [] }),
      goldOf({ half: "reporting" }),
      goldOf({ text: "😀" }),
    ];
    const rows = await collectConfidence(
      parts,
      gold,
      [{ text: "Giá vàng?" }],
      [{ name: "small", benchmark: BENCHMARK, parts }],
    );
    const bySource = (source: string) =>
      rows.filter((row) => row.source === source).map(({ answers }) => answers);
    expect(bySource("gold/as-typed")).toEqual([true]);
    expect(bySource("gold/near-miss")).toEqual([false]);
    expect(bySource("small/vi")).toEqual([true, true]);
    expect(bySource("small/vi.unanswerable")).toEqual([false]);
    expect(bySource("small/vi over gold")).toEqual([false]);
    expect(bySource("strangers")).toEqual([false]);
    expect(bySource("gold/as-typed without")).toEqual([false]);
    expect(bySource("small/vi without")).toEqual([false, false]);
    for (const { source, onTopic } of rows)
      expect([source, onTopic]).toEqual([source, !source.includes(" over ") && source !== "strangers"]);
    const [asked, without] = rows;
    expect(without?.question).toBe(asked?.question);
    expect(without?.signals).not.toEqual(asked?.signals);
    expect(rows.filter(({ source }) => source.startsWith("small/headlines"))).toEqual([]);
    for (const row of rows) expect(confidenceRowSchema.parse(row)).toEqual(row);
  });

  test("asks where another benchmark's articles cannot answer", async () => {
    const strangers = { passages: PASSAGES.slice(2), queries: new Map() };
    const other = { name: "other", benchmark: strangers, parts };
    const rows = await collectConfidence(
      parts,
      [],
      [],
      [{ name: "small", benchmark: BENCHMARK, parts }, other],
    );
    expect(
      rows.filter(({ source }) => source === "small/vi over other").map(({ answers }) => answers),
    ).toEqual([false]);
  });
});

describe("collectConfidence with what was made up", () => {
  test("asks its tuning half over it, and of each stranger's message that one of its corpora answers none", async () => {
    const stories = [{ parts, questions: [goldOf({ kind: "paraphrase" }), goldOf({ half: "reporting" })] }];
    const practice = [
      { parts, questions: [goldOf({})] },
      { parts, questions: [goldOf({ kind: "near-miss", text: "Cụm nào lớn nhất?", expected: [] })] },
    ];
    const madeUp = { stories, practice };
    const rows = await collectConfidence(parts, [], [{ text: "Giá vàng?" }], [], madeUp);
    expect(rows.map(({ source, answers, onTopic }) => [source, answers, onTopic])).toEqual([
      ["stories/paraphrase", true, true],
      ["stories/paraphrase without", false, true],
      ["practice/as-typed", true, true],
      ["practice/as-typed without", false, true],
      ["practice/near-miss", false, true],
      ["strangers", false, false],
      ["strangers over stories", false, false],
      ["strangers over practice", false, false],
    ]);
  });
});

describe("collectContext", () => {
  test("notes what needs the question before it, of the tuning half and of conversations", async () => {
    const questions = [
      goldOf({ id: "a" }),
      goldOf({ id: "b", text: "Chợ đầu mối ở đâu?", expected: ["Đông Anh"] }),
      goldOf({ kind: "follow-up", text: "còn diện tích?", context: "Có bao nhiêu cụm?" }),
      goldOf({
        kind: "follow-up",
        text: "Giá điện thế nào?",
        context: "Có bao nhiêu cụm?",
        standsAlone: true,
      }),
      goldOf({ half: "reporting", text: "còn chợ?", context: "Có bao nhiêu cụm?" }),
    ];
    const conversations: Conversation[] = [
      { context: "Có bao nhiêu cụm?", text: "rộng bao nhiêu?", sort: "follow-up" },
      { context: "Có bao nhiêu cụm?", text: "chợ đầu mối", sort: "alone" },
      { context: "Có bao nhiêu cụm?", text: "giỏi thế", sort: "other" },
    ];
    const frames: Frame[] = [
      { half: "tuning", language: "vi", bare: false, before: "Ad ơi, ", after: " ạ?" },
    ];
    const sources = { conversations, strangers: [{ text: "trời mưa không" }], frames };
    const rows = await collectContext({ parts, questions }, sources);
    expect(rows.map(({ needsContext }) => needsContext)).toEqual([
      // After the other question, and after the conversation that one was in.
      ...[false, false],
      ...[false, false],
      // What was written as a conversation, as it is and in a frame, and what no article answers.
      ...[true, true, false, false],
      false,
      ...[true, true, false, false, false, false],
    ]);
    expect(rows.map(({ question }) => question)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 6, 7, 7, 8, 8]);
    // Complete questions are answered right either way; what was written without an answer counts whole.
    const weights = rows.map(({ weight }) => weight);
    expect(weights.slice(0, 2)).toEqual([0.2, 0.2]);
    expect(weights.slice(8)).toEqual([1, 4, 2, 4, 2, 4, 2]);
    for (const row of rows) expect(contextRowSchema.parse(row)).toEqual(row);
    const later = await collectContext({ parts, questions: [] }, { ...sources, strangers: [] }, 8);
    expect(later.map(({ question }) => question)).toEqual([9, 9, 10, 10, 11, 11]);
  });
});

test("fitContext learns what tells follow-ups, and a threshold between them and the rest", () => {
  const rowOf = (at: number) => {
    const needsContext = at % 2 === 0;
    const signals = CONTEXT_SIGNALS.map((name) => (name === "pointsBack" && needsContext ? 1 : 0));
    return { question: at, needsContext, weight: 4, signals };
  };
  const { bias, weights, threshold } = fitContext(Array.from({ length: 80 }, (_, at) => rowOf(at)));
  const toldOf = (points: number) => 1 / (1 + Math.exp(-(bias + points * (weights.pointsBack ?? 0))));
  expect(toldOf(1)).toBeGreaterThan(threshold);
  expect(toldOf(0)).toBeLessThan(threshold);
});
