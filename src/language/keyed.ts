/** Acute, grave, hook, tilde and dot below, in the order in which Telex and VNI count them. */
export const TONES = ["\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
export const CIRCUMFLEX = "\u0302";
/** Horn and breve, which are one key in Telex. */
export const HORN_OR_BREVE = "w";
export const BAR = "đ";

/** The keys of Telex that put a tone on the syllable before them: no syllable ends in one of these letters. */
export const TONE_KEYS: ReadonlyMap<string, string> = new Map(
  [..."sfrxj"].map((key, at) => [key, TONES[at] ?? ""]),
);

const MARKS: ReadonlyMap<string, string> = new Map([
  ["\u031b", HORN_OR_BREVE],
  ["\u0306", HORN_OR_BREVE],
  ...[CIRCUMFLEX, ...TONES].map((mark) => [mark, mark] as const),
]);

/** A syllable as it is keyed: its bare letters, and the marks on them. */
export interface Keyed {
  readonly letters: string;
  readonly marks: ReadonlySet<string>;
}

/** What a lower-case word is when its keys are read as Telex. */
export function readTelex(word: string): Keyed {
  let letters = "";
  const marks = new Set<string>();
  for (const key of word) {
    const tone = TONE_KEYS.get(key);
    if (tone !== undefined && /[aeiouy]/.test(letters)) {
      for (const other of TONES) marks.delete(other);
      marks.add(tone);
    } else if (key === "w" && /[aou]/.test(letters)) marks.add(HORN_OR_BREVE);
    else if (key === "d" && letters.startsWith("d") && !marks.has(BAR)) marks.add(BAR);
    else if (/[aeo]/.test(key) && letters.includes(key) && !marks.has(CIRCUMFLEX)) marks.add(CIRCUMFLEX);
    else if (key === "w") {
      letters += "u";
      marks.add(HORN_OR_BREVE);
    } else letters += key;
  }
  return { letters, marks };
}

/** What a figure does to the syllable before it in VNI. */
const FIGURES = new Map(
  [...TONES, CIRCUMFLEX, HORN_OR_BREVE, HORN_OR_BREVE, BAR].map((mark, at) => [String(at + 1), mark]),
);

/** What a lower-case word is when its figures are read as VNI. */
export function readVni(word: string): Keyed {
  let letters = "";
  const marks = new Set<string>();
  for (const key of word) {
    const mark = FIGURES.get(key);
    if (mark === undefined) letters += key;
    else marks.add(mark);
  }
  return { letters, marks };
}

/** The keys of a lower-case syllable. */
export function keysOf(syllable: string): Keyed {
  const marks = new Set([...syllable.normalize("NFD")].flatMap((character) => MARKS.get(character) ?? []));
  if (syllable.startsWith(BAR)) marks.add(BAR);
  return {
    letters: syllable
      .normalize("NFD")
      .replace(/\p{M}+/gu, "")
      .replace(BAR, "d"),
    marks,
  };
}

/** Keys as one text, to look them up by. */
export function nameKeys({ letters, marks }: Keyed): string {
  return [letters, ...[...marks].sort()].join(" ");
}
