import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { documentFrequency } from "../index/lexical/postings.ts";
import { spellFunctionPhrases } from "../language/function-words.ts";
import {
  looksVietnamese,
  restoreDiacritics,
  type SyllableProbabilities,
} from "../language/restoration/restore.ts";
import { splitSyllables } from "../language/syllables.ts";

/** Longer texts are no questions, and their restoration would hold up the others. */
const MOST_SYLLABLES = 128;
/** How far the articles' own pairs of syllables count beside those of the language: names stand only there. */
const CORPUS_SHARE = 0.5;

/**
 * The question with the diacritics that its bare syllables probably lack, or `null` when there is nothing to add.
 * It is one more reading of the question: what was typed stays in force.
 */
export function readRestored(
  lexical: LexicalIndex,
  language: SyllableProbabilities,
  question: string,
): string | null {
  const syllables = splitSyllables(question);
  const model = adaptToCorpus(lexical, language);
  if (syllables.length > MOST_SYLLABLES || !looksVietnamese(language, syllables)) return null;
  const restored = restoreDiacritics(model, spellFunctionPhrases(syllables));
  return restored.every((syllable, at) => syllable === syllables[at]) ? null : restored.join(" ");
}

/** The probabilities of the language, mixed with how the articles put syllables side by side. */
function adaptToCorpus(lexical: LexicalIndex, language: SyllableProbabilities): SyllableProbabilities {
  const { plain, plainPairs, postings } = lexical.parts;
  return {
    isKnown: (syllable) => language.isKnown(syllable),
    candidates: (folded) => language.candidates(folded),
    unigram: (syllable) => language.unigram(syllable),
    bigram(first, second) {
      const a = plain.find(first);
      const inCorpus = documentFrequency(postings.plainPairs, plainPairs.find(a, plain.find(second)));
      const conditional = inCorpus === 0 ? 0 : inCorpus / documentFrequency(postings.plain, a);
      return (1 - CORPUS_SHARE) * language.bigram(first, second) + CORPUS_SHARE * conditional;
    },
  };
}
