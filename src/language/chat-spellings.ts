import { foldDiacritics } from "./fold.ts";

/**
 * How people shorten and bend the small words of a question in a chat, by what they mean. Only what is no word, number or
 * name by itself: `đk` is as often `điều kiện` as `được`, `hông` a hip, `bt` a kind of contract.
 */
const SPELLINGS = {
  "bao nhiêu": "bn bnh bnhiu bnhiêu bnhieu bnhju baonhieu baonhiêu baonhiu",
  nhiêu: "nhiu nhju",
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
  luôn: "lun",
  chưa: "chx",
  nhiều: "nhìu",
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

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const DIACRITICS = /[^\p{ASCII}]/u;
/** Whether capitals are those of a sentence or of `HNoi`; `Ng` within one may be a short Nguyễn, and `J` a name. */
function mayBegin(word: string, at: number): boolean {
  return word.length > (at === 0 ? 1 : 2) && /\p{Ll}/u.test(word);
}

/** `2k21`; also `năm 21`, which is no age and no count: the year that a question means has two digits at the end. */
const SHORT_YEAR =
  /(?<![\p{L}\p{N}])(?:2k(\d\d)|((?<!\d\s*)(?:năm|nam)\s+)([12]\d))(?![\p{L}\p{N}]|[.,/%-]\d|\s*(?:%|tuổi|tuoi|năm|nam|ngày|ngay|tháng|thang))/giu;

/**
 * Writes out what is shortened as people do in a chat: `co bn cum` asks `co bao nhieu cum`. A single capital or a word of
 * capitals is left as it is (`R&D`, `BN`), and nothing gets diacritics in a text that has none.
 * @param text NFC
 */
export function writeOutChat(text: string): string {
  const hasDiacritics = DIACRITICS.test(text);
  return text
    .replace(WORD, (typed, at: number) => {
      const word = WORDS.get(mayBegin(typed, at) ? typed.toLowerCase() : typed);
      if (word === undefined) return typed;
      return hasDiacritics ? word : foldDiacritics(word);
    })
    .replace(SHORT_YEAR, (_, after2k?: string, before?: string, short?: string) =>
      after2k === undefined ? `${before}20${short}` : `20${after2k}`,
    );
}
