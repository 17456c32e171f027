import { expect, test } from "vitest";
import { leaveOut } from "../../src/evaluation/ablation.ts";
import { loadKnowledge } from "../../src/search/knowledge.ts";
import { retrieve } from "../../src/search/retrieve.ts";
import { SEEDS } from "../support/corpus.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { indexFolder } from "../support/search.ts";

test("without what is known of follow-ups, they are ranked as any other question, and others as before", async () => {
  const knowledge = loadKnowledge(await loadBundledEmbedder());
  const generation = await indexFolder(SEEDS);
  const whole = { generation, ...knowledge };
  const without = { generation, ...leaveOut(knowledge, "follow-up") };
  const scoresOf = async (parts: typeof whole, question: string, previous?: string) =>
    (await retrieve(parts, question, previous)).ranked.map(({ passage, score }) => [passage, score]);
  const asked = "Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?";
  expect(await scoresOf(without, asked)).toEqual(await scoresOf(whole, asked));
  expect(await scoresOf(without, "còn tổng diện tích?", asked)).not.toEqual(
    await scoresOf(whole, "còn tổng diện tích?", asked),
  );
  const { passage, sentence, followUp } = without.model;
  expect(followUp.passage).toMatchObject(passage);
  expect(followUp.sentence).toMatchObject(sentence);
  expect([followUp.passage.ownTerms, followUp.passage.repeatsAnswer, followUp.sentence.ownCosine]).toEqual([
    0, 0, 0,
  ]);
});
