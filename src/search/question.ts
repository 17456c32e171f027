import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { foldDiacritics } from "../language/fold.ts";
import { isEnglishOnly, matchFunctionPhrase } from "../language/function-words.ts";
import type { Lexicon, LexiconMatch } from "../language/lexicon.ts";
import { findLikelySyllables, type LikelySyllable } from "../language/likely-syllables.ts";
import type { NearWords } from "../language/near-words.ts";
import { findNumberForms, swapNumerals } from "../language/number-forms.ts";
import type { SyllableProbabilities } from "../language/restoration/restore.ts";
import { looksVietnamese } from "../language/restoration/restore.ts";
import { hasSyllableShape } from "../language/syllable-shape.ts";
import { splitSyllables, splitWords } from "../language/syllables.ts";
import { findAlternatives, standsInCorpus } from "./alternatives.ts";
import { parseMeaning, type QuestionMeaning, type Stretch } from "./meaning.ts";
import { findNumberSlot, type NumberSlot } from "./number-slot.ts";
import { isPartOfWord } from "./part-of-word.ts";
import {
  type Alternative,
  type Concept,
  isInVocabulary,
  type QuestionTerm,
  SAME_MEANING,
  type TypedPair,
  toTerm,
} from "./question-term.ts";
import type { Emphasis } from "./rare-direction.ts";
import { TermLookup } from "./term-lookup.ts";
import { pairTerms, type Said, shareOfKnownPairs } from "./typed-pairs.ts";

/** What a question is about, in the terms of one index. */
export interface QuestionTerms {
  readonly concepts: readonly Concept[];
  readonly pairs: readonly TypedPair[];
  readonly mass: number;
  readonly pairMass: number;
  /** Its words and other ways to say them, by the terms they begin with. */
  readonly lookup: TermLookup;
  /** Whether the question is in the language of the articles. */
  readonly isVietnamese: boolean;
  /** The share of `pairMass` of pairs that stand side by side in some passage. */
  readonly knownPairShare: number;
  /** Its numbers and years, without those of the question before. */
  readonly numbers: readonly QuestionTerm[];
  /** Its words that are none of the language, as `EVFTA`, without those of the question before. */
  readonly names: readonly QuestionTerm[];
  /** Where the number belongs that the question asks for; `null` when it asks for none. */
  readonly numberSlot: NumberSlot | null;
  /** The question with what the articles would say for abbreviations, English and mistyped words; or `null`. */
  readonly rewritten: string | null;
  /** The question as units that other words of nearly the same meaning may meet. */
  readonly meaning: QuestionMeaning;
  /** What it is about, thing by thing, in its order. */
  readonly emphases: readonly Emphasis[];
}

/** A function word says little of what the question is about. */
const FUNCTION_SHARE = 0.15;

/** What was asked before helps to understand a follow-up; what it asks anew is what is wanted. */
const CONTEXT_SHARE = 0.3;

/**
 * Finds what a question is about: its words, and other ways to say them that the articles may use.
 * @param contextWords how many words at the beginning are the question before
 * @param restored the question's syllables with the diacritics that they probably lack, where there are any to add
 */
export function parseTerms(
  lexical: LexicalIndex,
  lexicon: Lexicon,
  nearWords: NearWords,
  language: SyllableProbabilities,
  question: string,
  contextWords = 0,
  restored: readonly string[] | null = null,
): QuestionTerms {
  const words = splitWords(question);
  const syllables = splitSyllables(question);
  const isVietnamese = looksVietnamese(language, syllables);
  const terms = syllables.map((syllable) => toTerm(lexical, syllable));
  const read = restored ?? syllables;
  // Of another language nothing tells what diacritics are lacking.
  const likely = isVietnamese ? findLikelySyllables(language, syllables, restored) : null;
  const concepts: Concept[] = [];
  const stretches: Stretch[] = [];
  const rewritten: string[] = [];
  const said: Said[] = [];
  const emphases: Emphasis[] = [];
  let isRewritten = false;
  // In capitals throughout, `AI` is no short form before it is `ai`.
  const isShouted = !/\p{Ll}/u.test(question);
  const wordsBefore = words.slice(0, contextWords);
  const syllablesBefore = syllables.slice(0, contextWords);
  for (let at = 0; at < words.length; ) {
    // What ends the question before and what begins this one are no phrase.
    const isBefore = at < contextWords;
    const found = lexicon.match(isBefore ? wordsBefore : words, at, likely);
    const isTorn = found?.length === 1 && isVietnamese && isPartOfWord(nearWords, language, read, at);
    const match = (isTorn ? null : found) ?? matchNumber(lexical, syllables, at);
    const functionLength = Math.max(
      joins(likely, at, contextWords) ? 1 : 0,
      matchFunctionPhrase(isBefore ? syllablesBefore : syllables, at, !isVietnamese),
      match && match.alternatives.length > 0 && match.alternatives.every(isFunctionPhrase) ? match.length : 0,
    );
    // "bao nhiêu" asks, although the lexicon knows a short form of it.
    const isFunction =
      functionLength > 0 && functionLength >= (match?.length ?? 0) && (isShouted || !match?.isSpelled);
    const length = isFunction ? functionLength : (match?.length ?? 1);
    const typed = terms.slice(at, at + length);
    const contextShare = isBefore ? CONTEXT_SHARE : 1;
    const alternatives = isFunction
      ? []
      : findAlternatives(
          lexical,
          isVietnamese ? language : null,
          syllables.slice(at, at + length),
          match ?? NOTHING,
        );
    const isUnseen = !standsInCorpus(lexical, typed);
    const best = isUnseen ? alternatives[0] : undefined;
    if (best) {
      rewritten.push(best.words.join(" "));
      said.push(...best.terms.map((term) => ({ term, share: contextShare })));
    } else if (!(isFunction && isUnseen)) {
      rewritten.push(...syllables.slice(at, at + length));
      said.push(...typed.map((term) => ({ term, share: contextShare })));
    }
    isRewritten ||= best !== undefined || (isFunction && isUnseen);
    const idf = rarityOf(typed, best);
    const share = (isFunction ? FUNCTION_SHARE : 1) * contextShare;
    concepts.push({ typed, alternatives, mass: idf * share });
    emphases.push({
      at,
      length,
      words: best?.words ?? syllables.slice(at, at + length),
      isReplaced: best !== undefined,
      rarity: rarestOf(best?.terms ?? typed),
      share,
    });
    appendStretch(stretches, { syllables: syllables.slice(at, at + length), alternatives, share });
    at += length;
  }
  const unique = mergeRepeated(concepts);
  const mass = unique.reduce((sum, concept) => sum + concept.mass, 0);
  const pairs = pairTerms(lexical, said);
  return {
    concepts: unique,
    isVietnamese,
    pairs,
    mass,
    pairMass: pairs.reduce((sum, pair) => sum + pair.mass, 0),
    lookup: new TermLookup(lexical, unique, pairs),
    knownPairShare: shareOfKnownPairs(lexical, pairs),
    numbers: terms.filter((_, at) => at >= contextWords && /^\p{N}/u.test(syllables[at] ?? "")),
    names: terms.filter((_, at) => at >= contextWords && isName(syllables[at] ?? "")),
    meaning: parseMeaning(lexical, nearWords, stretches),
    numberSlot: findNumberSlot({ syllables, terms, concepts }, contextWords),
    emphases,
    rewritten: isRewritten && rewritten.length > 0 ? rewritten.join(" ") : null,
  };
}

