/**
 * Where the tone mark stands in `oa`, `oe` and `uy` at the end of a syllable: old style `hòa`, new style `hoà`.
 * Both are in use, often in one text, so they are compared in the old style.
 */
const NEW_STYLE_ENDINGS: ReadonlyArray<readonly [string, string]> = [
  ["oà", "òa"],
  ["oá", "óa"],
  ["oả", "ỏa"],
  ["oã", "õa"],
  ["oạ", "ọa"],
  ["oè", "òe"],
  ["oé", "óe"],
  ["oẻ", "ỏe"],
  ["oẽ", "õe"],
  ["oẹ", "ọe"],
  ["uỳ", "ùy"],
  ["uý", "úy"],
  ["uỷ", "ủy"],
  ["uỹ", "ũy"],
  ["uỵ", "ụy"],
];

const OLD_STYLE = new Map(NEW_STYLE_ENDINGS);
const NEW_STYLE_OF = new Map(NEW_STYLE_ENDINGS.map(([ending, old]) => [old, ending] as const));

/** A text of lower-case NFC syllables in which `placeTone` may find something to do. */
export const NEW_STYLE = new RegExp(NEW_STYLE_ENDINGS.map(([ending]) => ending).join("|"));

/** One lower-case NFC syllable with its tone mark where the old style puts it: `hoà` becomes `hòa`. */
export function placeTone(syllable: string): string {
  return moveTone(syllable, OLD_STYLE);
}

/** The same where the new style puts it: `hòa` becomes `hoà`. */
export function placeToneAnew(syllable: string): string {
  return moveTone(syllable, NEW_STYLE_OF);
}

function moveTone(syllable: string, endings: ReadonlyMap<string, string>): string {
  if (syllable.length < 2) return syllable;
  const ending = endings.get(syllable.slice(-2));
  // In `quý` the u belongs to the initial consonant, and both styles mark the y.
  if (ending === undefined || (ending.endsWith("y") && syllable.at(-3) === "q")) return syllable;
  return syllable.slice(0, -2) + ending;
}
