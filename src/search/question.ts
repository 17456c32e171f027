import { inverseDocumentFrequency } from "../index/lexical/bm25.ts";
import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { documentFrequency } from "../index/lexical/postings.ts";
import { singleEdits } from "../language/edits.ts";
import { foldDiacritics } from "../language/fold.ts";
import { matchFunctionPhrase } from "../language/function-words.ts";
import type { Lexicon } from "../language/lexicon.ts";
import { splitSyllables, splitWords } from "../language/syllables.ts";
import { findNumberQuestion, type NumberSlot } from "./number-slot.ts";

/** A word of a question in the terms of one index; -1 where no passage has it. */
export interface QuestionTerm {
  readonly plain: number;
  readonly folded: number;
  /** Whether it was typed with diacritics, so that a word without them or with others is not the same. */
  readonly isMarked: boolean;
  readonly idf: number;
}

/** One way to say a concept: terms that stand side by side. */
export interface Alternative {
  readonly terms: readonly QuestionTerm[];
  /** 1 for what was typed, less for what only may be meant. */
  readonly weight: number;
}

/** One thing that a question is about. */
export interface Concept {
  /** The typed words: each counts for itself. */
  readonly typed: readonly QuestionTerm[];
  readonly alternatives: readonly Alternative[];
  /** How much it counts: the idf of its typed words. */
  readonly mass: number;
}

/** Two neighbouring typed words. */
export interface TypedPair {
  readonly terms: readonly [QuestionTerm, QuestionTerm];
  readonly idf: number;
}

/** What a question is about, in the terms of one index. */
export interface QuestionTerms {
  readonly concepts: readonly Concept[];
  readonly pairs: readonly TypedPair[];
  readonly mass: number;
  readonly pairMass: number;
  /** The share of `mass` that stands in no passage in any way. */
  readonly unseenShare: number;
  /** Where the number belongs that the question asks for; `null` when it asks for none. */
  readonly numberSlot: NumberSlot | null;
  /** The question with what the articles would say for abbreviations, English and mistyped words; or `null`. */
  readonly rewritten: string | null;
}

/** A synonym or a translation is nearly as good as the word itself. */
const LEXICON_WEIGHT = 0.9;
/** A word one slip away is often another word. */
const EDIT_WEIGHT = 0.7;
/** Shorter words have too many neighbours. */
const SHORTEST_MISTYPED = 3;
/** No Vietnamese syllable has a plural, and short foreign words have too many neighbours. */
const SHORTEST_WITH_PLURAL = 5;
/** Of the words one slip away the most frequent ones are taken. */
const MAX_CORRECTIONS = 3;
/** A function word says little of what the question is about. */
const FUNCTION_SHARE = 0.15;

/** Finds what a question is about: its words, and other ways to say them that the articles may use. */
export function parseTerms(lexical: LexicalIndex, lexicon: Lexicon, question: string): QuestionTerms {
  const words = splitWords(question);
  const syllables = splitSyllables(question);
  const folded = syllables.map(foldDiacritics);
  const terms = syllables.map((syllable) => toTerm(lexical, syllable));
  const concepts: Concept[] = [];
  const rewritten: string[] = [];
  let isRewritten = false;
  for (let at = 0; at < words.length; ) {
    const match = lexicon.match(words, at);
    const functionLength = matchFunctionPhrase(folded, at);
    const isFunction = functionLength > (match?.length ?? 0);
    const length = isFunction ? functionLength : (match?.length ?? 1);
    const typed = terms.slice(at, at + length);
    const alternatives = isFunction
      ? []
      : findAlternatives(lexical, folded[at] ?? "", typed, match?.alternatives ?? []);
    const isUnseen = !standsInCorpus(lexical, typed);
    const best = isUnseen ? alternatives[0] : undefined;
    if (best) rewritten.push(best.words.join(" "));
    else if (!(isFunction && isUnseen)) rewritten.push(...syllables.slice(at, at + length));
    isRewritten ||= best !== undefined || (isFunction && isUnseen);
    const idf = typed.reduce((sum, term) => sum + term.idf, 0);
    concepts.push({ typed, alternatives, mass: isFunction ? idf * FUNCTION_SHARE : idf });
    at += length;
  }
  const unique = mergeRepeated(concepts);
  const mass = unique.reduce((sum, concept) => sum + concept.mass, 0);
  const pairs = pairTerms(lexical, terms);
  return {
    concepts: unique,
    pairs,
    mass,
    pairMass: pairs.reduce((sum, pair) => sum + pair.idf, 0),
    unseenShare: mass > 0 ? unseenMass(unique) / mass : 1,
    numberSlot: findNumberSlot(folded, terms, concepts),
    rewritten: isRewritten && rewritten.length > 0 ? rewritten.join(" ") : null,
  };
}

function findNumberSlot(
  folded: readonly string[],
  terms: readonly QuestionTerm[],
  concepts: readonly Concept[],
): NumberSlot | null {
  const asked = findNumberQuestion(folded);
  if (asked === null) return null;
  const before = terms[asked.at - 1];
  const following = terms[asked.at + asked.length];
  // In a foreign question the unit is what its next concepts are called in the articles.
  const translated = concepts
    .filter(({ typed }) => typed[0] !== undefined && terms.indexOf(typed[0]) >= asked.at + asked.length)
    .slice(0, TRANSLATED_UNITS)
    .flatMap(({ alternatives }) => alternatives.flatMap((alternative) => alternative.terms[0] ?? []));
  return {
    before: before && before.folded >= 0 ? before : null,
    after: [...(following ? [following] : []), ...translated].filter(({ folded: id }) => id >= 0),
  };
}

