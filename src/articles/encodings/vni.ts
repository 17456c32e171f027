/**
 * VNI-Windows: a plain letter and behind it a second one that stands for its marks, as they look when read as
 * windows-1252.
 */
const TONES: ReadonlyArray<readonly [string, string]> = [
  ["ù", "\u0301"],
  ["ø", "\u0300"],
  ["û", "\u0309"],
  ["õ", "\u0303"],
  ["ï", "\u0323"],
];

const CIRCUMFLEX_TONES: ReadonlyArray<readonly [string, string]> = [
  ["â", ""],
  ["á", "\u0301"],
  ["à", "\u0300"],
  ["å", "\u0309"],
  ["ã", "\u0303"],
  ["ä", "\u0323"],
];

const BREVE_TONES: ReadonlyArray<readonly [string, string]> = [
  ["ê", ""],
  ["é", "\u0301"],
  ["è", "\u0300"],
  ["ú", "\u0309"],
  ["ü", "\u0303"],
  ["ë", "\u0323"],
];

/** Letters that are one in VNI, too. */
const SINGLE: ReadonlyArray<readonly [string, string]> = [
  ["ñ", "đ"],
  ["ô", "ơ"],
  ["ö", "ư"],
  ["æ", "ỉ"],
  ["ó", "ĩ"],
  ["ò", "ị"],
  ["î", "ỵ"],
];

const MEANT = makeTable();
const LONGEST_FIRST = new RegExp([...MEANT.keys()].sort((a, b) => b.length - a.length).join("|"), "g");

/** The words that were written in VNI. */
export function readVni(line: string): string {
  return line.replace(LONGEST_FIRST, (seen) => MEANT.get(seen) ?? seen);
}

function makeTable(): Map<string, string> {
  const table = new Map<string, string>(SINGLE);
  const add = (letter: string, seen: string, mark: string, tones: typeof TONES) => {
    for (const [second, tone] of tones) table.set(seen + second, (letter + mark + tone).normalize("NFC"));
  };
  for (const letter of "aeouy") add(letter, letter, "", TONES);
  for (const letter of "aeo") add(letter, letter, "\u0302", CIRCUMFLEX_TONES);
  add("a", "a", "\u0306", BREVE_TONES);
  add("ơ", "ô", "", TONES);
  add("ư", "ö", "", TONES);
  for (const [seen, meant] of [...table]) table.set(seen.toUpperCase(), meant.toUpperCase());
  // Of a word that begins with a capital the mark is small: `Ñoâng`, `AÙnh` and `Aùnh`.
  for (const [seen, meant] of [...table])
    if (seen.length === 2) table.set(seen.charAt(0) + seen.charAt(1).toLowerCase(), meant);
  return table;
}
