import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Knowledge } from "../search/knowledge.ts";
import { readGoldQuestions } from "./gold.ts";
import { type AskedCorpus, indexArticles } from "./own-index.ts";

/** Made-up articles, a folder for each group, and in its `questions.jsonl` and `conversations.jsonl` what is asked about them. */
export const PRACTICE_DIR = fileURLToPath(new URL("../../scripts/evaluation/practice/", import.meta.url));

/** Groups of articles as many as an operator may begin with: in all together, more than one would answer a question. */
export const PRACTICE_GROUPS = ["1", "2", "3", "4", "5", "6", "7", "8"] as const;

/** Indexes each group of practice articles, with the questions about them. */
export async function indexPractice(parts: Knowledge): Promise<AskedCorpus[]> {
  const corpora: AskedCorpus[] = [];
  for (const group of PRACTICE_GROUPS) {
    const [questions, conversations] = await Promise.all(
      ["questions.jsonl", "conversations.jsonl"].map((file) =>
        readGoldQuestions(join(PRACTICE_DIR, group, file)),
      ),
    );
    corpora.push({
      parts: await indexArticles(parts, join(PRACTICE_DIR, group, "articles")),
      questions: questions ?? [],
      conversations: conversations ?? [],
    });
  }
  return corpora;
}
