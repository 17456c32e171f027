import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { foldDiacritics } from "../language/fold.ts";
import { isEnglishOnly, matchFunctionPhrase } from "../language/function-words.ts";
import { asksItself, matchHowMany } from "../language/question-kind.ts";
import { LazyFlags } from "./lazy-flags.ts";
import { type Concept, type QuestionTerm, SAME_MEANING } from "./question-term.ts";

/**
 * The place of the number that a question asks for: `bao nhiêu cụm` wants a number before `cụm`, `tăng bao nhiêu`
 * one after `tăng`.
 */
export interface NumberSlot {
  readonly before: QuestionTerm | null;
  /** Any of these may follow the number, word beside word. */
  readonly after: readonly (readonly QuestionTerm[])[];
}

/** Between a number and its unit may stand a scale (`16.150 tỷ đồng`), between a verb and a number `khoảng`. */
const REACH = 2;
/** The unit tells more than the verb: much is said to rise, little is counted in clusters. */
const UNIT_SHARE = 0.7;

/** A question as the terms of an index: one for each syllable, and what they are about together. */
interface AskedTerms {
  readonly syllables: readonly string[];
  readonly terms: readonly QuestionTerm[];
  readonly concepts: readonly Concept[];
}

/** `how many new industrial clusters`: the unit is the second concept. */
const TRANSLATED_UNITS = 2;

/** They stand before any number that is asked for, and articles seldom have them there: `tổng cộng bao nhiêu`. */
const BEFORE_ANYTHING = new Set(
  "cộng cong cả ca hết het tổng tong khoảng khoang chừng chung tầm tam".split(" "),
);

/**
 * Where the number belongs that a question asks for; `null` when it asks for none.
 * @param contextWords how many syllables at the beginning are the question before, which counts where the own ones ask nothing
 */
export function findNumberSlot(
  { syllables, terms, concepts }: AskedTerms,
  contextWords: number,
): NumberSlot | null {
  const asked = findNumberInContext(syllables, contextWords);
  if (asked === null) return null;
  const from = asked.at + asked.length;
  const end = asked.at < contextWords ? contextWords : terms.length;
  const slot = {
    before: asked.at < contextWords ? null : findBefore(syllables, terms, asked.at),
    after: findUnits({ syllables, terms, concepts }, from, end),
  };
  return slot.before === null && slot.after.length === 0 ? null : slot;
}

function findBefore(
  syllables: readonly string[],
  terms: readonly QuestionTerm[],
  at: number,
): QuestionTerm | null {
  // `có bao nhiêu`, `là bao nhiêu`: such a word stands before anything.
  const isAnything =
    matchFunctionPhrase(syllables, at - 1) > 0 || BEFORE_ANYTHING.has(syllables[at - 1] ?? "");
  const before = isAnything ? undefined : terms[at - 1];
  return before && before.folded >= 0 ? before : null;
}

function findUnits(
  { syllables, terms, concepts }: AskedTerms,
  from: number,
  end: number,
): (readonly QuestionTerm[])[] {
  const following = from < end ? terms[from] : undefined;
  // Articles write `4,3%`, and `how much did they sell` asks for no unit.
  if (following === undefined || isPercent(syllables, from) || isEnglishOnly(syllables[from] ?? ""))
    return [];
  // In a foreign question the unit is what its next concepts are called in the articles.
  const others = concepts
    .filter(({ typed: [first] }) => first !== undefined && isWithin(terms.indexOf(first), from, end))
    .slice(0, TRANSLATED_UNITS)
    .flatMap(({ alternatives }) =>
      alternatives.map((alternative) =>
        // Of what means the same, the first word is the unit: `43 cụm` for `CCN`.
        alternative.weight >= SAME_MEANING ? alternative.terms.slice(0, 1) : alternative.terms,
      ),
    );
  return [[following], ...others].filter(
    (unit) => unit.length > 0 && unit.every(({ folded: id }) => id >= 0),
  );
}

