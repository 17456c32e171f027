import type { Embedder } from "../embedding/embedder.ts";
import { scaleToUnit } from "../embedding/pooling.ts";
import type { Generation } from "../index/generation.ts";
import type { Quantity } from "../language/figures.ts";
import type { Lexicon } from "../language/lexicon.ts";
import type { NearWords } from "../language/near-words.ts";
import { normaliseText } from "../language/normalise.ts";
import type { Places } from "../language/places.ts";
import { findAskedQuantity } from "../language/quantity.ts";
import { asksItself, detectQuestionKinds, isTopic } from "../language/question-kind.ts";
import type { SyllableProbabilities } from "../language/restoration/restore.ts";
import { splitSyllables } from "../language/syllables.ts";
import { findAskedTime, findTimeInContext } from "../language/time.ts";
import type { AnsweredMemory } from "./answered-memory.ts";
import { findAskedNames } from "./asked-names.ts";
import { gatherCandidates } from "./candidates.ts";
import { boundContext, endsOfContext, readInContext, splitLines } from "./follow-up.ts";
import type { Answered, FollowUp } from "./follow-up-match.ts";
import type { RankingModel } from "./model.ts";
import type { OffTopic } from "./off-topic.ts";
import { parseTerms, type QuestionTerms } from "./question.ts";
import { type RankedPassage, rankPassages } from "./rank.ts";
import { embedByRarity } from "./rare-direction.ts";
import { readRestored } from "./restored-reading.ts";
import { sentenceText } from "./sentence-text.ts";
import type { ParsedQuestion } from "./sentences.ts";

/** Nobody asks more than this; longer texts are cut, so that no question can hold up the others. */
const LONGEST_QUESTION = 4096;

export interface RetrievalParts {
  readonly generation: Generation;
  readonly embedder: Embedder;
  readonly model: RankingModel;
  readonly lexicon: Lexicon;
  readonly nearWords: NearWords;
  readonly places: Places;
  readonly syllables: SyllableProbabilities;
  readonly offTopic: OffTopic;
  /** Of the questions before; without it each is looked for again. */
  readonly answeredMemory?: AnsweredMemory;
}

/** What retrieval makes of a question: how it was understood, and the passages, best first. */
export interface Retrieved {
  readonly parsed: ParsedQuestion;
  readonly ranked: readonly RankedPassage[];
}

export interface RetrieveOptions {
  /** Whether the last line of the context was asked and answered, as what a message says around its question was not. */
  readonly wasAnswered?: boolean;
  /** What was found for the question without its context, where that is known. */
  readonly alone?: Retrieved;
}

/**
 * Finds and ranks the passages for a question.
 * @param previous the questions before, a line each, as the context that it is read in; or something else to read it with
 */
export async function retrieve(
  parts: RetrievalParts,
  question: string,
  previous?: string,
  options: RetrieveOptions = {},
): Promise<Retrieved> {
  const retrieved = await findPassages(parts, question, previous, options);
  if (options.wasAnswered !== false)
    parts.answeredMemory?.keep(question, previous, locateFirst(retrieved.ranked));
  return retrieved;
}

async function findPassages(
  parts: RetrievalParts,
  question: string,
  previous: string | undefined,
  { wasAnswered = true, alone }: RetrieveOptions,
): Promise<Retrieved> {
  const { generation, embedder, model, places, offTopic } = parts;
  const own = normaliseText(question).replace(/\s+/g, " ").trim().slice(0, LONGEST_QUESTION);
  const context = previous !== undefined && wasAnswered ? endsOfContext(previous) : previous;
  const text = (context === undefined ? own : readInContext(own, normaliseText(context))).slice(
    -LONGEST_QUESTION,
  );
  const before = text.slice(0, text.length - own.length);
  const contextWords = splitSyllables(before).length;
  const { terms, restored, restoredSyllables } = readTerms(parts, text, contextWords);
  // A follow-up also counts alone, or what it asks anew would drown in what was asked before.
  const ownReading = contextWords > 0 ? own : null;
  const inContext = [text, terms.rewritten, restored].filter((reading) => reading !== null);
  const readings = ownReading === null ? inContext : [...inContext, ownReading];
  const vectors = await embedReadings(embedder, readings);
  const vector = directionOf(vectors);
  // `How much in total?` is asked of everything: off the topic is what is so with its context.
  const vectorInContext = ownReading === null ? vector : directionOf(vectors.slice(0, inContext.length));
  const rareVector = await embedByRarity(embedder, terms.emphases, restoredSyllables);
  // `Why?` after `how many?` asks for a reason and for no number.
  const asksAnew = asksItself(own);
  const kinds = detectQuestionKinds(asksAnew ? own : text);
  const words = splitSyllables(text);
  const parsed: ParsedQuestion = {
    terms,
    words,
    vector,
    rareVector,
    offTopicCosine: await offTopic.nearest(vectorInContext),
    kinds,
    quantity: findQuantity(own, [restoredSyllables ?? words, words], contextWords, asksAnew),
    isTopic: isTopic(text, kinds),
    time: contextWords > 0 ? findTimeInContext(own, before) : findAskedTime(own),
    askedNames: findAskedNames(generation.lexical, places, own),
    followUp:
      previous === undefined || ownReading === null || terms.mass === 0
        ? null
        : await readFollowUp(parts, own, previous, {
            terms: alone?.parsed.terms ?? readTerms(parts, own).terms,
            vector: vectors.at(-1) ?? vector,
            answered: wasAnswered ? await findAnswered(parts, previous) : null,
          }),
  };
  // Without a word there is nothing to look for, and every passage would be as near as any other.
  if (terms.mass === 0) return { parsed, ranked: [] };
  const { lexical } = generation;
  const queries = readings.map((reading) => lexical.analyse(reading));
  const candidates = gatherCandidates(generation, queries, vector);
  const scores = lexical.scorePassages(queries, candidates);
  return { parsed, ranked: rankPassages(generation, model, candidates, scores, parsed) };
}

