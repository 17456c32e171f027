import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Knowledge } from "../search/knowledge.ts";
import { readGoldQuestions } from "./gold.ts";
import { type LongConversation, readLongConversations } from "./long-conversations.ts";
import { type AskedCorpus, indexArticles } from "./own-index.ts";

/** Made-up articles, a folder for each group, and in its `.jsonl` files what is asked about them. */
export const PRACTICE_DIR = fileURLToPath(new URL("../../scripts/evaluation/practice/", import.meta.url));

/** Groups of articles as many as an operator may begin with: in all together, more than one would answer a question. */
export const PRACTICE_GROUPS = ["1", "2", "3", "4", "5", "6", "7", "8"] as const;

export interface PracticeCorpus extends AskedCorpus {
  readonly longConversations: readonly LongConversation[];
}

/** Indexes each group of practice articles, with the questions about them. */
export async function indexPractice(parts: Knowledge): Promise<PracticeCorpus[]> {
  const corpora: PracticeCorpus[] = [];
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
      longConversations: await readLongConversations(join(PRACTICE_DIR, group)),
    });
  }
  return corpora;
}