/** Words that join a question to the one before (`còn năm 2019?`), and `rồi`, which says that something is done. */
const JOINING = new Set(["còn", "thế", "vậy", "rồi", "nhưng", "thì"]);

function joins(likely: readonly LikelySyllable[] | null, at: number, contextWords: number): boolean {
  const text = likely?.[at]?.text ?? "";
  return text === "rồi" || (contextWords > 0 && at === contextWords && JOINING.has(text));
}

function isName(syllable: string): boolean {
  return /\p{L}/u.test(syllable) && !hasSyllableShape(syllable) && !isEnglishOnly(syllable);
}

/**
 * How much the words of a concept count, by their idf. Where the articles have none of them, as `BCT`, but what they stand
 * for, as `Bộ Công Thương`, the mean of both: a short form tells no more than the long one, and is no common word either.
 */
function rarityOf(typed: readonly QuestionTerm[], best: Alternative | undefined): number {
  const own = sumOfIdf(typed);
  return best && best.weight >= SAME_MEANING ? (own + sumOfIdf(best.terms)) / 2 : own;
}

function sumOfIdf(terms: readonly QuestionTerm[]): number {
  return terms.reduce((sum, { idf }) => sum + idf, 0);
}

function rarestOf(terms: readonly QuestionTerm[]): number {
  return terms.reduce((most, { idf }) => Math.max(most, idf), 0);
}

const NOTHING: LexiconMatch = { length: 1, alternatives: [], related: [], isSpelled: false };

/** A number as the articles write it; `null` where they do not. */
function matchNumber(lexical: LexicalIndex, syllables: readonly string[], at: number): LexiconMatch | null {
  const numeral = swapNumerals(syllables[at] ?? "", syllables[at - 1]);
  if (numeral !== null && standsAfter(lexical, syllables[at - 1], numeral))
    return { ...NOTHING, alternatives: [[numeral]] };
  const number = findNumberForms(syllables, at);
  const known = number?.forms.filter((form) => lexical.parts.plain.find(form) >= 0) ?? [];
  return number && known.length > 0
    ? { ...NOTHING, length: number.length, alternatives: known.map((form) => [form]) }
    : null;
}

/** Whether the articles have a word right after another: `III` after `quý`, and not after `ngày`. */
function standsAfter({ parts }: LexicalIndex, before: string | undefined, word: string): boolean {
  const bare = parts.folded.find(foldDiacritics(before ?? ""));
  return parts.foldedPairs.find(bare, parts.folded.find(word)) >= 0;
}

function isFunctionPhrase(syllables: readonly string[]): boolean {
  return matchFunctionPhrase(syllables, 0, false) === syllables.length;
}

/** What stands side by side and has no other ways to say it is one stretch, in which phrases are looked for. */
function appendStretch(stretches: Stretch[], stretch: Stretch): void {
  const last = stretches.at(-1);
  const isPlain = stretch.alternatives.length === 0 && last?.alternatives.length === 0;
  if (last && isPlain && last.share === stretch.share)
    stretches[stretches.length - 1] = { ...last, syllables: [...last.syllables, ...stretch.syllables] };
  else stretches.push(stretch);
}

/** A word said twice counts once. */
function mergeRepeated(concepts: readonly Concept[]): Concept[] {
  const unique = new Map<string, Concept>();
  for (const [at, concept] of concepts.entries()) {
    const isSeen = concept.typed.every(isInVocabulary);
    // Typed with diacritics, `chợ` is no repetition of `cho`.
    const ids = concept.typed.map(({ isMarked, plain, folded }) => (isMarked ? `marked ${plain}` : folded));
    unique.set(isSeen ? ids.join(" ") : `unseen ${at}`, concept);
  }
  return [...unique.values()];
}
