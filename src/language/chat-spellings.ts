import { foldDiacritics, isBare } from "./fold.ts";
import { isEnglishOnly } from "./function-words.ts";
import { loadKnownSyllables } from "./known-syllables.ts";
import { splitSyllables } from "./syllables.ts";
import { placeTone } from "./tone.ts";

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

/** After these a letter is the name of something: `điểm k khoản 1`, `gen z`, `25 k`, `R&D`. */
const BEFORE_A_LETTER =
  /(?:[\d&]\s*|(?<![\p{L}\p{M}])(?:điểm|khoản|mục|gen|hệ|vitamin|đến|nhóm|hạng|loại|lớp|chữ|diem|khoan|loai|hang)\s+)$/iu;
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

/** `T8/2020`, `Q3/2023` and `6T/2021`, the first six months: a month, a quarter or so many months of a year. */
const PERIOD =
  /(?<![\p{L}\p{N}])(?:([TQ])\.?\s?(0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])\s?(T))(?=\s?[/-]?\s?(?:19|20)\d\d(?!\d))[/-]?\s?/giu;
/** `6T đầu năm`, `3T cuối năm` */
const MONTHS = /(?<![\p{L}\p{N}])(\d{1,2})\s?T(?=\s+(?:đầu|dau|cuối|cuoi)\s+(?:năm|nam))/giu;
/** A letter held down at the end of a word: `đâuuu`, `việcc`; of a name nobody knows. */
const HELD = /^(\p{Ll}+?)(\p{Ll})\2+$/u;

/** A word without the letters that are too many, where it is one of the language then and was none before. */
function letGo(word: string): string {
  const [, begun = "", last = ""] = HELD.exec(word) ?? [];
  if (last === "") return word;
  const known = loadKnown();
  return !known.has(placeTone(word)) && known.has(placeTone(begun + last)) ? begun + last : word;
}

let syllables: ReadonlySet<string> | undefined;

function loadKnown(): ReadonlySet<string> {
  syllables ??= loadKnownSyllables();
  return syllables;
}

/** The words of a period, `Q` for a quarter and `T` for months, with a space behind them. */
function writeOutPeriod(letter: string, which: string, isCount: boolean): string {
  const unit = letter.toUpperCase() === "Q" ? "quý" : "tháng";
  return isCount ? `${which} ${unit} đầu năm ` : `${unit} ${which} năm `;
}

/**
 * Writes out what is shortened as people do in a chat: `co bn cum` asks `co bao nhieu cum`. A single capital or a word of
 * capitals is left as it is (`R&D`, `BN`), and nothing gets diacritics in a text that has none.
 * @param text NFC
 */
export function writeOutChat(text: string): string {
  const bare = isBare(text);
  if (bare && splitSyllables(text).some(isEnglishOnly)) return text;
  return text
    .replace(PERIOD, (_, letter?: string, which?: string, count?: string, of?: string) => {
      const period = writeOutPeriod(letter ?? of ?? "", which ?? count ?? "", count !== undefined);
      return bare ? foldDiacritics(period) : period;
    })
    .replace(MONTHS, (_, months: string) => `${months} ${bare ? "thang" : "tháng"}`)
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
