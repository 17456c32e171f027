import type { Generation } from "../index/generation.ts";
import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import type { Places } from "../language/places.ts";
import { splitWords } from "../language/syllables.ts";
import { measureRarity } from "./meaning.ts";
import { type QuestionTerm, toTerm } from "./question-term.ts";

/** A name in a question, by any of the forms that an article may have. */
export interface AskedName {
  readonly forms: ReadonlyArray<readonly QuestionTerm[]>;
  /** The idf of its commonest form. */
  readonly mass: number;
}

/** What a question asks about by name: an answer about another place or company is none. */
export interface AskedNames {
  readonly places: readonly AskedName[];
  /** Pairs of words with capitals side by side, as in `Ngô Xuân Bách`, of what is no known place. */
  readonly others: readonly AskedName[];
}

/** Who writes words with capitals throughout names nothing by them. */
const FEWEST_SMALL_WORDS = 2;

/** Finds the names in a question, which is not the one before it. */
export function findAskedNames(lexical: LexicalIndex, places: Places, question: string): AskedNames {
  const words = splitWords(question);
  const found: AskedName[] = [];
  const others: AskedName[] = [];
  const telling = words.filter((word) => /^\p{Ll}/u.test(word)).length >= FEWEST_SMALL_WORDS;
  let before: string | null = null;
  for (let at = 0; at < words.length; ) {
    const place = places.match(words, at);
    const word = words[at] ?? "";
    const capital = place === null && /^\p{Lu}\p{Ll}/u.test(word) ? word.toLowerCase() : null;
    if (place) found.push(toName(lexical, place.names));
    else if (telling && before !== null && capital !== null)
      others.push(toName(lexical, [[before, capital]]));
    before = capital;
    at += place?.length ?? 1;
  }
  return { places: found, others };
}

function toName(lexical: LexicalIndex, forms: ReadonlyArray<readonly string[]>): AskedName {
  const terms = forms.map((words) => words.map((word) => toTerm(lexical, word)));
  return { forms: terms, mass: Math.min(...terms.map((form) => measureRarity(lexical, form))) };
}

/**
 * How much of a question are names that neither a passage nor the title of its article has, 0 to 1.
 * @param mass of all that the question is about
 */
export function shareMissed(
  { lexical, passages }: Generation,
  names: readonly AskedName[],
  mass: number,
  passage: number,
): number {
  if (names.length === 0) return 0;
  const { tokens, passageTokens, titles, titleTokens, foldedOf } = lexical.parts;
  const article = passages.articleOf(passage);
  const runs = [
    tokens.subarray(passageTokens[passage], passageTokens[passage + 1]),
    titles.subarray(titleTokens[article], titleTokens[article + 1]),
  ];
  const isMissed = ({ forms }: AskedName) =>
    !forms.some((form) => runs.some((run) => stands(foldedOf, form, run)));
  const missed = names.filter(isMissed).reduce((sum, name) => sum + name.mass, 0);
  return Math.min(1, missed / mass);
}

/** Whether a run of tokens has a form, word beside word. */
function stands(foldedOf: Uint32Array, form: readonly QuestionTerm[], run: Uint32Array): boolean {
  const isAt = (start: number) =>
    form.every(({ plain, folded, isMarked }, at) => {
      const token = run[start + at];
      return token !== undefined && foldedOf[token] === folded && (!isMarked || token === plain);
    });
  for (let start = 0; start + form.length <= run.length; start++) if (isAt(start)) return true;
  return false;
}