function isPercent(syllables: readonly string[], at: number): boolean {
  return foldDiacritics(`${syllables[at]} ${syllables[at + 1]}`) === "phan tram";
}

function isWithin(at: number, from: number, end: number): boolean {
  return at >= from && at < end;
}

/** Where syllables ask for a number. */
interface NumberQuestion {
  readonly at: number;
  /** How many of them ask. */
  readonly length: number;
}

/** `How much was spent? And what may it be spent on?` asks for no number any more. */
function findNumberInContext(syllables: readonly string[], contextWords: number): NumberQuestion | null {
  const own = syllables.slice(contextWords);
  const asked = findNumberQuestion(own);
  if (asked !== null) return { at: asked.at + contextWords, length: asked.length };
  if (contextWords === 0 || asksItself(own.join(" "))) return null;
  return findNumberQuestion(syllables);
}

/** Where the syllables first ask for a number; `null` when they ask for none. */
export function findNumberQuestion(syllables: readonly string[]): NumberQuestion | null {
  for (let at = 0; at < syllables.length; at++) {
    const length = matchHowMany(syllables, at);
    if (length > 0) return { at, length };
  }
  return null;
}

const SPELLED = new Set(
  "hai bốn sáu bảy tám chín mười trăm nghìn triệu chục two three four five six seven eight nine ten".split(
    " ",
  ),
);

/** Whether a term is a number, in figures or in words that mean nothing else. */
export function isNumberTerm(term: string): boolean {
  return (/^\p{N}/u.test(term) && !YEAR.test(term)) || SPELLED.has(term);
}

/** Figures that nearly always name a time and count nothing. */
const YEAR = /^(?:19|20)\d{2}$/;

/** By plain term of an index, whether it is a number. */
const known = new WeakMap<LexicalIndex, LazyFlags>();

function numbersOf(lexical: LexicalIndex): LazyFlags {
  const numbers = known.get(lexical) ?? new LazyFlags(lexical.parts.plain.size);
  known.set(lexical, numbers);
  return numbers;
}

/**
 * How well a run of tokens fills the slot, 0 to 1.
 * @param tokens plain term ids in their order
 */
export function fillNumberSlot(lexical: LexicalIndex, slot: NumberSlot, tokens: Uint32Array): number {
  const { foldedOf, plain } = lexical.parts;
  const numbers = numbersOf(lexical);
  const isNumber = (term: number) => isNumberTerm(plain.term(term));
  const unitShare = slot.after.length === 0 ? 0 : slot.before === null ? 1 : UNIT_SHARE;
  let best = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (!numbers.has(tokens[at] ?? 0, isNumber)) continue;
    const filled =
      (slot.after.some((unit) => follows(foldedOf, tokens, unit, at)) ? unitShare : 0) +
      (slot.before && precedes(foldedOf, tokens, slot.before, at) ? 1 - unitShare : 0);
    if (filled > best) best = filled;
  }
  return best;
}

/** Whether the words of a unit stand side by side within reach behind a number. */
function follows(
  foldedOf: Uint32Array,
  tokens: Uint32Array,
  unit: readonly QuestionTerm[],
  at: number,
): boolean {
  for (let start = at + 1; start <= at + REACH; start++) {
    if (unit.every((term, offset) => stands(foldedOf, tokens[start + offset], term))) return true;
  }
  return false;
}

function precedes(foldedOf: Uint32Array, tokens: Uint32Array, term: QuestionTerm, at: number): boolean {
  for (let distance = 1; distance <= REACH; distance++) {
    if (stands(foldedOf, tokens[at - distance], term)) return true;
  }
  return false;
}

function stands(foldedOf: Uint32Array, token: number | undefined, term: QuestionTerm): boolean {
  if (token === undefined || term.folded < 0) return false;
  return term.isMarked && term.plain >= 0 ? token === term.plain : foldedOf[token] === term.folded;
}
