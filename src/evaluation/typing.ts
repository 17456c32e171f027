import { foldDiacritics } from "../language/fold.ts";
import { TONE_KEYS } from "../language/keyed.ts";
import { placeTone, placeToneAnew } from "../language/tone.ts";
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

/** Ways in which the same letters reach the bot, or the same keys. */
export const WAYS = ["nfd", "old-tones", "new-tones", "capitals", "spaces", "punctuation", "telex"] as const;
export type Way = (typeof WAYS)[number];

const LETTERS_OF_A_WORD = /[\p{L}\p{M}]+/gu;

/** A question as it is typed or sent in another way, which changes nothing of what it says. */
export function typeAnotherWay(question: string, way: Way): string {
  const text = question.normalize("NFC");
  switch (way) {
    case "nfd":
      return text.normalize("NFD");
    case "old-tones":
      return text.replace(LETTERS_OF_A_WORD, (word) => moveTone(word, placeTone));
    case "new-tones":
      return text.replace(LETTERS_OF_A_WORD, (word) => moveTone(word, placeToneAnew));
    case "capitals":
      return text.toUpperCase();
    case "spaces":
      return ` ${text.replaceAll(" ", "  ")}\t`;
    case "punctuation":
      return runTogether(text);
    case "telex":
      return text.replace(LETTERS_OF_A_WORD, keysOf);
  }
}

/** Tones are placed in small letters; a word of capitals is left. */
function moveTone(word: string, place: (syllable: string) => string): string {
  if (word.slice(1) !== word.slice(1).toLowerCase()) return word;
  const placed = place(word.toLowerCase());
  return word[0] === word[0]?.toLowerCase() ? placed : placed.charAt(0).toUpperCase() + placed.slice(1);
}

/** A comma without a space between every third and fourth word, never between figures, and more than one mark at the end. */
function runTogether(text: string): string {
  let spaces = 0;
  return `${text.replace(/ (?!\d)/g, () => (++spaces % 3 === 0 ? "," : " "))}?!`;
}

/** The key of each tone. */
const KEYS = new Map([...TONE_KEYS].map(([key, tone]) => [tone, key]));

/** The keys that make a word in Telex: marks of letters behind the letter, the tone at the end. */
function keysOf(word: string): string {
  let keys = "";
  let tone = "";
  for (const character of spellBars(word).normalize("NFD")) {
    if (KEYS.has(character)) tone = KEYS.get(character) ?? "";
    else if (character === "\u0302") keys += keys.at(-1)?.toLowerCase() ?? "";
    else if (character === "\u0306" || character === "\u031b") keys += "w";
    else keys += character;
  }
  return keys + tone;
}

/** `Đ` is `Dd` where small letters follow, `DD` in `TMĐT`. */
function spellBars(word: string): string {
  const isShort = word.length > 1 && word === word.toUpperCase();
  return word.replaceAll("đ", "dd").replaceAll("Đ", isShort ? "DD" : "Dd");
}
