/**
 * TCVN3, also called ABC (TCVN 5712:1993, VN3): the letters of the .VnTime fonts, one byte each, as they look when
 * read as windows-1252. Pairs of what is seen and what is meant.
 */
const LETTERS =
  "µà¶ả·ã¸á¹ạ¨ă»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậ®đÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞị" +
  "ßòáỏâõãóäọ«ôåồæổçỗèốéộ¬ơêờëởìỡíớîợïùñủòũóúôụ\u00adưõừöử÷ữøứùựúỳûỷüỹýýþỵ" +
  "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¯ẰºẲ¿ẴÀẮÁẦÂẨÃẪÄẤÅỀÍỂÙỄÚẾÛỒàỔðỖ";

const MEANT = new Map(
  Array.from({ length: LETTERS.length / 2 }, (_, at) => [LETTERS.charAt(2 * at), LETTERS.charAt(2 * at + 1)]),
);

const WORD = /[A-Za-z\u00a1-\u00ff]+/g;

/** The words that were written in TCVN3. Capitals with tone marks have fonts of their own: the word shows them. */
export function readTcvn3(line: string): string {
  return line.replace(WORD, (word) => {
    const letters = [...word].map((letter) => MEANT.get(letter) ?? letter).join("");
    const plain = word.match(/[A-Za-z]/g) ?? [];
    const isCapital = plain.length > 1 && plain.every((letter) => letter === letter.toUpperCase());
    return isCapital ? letters.toUpperCase() : letters;
  });
}
