import { readFileSync } from "node:fs";
import { foldDiacritics } from "./fold.ts";
import { PhraseStarts } from "./phrase-starts.ts";
import { hasSyllableShape } from "./syllable-shape.ts";
import { splitSyllables, splitWords } from "./syllables.ts";

/** A place that a text names. */
export interface PlaceMatch {
  /** How many words of the text it takes. */
  readonly length: number;
  /** All its names, that one too, each as lower-case syllables with diacritics. */
  readonly names: readonly (readonly string[])[];
}

interface Name {
  readonly syllables: readonly string[];
  readonly names: readonly (readonly string[])[];
}

const FILE = new URL("./lexicon/places.txt", import.meta.url);
const COMMENT = "#";
const OR = "|";
/** After these a word is a place although it has no capital: `xuất sang mỹ`. */
const BEFORE_PLACE = new Set(["sang", "nước", "nuoc"]);

/** Places by their names, found in a text by the longest one. */
export class Places {
  readonly #names = new Map<string, Name>();
  readonly #starts = new PhraseStarts();

  /** @param places the names of each */
  constructor(places: ReadonlyArray<readonly string[]>) {
    for (const place of places) {
      const names = place.map((name) => splitSyllables(name));
      for (const syllables of names) {
        const key = keyOf(syllables);
        this.#names.set(key, { syllables, names });
        this.#starts.add(key.split(" "));
      }
    }
  }

  /** The place whose name begins at a word, or `null`; with its diacritics or without any. */
  match(words: readonly string[], at: number): PlaceMatch | null {
    const longest = this.#starts.longestFrom(keyOf(splitSyllables(words[at] ?? "")));
    for (let length = Math.min(longest, words.length - at); length > 0; length--) {
      const typed = words.slice(at, at + length).flatMap(splitSyllables);
      const name = this.#names.get(keyOf(typed));
      if (name && isTypedAs(typed, name.syllables) && (length > 1 || standsForPlace(words, at)))
        return { length, names: name.names };
    }
    return null;
  }
}

function keyOf(syllables: readonly string[]): string {
  return foldDiacritics(syllables.join(" "));
}

function isTypedAs(typed: readonly string[], name: readonly string[]): boolean {
  return typed.every((syllable, at) => syllable === name[at] || syllable === foldDiacritics(syllable));
}

/** Of one syllable most names are words as well: `Anh` begins many a question, and `mỹ` stands before `phẩm`. */
function standsForPlace(words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  if (!hasSyllableShape(word.toLowerCase())) return true;
  return (at > 0 && /^\p{Lu}/u.test(word)) || BEFORE_PLACE.has((words[at - 1] ?? "").toLowerCase());
}

/**
 * Reads the places that come with the product, a line each.
 * @throws with one sentence that names the file when it cannot be read or a name has no word
 */
export function loadPlaces(file: URL | string = FILE): Places {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`The file of places "${file}" cannot be read; restore it.`, { cause });
  }
  const lines = text.split("\n").map((line) => line.trim());
  return new Places(
    lines.flatMap((line, at) => {
      if (line === "" || line.startsWith(COMMENT)) return [];
      const names = line.split(OR);
      if (names.some((name) => splitWords(name).length === 0))
        throw new Error(
          `The file of places "${file}" cannot be used: line ${at + 1} is "${line}"; write names with "|" between them.`,
        );
      return [names];
    }),
  );
}
