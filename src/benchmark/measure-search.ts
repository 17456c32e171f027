import type { Embedder } from "../embedding/embedder.ts";
import type { Generation } from "../index/generation.ts";
import { FROM_DENSE, FROM_LEXICAL, gatherCandidates } from "../search/candidates.ts";
import { createSearch } from "../search/create-search.ts";
import { loadKnowledge } from "../search/knowledge.ts";
import { retrieve } from "../search/retrieve.ts";
import { measureCosines } from "../search/sentence-cosines.ts";
import { rankSentences } from "../search/sentences.ts";
import { summarise, type Timing, timeEach } from "./statistics.ts";

/** The parts of an answer, each alone, and the whole. */
export const SEARCH_STAGES = [
  "embed a question",
  "embed a passage",
  "dense",
  "lexical",
  "candidates",
  "answering sentences",
  "retrieve",
  "search",
  "search after another question",
] as const;
export type SearchStage = (typeof SEARCH_STAGES)[number];

/**
 * Measures each stage over the same questions, none answered from a memory of earlier ones; but of a question after another
 * one it is known what that was answered with, as it is in a conversation.
 */
export async function measureSearch(
  generation: Generation,
  embedder: Embedder,
  questions: readonly string[],
): Promise<Record<SearchStage, Timing>> {
  const parts = { generation, ...loadKnowledge(embedder) };
  const { lexical, dense } = generation;
  const texts = generation.articles.slice(0, questions.length).map(({ text }) => text.slice(0, 500));
  const prepared: Prepared[] = [];
  for (const question of questions) {
    const { parsed, ranked } = await retrieve(parts, question);
    const query = lexical.analyse(question);
    prepared.push({ parsed, passages: ranked.map(({ passage }) => passage), query });
  }
  const search = createSearch(parts);
  const time = async <T>(inputs: readonly T[], work: (input: T) => unknown) =>
    summarise(await timeEach(inputs, work));
  return {
    "embed a question": await time(questions, (question) => embedder.embedQuestion(question)),
    "embed a passage": await time(texts, (text) => embedder.embedPassages([text])),
    dense: await time(prepared, ({ parsed }) => dense.search(parsed.vector, FROM_DENSE)),
    lexical: await time(questions, (question) => lexical.findBest([lexical.analyse(question)], FROM_LEXICAL)),
    candidates: await time(prepared, ({ parsed, query }) =>
      lexical.scorePassages([query], gatherCandidates(generation, [query], parsed.vector)),
    ),
    "answering sentences": await time(prepared, ({ parsed, passages }) => {
      const cosines = measureCosines(generation, passages, parsed);
      return passages.map((passage, at) =>
        rankSentences(generation, parts.model, passage, parsed, cosines[at]),
      );
    }),
    retrieve: await time(questions, (question) => retrieve(parts, question)),
    search: await time(questions, (question) => search.search(question)),
    // Searched twice, alone and with the one before: which of both counts is told by what is found.
    "search after another question": await time([...questions.keys()], (at) =>
      search.search(questions[at] ?? "", { previousQuestion: questions.at(at - 1) ?? "" }),
    ),
  };
}

interface Prepared {
  readonly parsed: Awaited<ReturnType<typeof retrieve>>["parsed"];
  readonly passages: readonly number[];
  readonly query: ReturnType<Generation["lexical"]["analyse"]>;
}
