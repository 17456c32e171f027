/** Other ways to write a number: how many words of a text it takes, and each form as one word. */
export interface NumberForms {
  readonly length: number;
  readonly forms: readonly string[];
}

const DIGITS = /^\d+$/;
const GROUP = /^\d{3}$/;
/** Millions of thousands are the largest numbers in news. */
const MOST_GROUPS = 4;
/** `1,5` and `12,75`; three figures after a comma may be a group as well. */
const FRACTION = /^\d{1,3}$/;
/** A year is never written `2.020`. */
const YEAR = /^(?:19|20)\d{2}$/;

/**
 * The ways in which articles may write a number that begins at a word: Vietnamese puts a dot between thousands and a comma
 * before a fraction, English the other way round, and where marks cannot be typed they are left out or become spaces:
 * `2 700`, `2,700` and `2700` may all be `2.700`, and `3 5` may be `3,5`.
 *
 * @param words as `splitSyllables` gives them
 * @returns `null` where no number begins or it can be written in one way only
 */
export function findNumberForms(words: readonly string[], at: number): NumberForms | null {
  const word = words[at] ?? "";
  if (!DIGITS.test(word)) {
    const swapped = swapMarks(word);
    return swapped === null ? null : { length: 1, forms: [swapped] };
  }
  const groups = takeGroups(words, at);
  if (groups.length > 1) {
    const forms = [groups.join(".")];
    if (groups.length === 2) forms.push(groups.join(","));
    return { length: groups.length, forms };
  }
  const next = words[at + 1] ?? "";
  if (FRACTION.test(next)) return { length: 2, forms: [`${word},${next}`] };
  if (word.length < 4 || YEAR.test(word)) return null;
  return { length: 1, forms: [word.replace(/\B(?=(?:\d{3})+$)/g, ".")] };
}

/** `16,150` for `16.150` and the other way round; `null` for what is no number with marks. */
function swapMarks(word: string): string | null {
  if (!/^\d+(?:[.,]\d+)+$/.test(word)) return null;
  return word.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}

/** The first figures and the groups of three that follow; only the first where it is no beginning of such a number. */
function takeGroups(words: readonly string[], at: number): string[] {
  const groups = [words[at] ?? ""];
  if (!/^[1-9]\d{0,2}$/.test(groups[0] ?? "")) return groups;
  while (groups.length < MOST_GROUPS && GROUP.test(words[at + groups.length] ?? "")) {
    groups.push(words[at + groups.length] ?? "");
  }
  return groups;
}

const TENS = ["", "x", "xx", "xxx"];
const ONES = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
/** Arabic numbers by the Roman ones that articles count quarters, terms and congresses with, lower case; 1 to 39. */
const ROMAN = TENS.flatMap((ten, tens) =>
  ONES.map((one, ones) => [ten + one, String(10 * tens + ones)] as const),
).slice(1);
const TO_ROMAN = new Map(ROMAN.map(([roman, arabic]) => [arabic, roman]));
const TO_ARABIC = new Map(ROMAN);

/** What is a syllable or a letter besides, and a numeral only behind what is counted so. */
const AMBIGUOUS = /^(?:i|v|x|vi|xi)$/;
const COUNTED =
  /^(?:quý|khóa|hội|kỳ|thứ|hạng|loại|lục|chương|cấp|phần|mục|quy|khoa|hoi|ky|thu|hang|loai|luc|chuong|cap|phan|muc)$/;

/**
 * `iii` for `3` and `3` for `iii`; `null` for what is neither.
 * @param before the word before it, for in `vi phạm` there is no 6
 */
export function swapNumerals(word: string, before = ""): string | null {
  const other = TO_ROMAN.get(word.replace(/^0(?=\d$)/, "")) ?? TO_ARABIC.get(word) ?? null;
  if (other === null || COUNTED.test(before)) return other;
  return AMBIGUOUS.test(word) || AMBIGUOUS.test(other) ? null : other;
}
