import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { matchHowMany } from "../language/question-kind.ts";
import { LazyFlags } from "./lazy-flags.ts";
import type { QuestionTerm } from "./question-term.ts";

/**
 * The place of the number that a question asks for: `bao nhiêu cụm` wants a number before `cụm`, `tăng bao nhiêu`
 * one after `tăng`.
 */
export interface NumberSlot {
  readonly before: QuestionTerm | null;
  /** Any of these may follow the number. */
  readonly after: readonly QuestionTerm[];
}

/** Between a number and its unit may stand a scale (`16.150 tỷ đồng`), between a verb and a number `khoảng`. */
const REACH = 2;
/** The unit tells more than the verb: much is said to rise, little is counted in clusters. */
const UNIT_SHARE = 0.7;

/** Where the syllables ask for a number: the first place and how many ask; `null` when they ask for none. */
export function findNumberQuestion(syllables: readonly string[]): { at: number; length: number } | null {
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
  const before = slot.before ? [slot.before] : [];
  const unitShare = slot.after.length === 0 ? 0 : before.length === 0 ? 1 : UNIT_SHARE;
  let best = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (!numbers.has(tokens[at] ?? 0, isNumber)) continue;
    const filled =
      (isNear(foldedOf, tokens, slot.after, at, 1) ? unitShare : 0) +
      (isNear(foldedOf, tokens, before, at, -1) ? 1 - unitShare : 0);
    if (filled > best) best = filled;
  }
  return best;
}

function isNear(
  foldedOf: Uint32Array,
  tokens: Uint32Array,
  terms: readonly QuestionTerm[],
  at: number,
  step: 1 | -1,
): boolean {
  for (let distance = 1; distance <= REACH; distance++) {
    const token = tokens[at + step * distance];
    if (token === undefined) return false;
    for (const term of terms) if (stands(foldedOf, token, term)) return true;
  }
  return false;
}

function stands(foldedOf: Uint32Array, token: number, term: QuestionTerm): boolean {
  if (term.folded < 0) return false;
  return term.isMarked && term.plain >= 0 ? token === term.plain : foldedOf[token] === term.folded;
}