/** `how many new industrial clusters`: the unit is the second concept. */
const TRANSLATED_UNITS = 2;

/** Whether the articles may hold these words side by side: each neighbouring pair stands somewhere. */
function standsInCorpus(lexical: LexicalIndex, terms: readonly QuestionTerm[]): boolean {
  return terms.every(({ folded }, at) => {
    const before = terms[at - 1];
    return (
      folded >= 0 && (before === undefined || lexical.parts.foldedPairs.find(before.folded, folded) >= 0)
    );
  });
}

function toTerm(lexical: LexicalIndex, syllable: string): QuestionTerm {
  const { plain: plainTerms, folded: foldedTerms, postings } = lexical.parts;
  const bare = foldDiacritics(syllable);
  const isMarked = bare !== syllable;
  const plain = plainTerms.find(syllable);
  const folded = foldedTerms.find(bare);
  const frequency =
    isMarked && plain >= 0
      ? documentFrequency(postings.plain, plain)
      : documentFrequency(postings.folded, folded);
  return { plain, folded, isMarked, idf: inverseDocumentFrequency(lexical.passageCount, frequency) };
}

type SpelledAlternative = Alternative & { readonly words: readonly string[] };

/** The other ways to say it of which the articles have every word, the most promising first. */
function findAlternatives(
  lexical: LexicalIndex,
  word: string,
  typed: readonly QuestionTerm[],
  forms: readonly (readonly string[])[],
): SpelledAlternative[] {
  const known: SpelledAlternative[] = forms
    .map((words) => ({
      words,
      terms: words.map((syllable) => toTerm(lexical, syllable)),
      weight: LEXICON_WEIGHT,
    }))
    .filter(({ terms }) => terms.every((term) => (term.isMarked ? term.plain : term.folded) >= 0));
  if (known.length > 0 || typed.length !== 1) return known;
  return (typed[0]?.folded ?? -1) >= 0 ? varyNumber(lexical, word) : correctWord(lexical, word);
}

/** Foreign words keep their plural or lose it as writers like: `logistics` and `logistic` are one. */
function varyNumber(lexical: LexicalIndex, word: string): SpelledAlternative[] {
  if (word.length < SHORTEST_WITH_PLURAL) return [];
  const other = word.endsWith("s") ? word.slice(0, -1) : `${word}s`;
  if (lexical.parts.folded.find(other) < 0) return [];
  return [{ words: [other], terms: [toTerm(lexical, other)], weight: LEXICON_WEIGHT }];
}

function correctWord(lexical: LexicalIndex, word: string): SpelledAlternative[] {
  if (word.length < SHORTEST_MISTYPED || /\d/.test(word)) return [];
  const { folded, postings } = lexical.parts;
  const found = new Set<number>();
  for (const edited of singleEdits(word)) {
    const term = folded.find(edited);
    if (term >= 0 && edited.length > 1) found.add(term);
  }
  return [...found]
    .sort((a, b) => documentFrequency(postings.folded, b) - documentFrequency(postings.folded, a))
    .slice(0, MAX_CORRECTIONS)
    .map((term) => {
      const spelling = folded.term(term);
      return { words: [spelling], terms: [toTerm(lexical, spelling)], weight: EDIT_WEIGHT };
    });
}

/** A word said twice counts once. */
function mergeRepeated(concepts: readonly Concept[]): Concept[] {
  const unique = new Map<string, Concept>();
  for (const [at, concept] of concepts.entries()) {
    const isSeen = concept.typed.every(({ folded }) => folded >= 0);
    unique.set(isSeen ? concept.typed.map(({ folded }) => folded).join(" ") : `unseen ${at}`, concept);
  }
  return [...unique.values()];
}

function unseenMass(concepts: readonly Concept[]): number {
  return concepts.reduce((sum, { typed, alternatives, mass }) => {
    if (alternatives.length > 0) return sum;
    const all = typed.reduce((total, { idf }) => total + idf, 0);
    const unseen = typed.reduce((total, term) => total + (isInVocabulary(term) ? 0 : term.idf), 0);
    return sum + (all > 0 ? (mass * unseen) / all : 0);
  }, 0);
}

function isInVocabulary(term: QuestionTerm): boolean {
  return (term.isMarked ? term.plain : term.folded) >= 0;
}

function pairTerms(lexical: LexicalIndex, terms: readonly QuestionTerm[]): TypedPair[] {
  const { foldedPairs, postings } = lexical.parts;
  const pairs: TypedPair[] = [];
  const known = new Set<number>();
  for (let at = 1; at < terms.length; at++) {
    const [first, second] = [terms[at - 1], terms[at]];
    if (!first || !second) continue;
    const id = foldedPairs.find(first.folded, second.folded);
    if (known.has(id)) continue;
    if (id >= 0) known.add(id);
    const idf = inverseDocumentFrequency(lexical.passageCount, documentFrequency(postings.foldedPairs, id));
    pairs.push({ terms: [first, second], idf });
  }
  return pairs;
}
