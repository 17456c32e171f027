import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { matchHowMany } from "../language/question-kind.ts";
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
  return /^\p{N}/u.test(term) || SPELLED.has(term);
}

/**
 * How well a run of tokens fills the slot, 0 to 1.
 * @param tokens plain term ids in their order
 */
export function fillNumberSlot(lexical: LexicalIndex, slot: NumberSlot, tokens: Uint32Array): number {
  const { plain, foldedOf } = lexical.parts;
  const stands = (term: QuestionTerm, at: number) => {
    const token = tokens[at];
    if (token === undefined || term.folded < 0) return false;
    return term.isMarked && term.plain >= 0 ? token === term.plain : foldedOf[token] === term.folded;
  };
  const isNear = (terms: readonly QuestionTerm[], at: number, step: 1 | -1) => {
    for (let distance = 1; distance <= REACH; distance++) {
      if (terms.some((term) => stands(term, at + step * distance))) return true;
    }
    return false;
  };
  const before = slot.before ? [slot.before] : [];
  const unitShare = slot.after.length === 0 ? 0 : before.length === 0 ? 1 : UNIT_SHARE;
  let best = 0;
  for (const [at, token] of tokens.entries()) {
    if (!isNumberTerm(plain.term(token))) continue;
    const filled = (isNear(slot.after, at, 1) ? unitShare : 0) + (isNear(before, at, -1) ? 1 - unitShare : 0);
    if (filled > best) best = filled;
  }
  return best;
}
