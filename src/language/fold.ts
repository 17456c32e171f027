const COMBINING_MARKS = /\p{M}+/gu;
/** What was typed without diacritics, and has none to lose. */
const ASCII_ONLY = /^\p{ASCII}*$/u;

/**
 * Vietnamese without diacritics, as people type in a hurry: `cụm công nghiệp` becomes `cum cong nghiep`.
 * Capitals stay capitals; `đ` is no composed letter in Unicode and is mapped by hand.
 */
export function foldDiacritics(text: string): string {
  if (ASCII_ONLY.test(text)) return text;
  return text.normalize("NFD").replace(COMBINING_MARKS, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

/** Whether a text is typed without diacritics: an emoji is none. */
export function isBare(text: string): boolean {
  return foldDiacritics(text) === text;
}
