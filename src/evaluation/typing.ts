import { foldDiacritics } from "../language/fold.ts";
import { createRandom } from "./random.ts";

/** Ways in which people type less than they mean. */
export const TYPINGS = ["typed", "folded", "half", "typo"] as const;
export type Typing = (typeof TYPINGS)[number];

/** A question as people type it in a hurry. The same seed gives the same slips. */
export function retype(question: string, typing: Typing, typos: number, seed: number): string {
  if (typing === "folded") return foldDiacritics(question);
  if (typing === "half") return foldEverySecond(question);
  if (typing === "typo") return mistype(question, typos, seed);
  return question;
}

function foldEverySecond(question: string): string {
  return question
    .split(" ")
    .map((word, at) => (at % 2 === 1 ? foldDiacritics(word) : word))
    .join(" ");
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Slips of one letter each, in words of three letters or more: swapped, left out, doubled, or another letter. */
export function mistype(question: string, count: number, seed: number): string {
  const words = question.normalize("NFC").split(" ");
  const random = createRandom(seed);
  for (let made = 0; made < count; made++) {
    const long = [...words.keys()].filter((at) => /^\p{L}{3,}/u.test(words[at] ?? ""));
    const at = long[Math.floor(random() * long.length)];
    if (at !== undefined) words[at] = slip(words[at] ?? "", random);
  }
  return words.join(" ");
}

/** A slip that can be seen: two equal letters may be swapped, or a letter put for itself. */
function slip(word: string, random: () => number): string {
  for (;;) {
    const slipped = slipOnce(word, random);
    if (slipped !== word) return slipped;
  }
}

function slipOnce(word: string, random: () => number): string {
  const letters = /^\p{L}+/u.exec(word)?.[0].length ?? word.length;
  const place = Math.floor(random() * (letters - 1));
  const letter = LETTERS[Math.floor(random() * LETTERS.length)] ?? "x";
  const [before, here, next, after] = [
    word.slice(0, place),
    word[place],
    word[place + 1],
    word.slice(place + 2),
  ];
  switch (Math.floor(random() * 4)) {
    case 0:
      return `${before}${next}${here}${after}`;
    case 1:
      return `${before}${next}${after}`;
    case 2:
      return `${before}${here}${here}${next}${after}`;
    default:
      return `${before}${letter}${next}${after}`;
  }
}
