import { foldDiacritics, isBare } from "./fold.ts";
import { isEnglishOnly } from "./function-words.ts";
import { isKnownSyllable } from "./known-syllables.ts";
import { writeOutPeriods } from "./periods.ts";
import { hasSyllableShape } from "./syllable-shape.ts";
import { splitSyllables } from "./syllables.ts";

/**
 * How people shorten and bend the small words of a question in a chat, by what they mean. Only what is no word, number or
 * name by itself: `đk` is as often `điều kiện` as `được`, `hông` a hip, `bt` a kind of contract.
 */
const SPELLINGS = {
  "bao nhiêu": "bn bnh bnhiu bnhiêu bnhieu bnhju baonhieu baonhiêu baonhiu",
  gì: "j ji jì gj",
  không: "ko k khg hok hk khum kô",
  được: "đc dc đuoc đươc",
  với: "vs wới",
  những: "nhg nhug nhữg",
  người: "ng ngừi ngừoi",
  "như thế nào": "ntn nthn",
  "thế nào": "tnao",
  "mọi người": "mn mng",
  mấy: "mí mếy",
  rồi: "r rùi",
  trước: "trc trk",
  việc: "vc",
  biết: "bik bjt",
  phải: "fải fai phãi",
  cũng: "cx cug",
  mới: "ms",
  làm: "lm",
  nữa: "nx",
  vậy: "z zậy zạy dzậy",
  chưa: "chx",
  nhiều: "nhìu nhiu nhju",
  "bây giờ": "bgio bjo bgiờ",
  tháng: "thg",
  trong: "trog",
  cho: "cko",
  "hỗ trợ": "htro htrợ",
  "thông tin": "ttin",
  "Hà Nội": "hnoi hnội hànội",
} as const;

const WORDS = new Map(
  Object.entries(SPELLINGS).flatMap(([word, spellings]) =>
    spellings.split(" ").map((spelling) => [spelling, word] as const),
  ),
);

/** After `bao` it is no `nhiều`. */
const HOW_MANY = /(?<=(?<![\p{L}\p{M}])bao\s+)(?:nhiu|nhju)(?![\p{L}\p{M}])/giu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Whether capitals are those of a sentence or of `HNoi`; `Ng` may be a short Nguyễn, `Ms` a lady, and `J` a name. */
function mayBegin(word: string, at: number): boolean {
  if (at === 0 && (word === "Ng" || word === "Ms")) return false;
  return word.length > (at === 0 ? 1 : 2) && /\p{Ll}/u.test(word);
}

/** After these a letter is the name of something: `điểm k khoản 1`, `gen z`, `25 k`, `R&D`; but not after a year. */
const BEFORE_A_LETTER =
  /(?:(?:&|(?<!(?<!\d)(?:19|20)\d)\d)\s*|(?<![\p{L}\p{M}])(?:điểm|khoản|mục|gen|hệ|vitamin|đến|nhóm|hạng|loại|lớp|chữ|diem|khoan|loai|hang)\s+)$/iu;
/** The longest that `BEFORE_A_LETTER` looks back. */
const LOOK_BACK = 12;

function isName(text: string, at: number, word: string): boolean {
  return (
    word.length <= 2 &&
    (text[at + word.length] === "&" || BEFORE_A_LETTER.test(text.slice(Math.max(0, at - LOOK_BACK), at)))
  );
}

/**
 * `2k21`; also `năm 21`, the two last digits of a year, where no count goes on: the end, a pause, or a word that tells of
 * the year. `Việt Nam 18 FTA` and `mỗi năm 20 triệu` are none.
 */
const SHORT_YEAR =
  /(?<![\p{L}\p{N}])(?:2k(\d\d)(?![\p{L}\p{N}])|((?<!(?:\d|mỗi|moi|một|mot|hàng|hang|hằng|mười|muoi|vài|vai|việt|viet|quảng|quang|hà|ha|miền|mien|phía|phia|đông|dong|tây|tay)\s+)(?:năm|nam)\s+)([12]\d)(?=\s*(?:[?!,;]|\.(?!\d)|$)|\s+(?:thì|thi|so|với|voi|là|la|có|co|tăng|tang|giảm|giam|đạt|dat|ra|thế|the|bao|mấy|may)(?![\p{L}\p{M}])))/giu;
/** `tháng 6 năm 21` */
const MONTH_OF_SHORT_YEAR =
  /(?<=(?:tháng|thang|quý|quy)\s+\d{1,2}\s+(?:năm|nam)\s+)([12]\d)(?=\s*(?:[?!,;.]|$)|\s)/giu;

/** A letter held down at the end of a small word: `đâuuu`, `việcc`, `gìii`. */
const HELD = /^\p{Ll}+(\p{Ll})\1$/u;

/** A word without the letters that are too many, where it is a syllable then and was none before. */
function letGo(word: string): string {
  const held = HELD.exec(word)?.[1];
  if (held === undefined || isKnownSyllable(word)) return word;
  const begun = word.slice(0, word.search(new RegExp(`${held}+$`, "u")));
  const meant = foldDiacritics(begun.slice(-1)) === held ? begun : begun + held;
  return hasSyllableShape(meant) && isKnownSyllable(meant) ? meant : word;
}

/**
 * Writes out what is shortened as people do in a chat: `co bn cum` asks `co bao nhieu cum`. A single capital or a word of
 * capitals is left as it is (`R&D`, `BN`), and nothing gets diacritics in a text that has none.
 * @param text NFC
 */
export function writeOutChat(text: string): string {
  const bare = isBare(text);
  if (bare && splitSyllables(text).some(isEnglishOnly)) return text;
  return writeOutPeriods(text, bare)
    .replace(WORD, letGo)
    .replace(HOW_MANY, bare ? "nhieu" : "nhiêu")
    .replace(WORD, (typed, at: number, whole: string) => {
      if (isName(whole, at, typed)) return typed;
      const word = WORDS.get(mayBegin(typed, at) ? typed.toLowerCase() : typed);
      if (word === undefined) return typed;
      return bare ? foldDiacritics(word) : word;
    })
    .replace(SHORT_YEAR, (_, after2k?: string, before?: string, short?: string) =>
      after2k === undefined ? `${before}20${short}` : `20${after2k}`,
    )
    .replace(MONTH_OF_SHORT_YEAR, "20$1");
}
