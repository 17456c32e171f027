import { readFileSync } from "node:fs";
import { PhraseStarts } from "./phrase-starts.ts";
import { NEW_STYLE, placeTone } from "./tone.ts";

/** A phrase that means nearly the same as another. */
export interface NearPhrase {
  /** Lower-case syllables, tone marks in the old style. */
  readonly words: readonly string[];
  /** The cosine of the two phrases' vectors, 0 to 1. */
  readonly likeness: number;
}

/** What the table knows of a phrase. */
export interface KnownPhrase {
  /** How much it says: the length of its vector, about 1 for `của`, 7 for `cụm công nghiệp`. */
  readonly weight: number;
  /** The nearest first. */
  readonly near: readonly NearPhrase[];
}

/** Words and phrases of Vietnamese and English that mean nearly the same. */
export class NearWords {
  readonly #lines: readonly string[];
  readonly #places = new Map<string, number>();
  readonly #starts = new PhraseStarts();

  /** @param table a line a phrase: the phrase, its weight, and `line:percent` of each near one, between tabs */
  constructor(table: string) {
    this.#lines = table.split("\n");
    for (const [at, line] of this.#lines.entries()) {
      const phrase = phraseOf(line);
      if (phrase === "" || this.#places.has(phrase)) continue;
      this.#places.set(phrase, at);
      const space = phrase.indexOf(" ");
      // A word alone is looked up anyhow.
      if (space > 0) this.#starts.addLength(phrase.slice(0, space), countWords(phrase, space));
    }
  }

  /** How many syllables the longest known phrase has that begins here; 1 when none does. */
  match(syllables: readonly string[], at: number): number {
    const longest = this.#starts.longestFrom(syllables[at]);
    for (let length = Math.min(longest, syllables.length - at); length > 1; length--) {
      if (this.#places.has(syllables.slice(at, at + length).join(" "))) return length;
    }
    return 1;
  }

  /** What is known of a phrase; `null` when it is not in the table. */
  find(syllables: readonly string[]): KnownPhrase | null {
    const place = this.#places.get(syllables.join(" "));
    if (place === undefined) return null;
    const [, weight, near] = (this.#lines[place] ?? "").split("\t");
    const entries = near ? near.split(" ") : [];
    return { weight: Number(weight), near: entries.map((entry) => this.#readNear(entry)) };
  }

  #readNear(entry: string): NearPhrase {
    const [place, percent] = entry.split(":");
    const phrase = phraseOf(this.#lines[Number(place)] ?? "");
    return { words: phrase === "" ? [] : phrase.split(" "), likeness: Number(percent) / 100 };
  }
}

/** The table's phrases are lower-case words already, with tone marks in either style. */
function phraseOf(line: string): string {
  const phrase = line.slice(0, Math.max(0, line.indexOf("\t")));
  return NEW_STYLE.test(phrase) ? phrase.split(" ").map(placeTone).join(" ") : phrase;
}

/** The words of a phrase whose first space is known; no array is made for each of so many. */
function countWords(phrase: string, firstSpace: number): number {
  let words = 1;
  for (let space = firstSpace; space >= 0; space = phrase.indexOf(" ", space + 1)) words++;
  return words;
}

const FILE = new URL("./near-words/near-words.tsv", import.meta.url);

let shipped: NearWords | undefined;

/** The table that comes with the product (see `near-words/README.md`), read once. */
export function loadNearWords(): NearWords {
  shipped ??= new NearWords(readFileSync(FILE, "utf8"));
  return shipped;
}
