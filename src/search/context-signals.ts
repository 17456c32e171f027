import { foldDiacritics } from "../language/fold.ts";
import { normaliseText } from "../language/normalise.ts";
import { hasSyllableShape } from "../language/syllable-shape.ts";
import { splitSyllables } from "../language/syllables.ts";
import { signalsOfConfidence, tellConfidence, tellTopicality } from "./confidence.ts";
import { endsOfContext, findFollowUpClues, listContentWords } from "./follow-up.ts";
import { meetTerms } from "./meet-terms.ts";
import type { Message } from "./message.ts";
import { toProbability } from "./model.ts";
import type { QuestionTerms } from "./question.ts";
import { type RetrievalParts, type Retrieved, readTerms } from "./retrieve.ts";
import type { ContextSignals } from "./signals.ts";

/** A question as it is understood without the one before, and with it. */
export interface BothReadings {
  readonly alone: Retrieved;
  readonly inContext: Retrieved;
  /** The questions before, a line each. */
  readonly previous: string;
}

/** Words beyond these make a question no more sure to stand alone. */
const MANY_WORDS = 10;
const FEW_WORDS = 2;

/** What tells whether a question needs the one before it. */
export function signalsOfContext(
  parts: RetrievalParts,
  { question, addresses }: Pick<Message, "question" | "addresses">,
  { alone, inContext, previous: context }: BothReadings,
): ContextSignals {
  const previous = endsOfContext(context);
  const clues = findFollowUpClues(normaliseText(question));
  const [found, foundInContext] = [describe(parts, alone), describe(parts, inContext)];
  const own = alone.parsed.terms;
  const gain = foundInContext.answers - found.answers;
  const met = shareMetBy(parts, own, alone);
  const metInContext = shareMetBy(parts, own, inContext);
  const before = readTerms(parts, previous).terms;
  const metBefore = shareMetBy(parts, before, inContext);
  const words = Math.min(clues.contentWords, MANY_WORDS) / MANY_WORDS;
  const pointsBack = clues.pointsBack || clues.endsPointing;
  const hasClue = clues.leans || pointsBack || clues.asksMore || clues.asksFirst;
  // Among many words small ones as `còn` and `nữa` are by chance.
  const clue = 1 - words;
  return {
    words,
    fewWords: clues.contentWords <= FEW_WORDS ? 1 : 0,
    leans: clues.leans ? clue : 0,
    pointsBack: pointsBack ? 1 : 0,
    asksFirst: clues.asksFirst ? 1 : 0,
    asksMore: clues.asksMore ? clue : 0,
    refersBack: clues.refersBack ? 1 : 0,
    timeBeside: clues.timeBeside ? 1 : 0,
    goesOn: clues.goesOn ? clue : 0,
    asks: hasClue || alone.parsed.kinds.length > 0 ? 1 : 0,
    addresses: addresses ? 1 : 0,
    names: namesSomething(parts, question) || NAME.test(question) ? 1 : 0,
    isTopic: alone.parsed.isTopic ? 1 : 0,
    unknownShare: found.unknownShare,
    questionMass: Math.log1p(own.mass),
    aloneTopic: found.topic,
    aloneAnswers: found.answers,
    gain,
    met: metInContext,
    loss: met - metInContext,
    unmet: words * (1 - metInContext),
    unmetWithoutClue: hasClue ? 0 : words * (1 - metInContext),
    repeats: shareRepeated(question, previous),
    offTopicCosine: alone.parsed.offTopicCosine,
    gainOffTopic: gain * toProbability(-found.topic),
    metBefore,
    metBeforeAlone: shareMetBy(parts, before, alone),
    metBoth: metBefore * metInContext,
    aloneLogProbability: tellLogProbability(alone),
    logProbabilityInContext: tellLogProbability(inContext),
    sameFirst: alone.ranked[0]?.passage === inContext.ranked[0]?.passage ? 1 : 0,
  };
}

/** The natural logarithm of the probability of the first passage, as the ranking tells it: a softmax of the scores. */
function tellLogProbability({ ranked }: Retrieved): number {
  const most = ranked[0]?.score;
  if (most === undefined) return -SURE;
  return -Math.log(ranked.reduce((sum, { score }) => sum + Math.exp(score - most), 0));
}

/** Two words with capitals side by side: `Vương Đình Huệ`. */
const NAME = /(?:^|\s)\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+/u;

/** The share of a question's words of content that the question before has, too, however they are typed, 0 to 1. */
function shareRepeated(question: string, previous: string): number {
  const said = new Set(splitSyllables(foldDiacritics(normaliseText(previous))));
  const words = listContentWords(splitSyllables(normaliseText(question)));
  return words.length > 0 ? words.filter((word) => said.has(foldDiacritics(word))).length / words.length : 0;
}

/** Whether a word of the articles is none of the language: `EVFTA` or `Amazon` stands for itself. */
export function namesSomething({ generation }: RetrievalParts, question: string): boolean {
  const { plain } = generation.lexical.parts;
  return splitSyllables(question).some(
    (word) => /\p{L}/u.test(word) && !hasSyllableShape(word) && plain.find(word) >= 0,
  );
}

interface Description {
  /** Log odds, within bounds: that the articles speak of it, and that the first passage answers. */
  readonly topic: number;
  readonly answers: number;
  readonly unknownShare: number;
}

/** Log odds beyond this are no surer. */
const SURE = 6;

function describe({ generation, model }: RetrievalParts, retrieved: Retrieved): Description {
  const best = retrieved.ranked[0];
  if (best === undefined) return { topic: -SURE, answers: -SURE, unknownShare: 1 };
  // Who asks for an office and finds its deputy has asked all there is to ask: the context would answer no more.
  const signals = { ...signalsOfConfidence(generation, retrieved, best), deputy: 0 };
  return {
    topic: logOdds(tellTopicality(model, signals)),
    answers: logOdds(tellConfidence(model, signals)),
    unknownShare: signals.unknownShare,
  };
}

function logOdds(probability: number): number {
  return Math.min(SURE, Math.max(-SURE, Math.log(probability / (1 - probability))));
}

/** How much of what a question says the best passage of a reading meets, in its words or near ones, 0 to 1. */
function shareMetBy(parts: RetrievalParts, asked: QuestionTerms, { ranked }: Retrieved): number {
  const best = ranked[0];
  if (best === undefined) return 0;
  const { terms, meaning } = meetTerms(parts.generation.lexical, asked, best.passage);
  return (terms + meaning) / 2;
}
