import type { Embedder } from "../embedding/embedder.ts";
import type { Generation } from "../index/generation.ts";
import { type LexicalScores, STREAMS, type Stream } from "../index/lexical/lexical-index.ts";
import type { Lexicon } from "../language/lexicon.ts";
import { normaliseText } from "../language/normalise.ts";
import { detectQuestionKinds } from "../language/question-kind.ts";
import { gatherCandidates } from "./candidates.ts";
import type { RankingModel } from "./model.ts";
import { parseTerms } from "./question.ts";
import { type RankedPassage, rankPassages } from "./rank.ts";
import type { ParsedQuestion } from "./sentences.ts";

/** Nobody asks more than this; longer texts are cut, so that no question can hold up the others. */
const LONGEST_QUESTION = 4096;

export interface RetrievalParts {
  readonly generation: Generation;
  readonly embedder: Embedder;
  readonly model: RankingModel;
  readonly lexicon: Lexicon;
}

/** What retrieval makes of a question: how it was understood, and the passages, best first. */
export interface Retrieved {
  readonly parsed: ParsedQuestion;
  readonly ranked: readonly RankedPassage[];
}

/** Finds and ranks the passages for a question. */
export async function retrieve(parts: RetrievalParts, question: string): Promise<Retrieved> {
  const { generation, embedder, model, lexicon } = parts;
  const text = normaliseText(question).slice(0, LONGEST_QUESTION);
  const terms = parseTerms(generation.lexical, lexicon, text);
  const vector = await embedReadings(embedder, text, terms.rewritten);
  const parsed: ParsedQuestion = { terms, vector, kinds: detectQuestionKinds(text) };
  // Without a word there is nothing to look for, and every passage would be as near as any other.
  if (terms.mass === 0) return { parsed, ranked: [] };
  const scores = scoreReadings(generation, text, terms.rewritten);
  const candidates = gatherCandidates(generation, scores, vector);
  return { parsed, ranked: rankPassages(generation, model, candidates, scores, parsed) };
}

/** The direction between the question as typed and as rewritten. */
async function embedReadings(embedder: Embedder, typed: string, rewritten: string | null): Promise<Float32Array> {
  const vector = await embedder.embedQuestion(typed);
  if (rewritten === null) return vector;
  const other = await embedder.embedQuestion(rewritten);
  const sum = vector.map((value, at) => value + (other[at] ?? 0));
  const norm = Math.hypot(...sum);
  return norm > 0 ? sum.map((value) => value / norm) : sum;
}

/** In each stream the better of the two readings, passage by passage. */
function scoreReadings(generation: Generation, typed: string, rewritten: string | null): LexicalScores {
  const { lexical } = generation;
  const scores = lexical.score(lexical.analyse(typed));
  if (rewritten === null) return scores;
  const others = lexical.score(lexical.analyse(rewritten));
  const better = (stream: Stream) =>
    scores[stream].map((score, passage) => Math.max(score, others[stream][passage] ?? 0));
  const [plain, plainPairs, folded, foldedPairs] = STREAMS.map(better);
  if (!plain || !plainPairs || !folded || !foldedPairs) throw new RangeError("A stream has no scores.");
  return { plain, plainPairs, folded, foldedPairs };
}
