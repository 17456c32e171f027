import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { documentFrequency } from "../index/lexical/postings.ts";
import { singleEdits } from "../language/edits.ts";
import { foldDiacritics } from "../language/fold.ts";
import type { LexiconMatch } from "../language/lexicon.ts";
import { isSlipFor } from "../language/likely-syllables.ts";
import type { SyllableProbabilities } from "../language/restoration/restore.ts";
import { hasSyllableShape } from "../language/syllable-shape.ts";
import {
  type Alternative,
  isInVocabulary,
  type QuestionTerm,
  SAME_MEANING,
  toTerm,
} from "./question-term.ts";

/** What is said instead is about the same thing, and often of another. */
const RELATED_WEIGHT = 0.4;
/** A word one slip away is often another word. */
const EDIT_WEIGHT = 0.7;
/** Shorter words have too many neighbours. */
const SHORTEST_MISTYPED = 3;
/** English has so many short words that each is near some name: `use` is not meant for `USD`. */
const SHORTEST_FOREIGN = 5;
/** Longer ones are no words, and each letter more makes 54 neighbours. */
const LONGEST_MISTYPED = 24;
/** No Vietnamese syllable has a plural, and short foreign words have too many neighbours. */
const SHORTEST_WITH_PLURAL = 5;
/** Of the words one slip away the most frequent ones are taken. */
const MAX_CORRECTIONS = 3;

/** An alternative with its syllables as an article spells them. */
export type SpelledAlternative = Alternative & { readonly words: readonly string[] };

/**
 * The other ways to say it of which the articles have every word, the most promising first.
 * @param language of the question; `null` for one that is not Vietnamese, in which no slip is meant for a Vietnamese syllable
 */
export function findAlternatives(
  lexical: LexicalIndex,
  language: SyllableProbabilities | null,
  typed: readonly string[],
  { alternatives: forms, related }: Pick<LexiconMatch, "alternatives" | "related">,
): SpelledAlternative[] {
  const known = [
    ...spellKnown(lexical, forms, SAME_MEANING),
    ...spellKnown(lexical, related, RELATED_WEIGHT),
  ];
  const [word] = typed;
  if (known.length > 0 || word === undefined || typed.length > 1) return known;
  if (toTerm(lexical, word).folded >= 0) return varyNumber(lexical, word);
  const corrections = correctWord(lexical, foldDiacritics(word));
  if (language === null)
    return word.length < SHORTEST_FOREIGN
      ? []
      : corrections.filter(({ words: [other = ""] }) => !hasSyllableShape(other));
  if (!language.isKnown(word)) return corrections;
  // What is a word of the language is no slip, even where no article has it: `phở` is not meant for `phố`.
  return corrections.filter(({ words: [other = ""] }) => isSlipFor(language, word, other));
}

/** Of several forms, one that the articles have side by side is the way they say it, and comes first. */
function spellKnown(
  lexical: LexicalIndex,
  forms: readonly (readonly string[])[],
  weight: number,
): SpelledAlternative[] {
  return forms
    .map((words) => ({ words, terms: words.map((syllable) => toTerm(lexical, syllable)), weight }))
    .filter(({ terms }) => terms.every(isInVocabulary))
    .sort((a, b) => Number(standsInCorpus(lexical, b.terms)) - Number(standsInCorpus(lexical, a.terms)));
}

/** Whether the articles may hold these words side by side: each neighbouring pair stands somewhere. */
export function standsInCorpus(lexical: LexicalIndex, terms: readonly QuestionTerm[]): boolean {
  return terms.every(({ folded }, at) => {
    const before = terms[at - 1];
    return (
      folded >= 0 && (before === undefined || lexical.parts.foldedPairs.find(before.folded, folded) >= 0)
    );
  });
}

/** Foreign words keep their plural or lose it as writers like: `logistics` and `logistic` are one. */
function varyNumber(lexical: LexicalIndex, word: string): SpelledAlternative[] {
  if (word.length < SHORTEST_WITH_PLURAL) return [];
  const other = word.endsWith("s") ? word.slice(0, -1) : `${word}s`;
  if (lexical.parts.folded.find(other) < 0) return [];
  return [{ words: [other], terms: [toTerm(lexical, other)], weight: SAME_MEANING }];
}

function correctWord(lexical: LexicalIndex, word: string): SpelledAlternative[] {
  if (word.length < SHORTEST_MISTYPED || word.length > LONGEST_MISTYPED || /\d/.test(word)) return [];
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