/** Reads a follow-up right after the question before, and right after what answered that. */
async function readFollowUp(
  { generation, embedder }: RetrievalParts,
  own: string,
  previous: string,
  known: Pick<FollowUp, "terms" | "vector" | "answered">,
): Promise<FollowUp> {
  const { answered } = known;
  const last = splitLines(previous).at(-1) ?? "";
  const embedAfter = (before: string) => embedder.embedQuestion(readInContext(own, before));
  return {
    ...known,
    vectorAfterQuestion: await embedAfter(normaliseText(last)),
    vectorAfterAnswer: answered
      ? await embedAfter(sentenceText(generation, answered.passage, answered.sentence))
      : known.vector,
  };
}

/** What is found first for the last of several questions, a line each, read with those above it; `null` where nothing is. */
async function findAnswered(parts: RetrievalParts, asked: string): Promise<Answered | null> {
  const lines = boundContext(splitLines(asked));
  const last = lines.pop() ?? "";
  const before = lines.length > 0 ? lines.join("\n") : undefined;
  const known = parts.answeredMemory?.find(last, before);
  return known === undefined ? locateFirst((await retrieve(parts, last, before)).ranked) : known;
}

function locateFirst([first]: readonly RankedPassage[]): Answered | null {
  return first ? { passage: first.passage, sentence: first.answer.sentence } : null;
}

/** A question in the terms of the articles. */
export interface ReadTerms {
  readonly terms: QuestionTerms;
  /** With the diacritics that it probably lacks; `null` where there are none to add. */
  readonly restored: string | null;
  readonly restoredSyllables: readonly string[] | null;
}

/**
 * Reads a question as typed and with the diacritics that it probably lacks.
 * @param contextWords how many words at the beginning are the question before
 */
export function readTerms(
  { generation, lexicon, nearWords, syllables }: RetrievalParts,
  text: string,
  contextWords = 0,
): ReadTerms {
  const { lexical } = generation;
  const restored = readRestored(lexical, syllables, text);
  const restoredSyllables = restored === null ? null : splitSyllables(restored);
  const terms = parseTerms(lexical, lexicon, nearWords, syllables, text, contextWords, restoredSyllables);
  return { terms, restored, restoredSyllables };
}

/**
 * The quantity that a question wants told; one that asks nothing itself, as `còn năm 2019?`, asks for what its context did.
 * @param readings its words after those of its context: with the diacritics that they probably lack, and as typed, for `ha`
 * lacks none
 */
function findQuantity(
  own: string,
  readings: ReadonlyArray<readonly string[]>,
  contextWords: number,
  asksItself: boolean,
): Quantity | null {
  const find = (question: string, from: number, end?: number) =>
    readings.reduce<Quantity | null>(
      (found, words) => found ?? findAskedQuantity(question, words.slice(from, end)),
      null,
    );
  const asked = find(own, contextWords);
  if (asked !== null || contextWords === 0 || asksItself) return asked;
  return find("", 0, contextWords);
}

/** What was typed counts more than what it is guessed to mean. */
const TYPED_WEIGHT = 1.5;

/** The vector of each reading, in their order. */
async function embedReadings(embedder: Embedder, readings: readonly string[]): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (const reading of readings) vectors.push(await embedder.embedQuestion(reading));
  return vectors;
}

/**
 * The direction in the middle of the vectors of readings, of which the first is the typed one: a unit vector, or the zero
 * vector when none has a direction.
 */
function directionOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const [at, vector] of vectors.entries()) {
    const weight = at === 0 ? TYPED_WEIGHT : 1;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0);
  }
  return scaleToUnit(sum);
}
