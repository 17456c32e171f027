import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Search } from "../../src/search/answer.ts";
import { tellConfidence } from "../../src/search/confidence.ts";
import { CONFIDENCE_SIGNALS, loadRankingModel } from "../../src/search/model.ts";
import { SEEDS } from "../support/corpus.ts";
import { searchFolder } from "../support/search.ts";

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

  test("decides the outcome: above one threshold answered, above another related", async () => {
    const { answered, related } = loadRankingModel().confidence;
    for (const question of ["EVFTA", "uỷ ban nhân dân Hoà Lạc", "doanh thu TMĐT", "và", "giá vàng", "😀"]) {
      const { confidence, outcome } = await search.search(question);
      const expected = confidence >= answered ? "answered" : confidence >= related ? "related" : "not-found";
      expect([question, outcome]).toEqual([question, expected]);
    }
  });

  test("is that of the first quote where no other article says the same", async () => {
    const { confidence, quotes } = await search.search("EVFTA");
    expect(quotes[0]?.alsoIn).toEqual([]);
    expect(quotes[0]?.score).toBe(confidence);
  });
});

const signalsSchema = z.record(z.enum(CONFIDENCE_SIGNALS), z.number());

test("confidence is a share, and more for a passage that leads by more", () => {
  const model = loadRankingModel();
  const even = signalsSchema.parse(Object.fromEntries(CONFIDENCE_SIGNALS.map((name) => [name, 0.5])));
  const shares = [-0.9, 0, 0.5, 0.9].map((margin) => tellConfidence(model, { ...even, margin }));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  for (const share of shares) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  }
});
