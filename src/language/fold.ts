const COMBINING_MARKS = /\p{M}+/gu;

/**
 * Vietnamese without diacritics, as people type in a hurry: `cụm công nghiệp` becomes `cum cong nghiep`.
 * Capitals stay capitals; `đ` is no composed letter in Unicode and is mapped by hand.
 */
export function foldDiacritics(text: string): string {
  return text.normalize("NFD").replace(COMBINING_MARKS, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}
