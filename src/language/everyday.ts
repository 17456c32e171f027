/** What people say, and what officials write for it. */
export interface EverydayEntry {
  /** At least one form that people say. */
  readonly say: readonly EverydayForm[];
  /** At least one form that officials write, the most usual first. */
  readonly mean: readonly string[];
}

export interface EverydayForm {
  readonly text: string;
  /** Whether it counts only when typed with its diacritics: bare, `tien loi` is `tiện lợi` and not `tiền lời`. */
  readonly isExact: boolean;
}

const WORD = /[\p{L}\p{N}]/u;
/** Marks a form that counts only with its diacritics. */
const EXACT = "*";

/**
 * Reads lines `say, say > mean, mean`; empty ones and those that begin with `#` are left out.
 * @throws with the line's number and what is wrong with it
 */
export function parseEveryday(text: string): EverydayEntry[] {
  return text.split("\n").flatMap((line, at) => {
    const content = line.trim();
    if (content === "" || content.startsWith("#")) return [];
    const sides = content.split(">");
    const [say = [], mean = []] = sides.map((side) => side.split(",").map((form) => form.trim()));
    const wordless = [...say, ...mean].find((form) => !WORD.test(form));
    if (sides.length !== 2 || wordless !== undefined) {
      throw new Error(
        `Line ${at + 1} is "${content}"; write what people say, ">", and what officials write, with commas between forms.`,
      );
    }
    return [{ say: say.map(readForm), mean }];
  });
}

function readForm(form: string): EverydayForm {
  const isExact = form.startsWith(EXACT);
  return { text: isExact ? form.slice(EXACT.length) : form, isExact };
}
