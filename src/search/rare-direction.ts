import type { Embedder } from "../embedding/embedder.ts";
import { scaleToUnit } from "../embedding/pooling.ts";

/** One thing that a question is about, in the words of the articles where they have none of its own. */
export interface Emphasis {
  /** Where it stands among the question's syllables, and how many of them it takes. */
  readonly at: number;
  readonly length: number;
  readonly words: readonly string[];
  /** Whether `words` are not the typed ones. */
  readonly isReplaced: boolean;
  /** The idf of its rarest word. */
  readonly rarity: number;
  /** How much it counts beside others: function words count little. */
  readonly share: number;
}

/** More things than this no question asks of; in a longer text the heaviest count. */
const MOST_THINGS = 48;
/** How far rarity decides: fitted by hand, 1 to 3 do about as well. */
const RARITY_POWER = 1.5;

/**
 * The direction of a question in which each thing counts by how rare it is in the articles. In the direction of the
 * whole question a word counts as much as it does in the language: in articles on industry, `industry` tells nothing.
 *
 * @param restored the question's syllables with the diacritics that they probably lack, where there are any to add
 */
export async function embedByRarity(
  embedder: Embedder,
  emphases: readonly Emphasis[],
  restored: readonly string[] | null,
): Promise<Float32Array> {
  const sum = new Float32Array(embedder.model.dimension);
  const add = (vector: Float32Array, weight: number) => {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0);
  };
  for (const emphasis of heaviestOf(emphases)) {
    const { at, length, words, isReplaced } = emphasis;
    const weight = weigh(emphasis);
    const typed = words.join(" ");
    const vector = await embedder.embedQuestion(typed);
    const likely = isReplaced ? typed : (restored?.slice(at, at + length).join(" ") ?? typed);
    if (likely === typed) add(vector, weight);
    else add(middleOf(vector, await embedder.embedQuestion(likely)), weight);
  }
  return scaleToUnit(sum);
}

function weigh({ rarity, share }: Emphasis): number {
  return rarity ** RARITY_POWER * share;
}

function heaviestOf(emphases: readonly Emphasis[]): readonly Emphasis[] {
  if (emphases.length <= MOST_THINGS) return emphases;
  return [...emphases].sort((a, b) => weigh(b) - weigh(a)).slice(0, MOST_THINGS);
}

function middleOf(a: Float32Array, b: Float32Array): Float32Array {
  return scaleToUnit(a.map((value, at) => value + (b[at] ?? 0)));
}
