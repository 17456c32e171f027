/** Abbreviations written with a full stop before a name or a number (`TP. Hà Nội`, `GS. Trần`, `No. 5`). */
const BEFORE_A_NAME = new Set(
  (
    "TP Tp TX Tx TT Tt Q P H KP GS PGS TS TSKH ThS Ths BS BSCKI BSCKII DS KS LS KTS NSND NSƯT " +
    "Mr Mrs Ms Dr Prof St No Vol Fig Gen Sen Rep Gov Col Lt Capt Rev Hon Jr Sr"
  ).split(" "),
);

/**
 * Words that open a sentence and no name: after `của TP.` they show that the sentence did end.
 * First syllables only; a place or person whose name begins so is not known.
 */
const SENTENCE_OPENERS = new Set(
  (
    "Về Ngoài Đồng Theo Tuy Do Trong Tại Đây Các Những Đến Vì Bên Cùng Đặc Hai Ông Bà Trước Sau Với Khi Để Nhờ " +
    "Hiện Nếu Mặt Cũng Nhưng Và Từ Qua Riêng Đối Mặc Nhằm Thời Việc Một Nhiều Đó Điều Chính Còn Bởi Song Như " +
    "Dự Tính Cụ Tiếp Kết Phát Thông The This That These In On At By For But And It He She They We As"
  ).split(" "),
);

/** A single capital is an initial (`Nguyễn V. Anh`), a row of them with stops a short name (`U.S. Steel`). */
const INITIALS = /^(?:\p{Lu}\.)*\p{Lu}$/u;
const FIRST_WORD = /^[\p{L}\p{M}]+/u;

/**
 * Whether a full stop after `word` leaves the sentence open.
 *
 * @param word the letters, digits and stops right before the stop
 * @param rest the text after the stop and its white space
 */
export function leavesSentenceOpen(word: string, rest: string): boolean {
  const isAbbreviation = BEFORE_A_NAME.has(word.split(".").at(-1) ?? word) || INITIALS.test(word);
  if (!isAbbreviation) return false;
  const next = FIRST_WORD.exec(rest)?.[0];
  return next === undefined || !SENTENCE_OPENERS.has(next);
}
