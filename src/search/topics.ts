import type { Generation } from "../index/generation.ts";
import { inverseDocumentFrequency } from "../index/lexical/bm25.ts";
import { documentFrequency } from "../index/lexical/postings.ts";
import type { Lexicon } from "../language/lexicon.ts";
import type { RankedPassage } from "./rank.ts";

/** So many of the nearest passages are looked through. */
const PASSAGES = 5;
const TOPICS = 3;

/** Terms of the field that stand in the passages nearest to a question, the rarest first. */
export function suggestTopics(
  generation: Generation,
  lexicon: Lexicon,
  ranked: readonly RankedPassage[],
): string[] {
  const weights = new Map<string, number>();
  for (const { passage } of ranked.slice(0, PASSAGES)) {
    for (const { name, syllables } of findTopics(generation, lexicon, passage)) {
      if (!weights.has(name)) weights.set(name, weigh(generation, syllables));
    }
  }
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, TOPICS)
    .map(([topic]) => topic);
}

interface Topic {
  readonly name: string;
  readonly syllables: readonly string[];
}

function* findTopics({ lexical }: Generation, lexicon: Lexicon, passage: number): Generator<Topic> {
  const { tokens, passageTokens, plain } = lexical.parts;
  const words = Array.from(tokens.subarray(passageTokens[passage], passageTokens[passage + 1]), (token) =>
    plain.term(token),
  );
  for (let at = 0; at < words.length; ) {
    const topic = lexicon.matchTopic(words, at);
    if (topic) yield { name: topic.name, syllables: words.slice(at, at + topic.length) };
    at += topic?.length ?? 1;
  }
}

/** How telling a phrase is: the idf of its rarest pair. */
function weigh({ lexical }: Generation, syllables: readonly string[]): number {
  const { plain, plainPairs, postings } = lexical.parts;
  const ids = syllables.map((word) => plain.find(word));
  const idfs = [...plainPairs.pairsOf(ids)].map((pair) =>
    inverseDocumentFrequency(lexical.passageCount, documentFrequency(postings.plainPairs, pair)),
  );
  return Math.max(...idfs);
}
