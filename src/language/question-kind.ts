import { holdsQuantity, type Quantity } from "./figures.ts";
import { foldDiacritics } from "./fold.ts";
import { isEnglishOnly, isStar } from "./function-words.ts";
import { splitSyllables } from "./syllables.ts";

/** What kind of answer a question asks for, as far as its words tell. */
export type QuestionKind =
  | "number"
  | "percentage"
  | "money"
  | "date"
  | "duration"
  | "person"
  | "organisation"
  | "place"
  | "list"
  | "reason";

/** Where a word begins and ends: JavaScript's `\b` takes `à` for the end of one. */
const START = "(?<![\\p{L}\\p{M}\\p{N}])";
const END = "(?![\\p{L}\\p{M}\\p{N}])";

function wholeWords({ source }: RegExp, flags = "iu"): RegExp {
  return new RegExp(`${START}(?:${source})${END}`, flags);
}

/** Question words of both languages, without diacritics, because people leave them out. */
const ASKS: ReadonlyArray<readonly [QuestionKind, RegExp]> = [
  [
    "percentage",
    /\b(phan tram|ty le|ti le|ty trong|lai suat|(tang|giam)( truong)?( duoc| khoang)? (bao nhieu|may)|what (share|percentage|percent)|percent(age)?|interest rate|growth (rate|target)|what growth)\b|%/,
  ],
  [
    "money",
    /\b(bao nhieu (tien|ty|ti|trieu|dong|usd)|tong von|von dau tu|kinh phi|tri gia|(kim ngach|doanh thu|doanh so|thu nhap|muc phat)(?!.{0,40} (tang|giam)) .{0,60}\bbao nhieu|gia bao nhieu|(het|ton|mat) bao nhieu(?=\W*$| (tien|chi phi|kinh phi|vay|the|a|nhi|mot|moi|1)\b)|how much (money|funding|does)|how expensive)\b/,
  ],
  ["number", /\b(so luong|tong so|muc nao|how (big|large|far|high|often))\b/],
  [
    "date",
    /\b(khi nao|bao gio|luc nao|hom nao|(ngay|nam|thang|thoi gian|giai doan) nao|ngay may|han chot|when|what (date|year|day)|deadline)\b/,
  ],
  ["duration", /\b(bao lau|(trong|mat|het) may (gio|tieng|phut|ngay|tuan|thang|nam)|thoi han|how long)\b/],
  ["person", /\b(ai|nguoi nao|ong nao|ba nao|ten (day du )?(la )?gi|who|whom)\b/],
  [
    "organisation",
    /\b((don vi|co quan|cong ty|doanh nghiep|tap doan|ngan hang|to chuc|hiep hoi|hop tac xa) nao|which (company|companies|firms?|agency|agencies|department|banks?|organi[sz]ations?|enterprises?|authority|authorities))\b/,
  ],
  [
    "place",
    /\b(o dau|dia diem|(noi|cho|pho|quan|huyen|xa|phuong|tinh|nuoc|quoc gia|thi truong|dia phuong|duong) nao|where|(which|what) (district|province|place|country|countries|markets?|city|cities))\b/,
  ],
  ["list", /\b(nhung gi|cac gi|gom|bao gom|nhung .{2,30} nao|cac .{2,30} nao|which|what are)\b/],
  [
    "reason",
    /\b(vi sao|tai sao|ly do|li do|nguyen nhan|do dau|vi dau|tai dau|nho dau|co sao|(tai|vi) (cai )?gi|why|reason)\b|^sao\b|(?<!\d |\bra |\bthi |\blam |\bngoi )\bsao (lai|ma|chua|van|cu|mai)\b/,
  ],
];

/** Typed with these diacritics, a word is none that asks. */
const ASKS_NOTHING = wholeWords(/gốm|ái|ải/, "giu");

/** The kinds of answer that a question may want; none when its words do not tell. */
export function detectQuestionKinds(question: string): QuestionKind[] {
  const folded = foldDiacritics(question.normalize("NFC").replace(ASKS_NOTHING, "")).toLowerCase();
  const syllables = splitSyllables(question);
  const asksHowMany = syllables.some((_, at) => matchHowMany(syllables, at) > 0);
  return ASKS.filter(([kind, pattern]) => pattern.test(folded) || (kind === "number" && asksHowMany)).map(
    ([kind]) => kind,
  );
}

/** What asks without telling for what, without diacritics. */
const ASKS_SOMETHING = new RegExp(
  [
    "\\?",
    "\\b(?:gi|nao|la ai|hay khong|duoc khong|co khong|phai khong)\\b",
    "\\b(?:khong|chua)\\s*$",
    "\\b(?:what|which|who|how|when|where|why)\\b",
    "^(?:is|are|was|were|does|did|do|can|has|have)\\b",
  ].join("|"),
);

/**
 * Whether a text asks nothing but names a topic, as headlines and keywords do, which want a passage that is about them.
 * @param kinds the kinds of answer that it wants
 */
export function isTopic(text: string, kinds: readonly QuestionKind[]): boolean {
  const syllables = splitSyllables(text);
  const asksHow = syllables.some((syllable, at) => syllable === "sao" && !isStar(syllables, at));
  return kinds.length === 0 && !asksHow && !ASKS_SOMETHING.test(foldDiacritics(text).toLowerCase());
}

/** `thế nào` and `what about` want what the question before wanted. */
const ASKS_ANEW = /(?<!\bthe )\bnao\b|\bgi\b|\bwhich\b|\bwhat (?!about|is|are|was|were|of)/;

/** Whether a follow-up asks something itself, and not what the question before asked of something else. */
export function asksItself(followUp: string): boolean {
  return detectQuestionKinds(followUp).length > 0 || ASKS_ANEW.test(foldDiacritics(followUp).toLowerCase());
}

/** Each word with its diacritics and without. */
const HOW_MANY = [["bao", "nhiêu"], ["mấy"], ["how", "many"], ["how", "much"]].map((phrase) =>
  phrase.map((word) => ({ word, bare: foldDiacritics(word) })),
);
/** Without diacritics `mấy` looks like `may` and `máy`: what stands before or after these is that. */
const BEFORE_NO_NUMBER = new Set(
  "dệt det nhà nha xe hàng hang xưởng xuong thợ tho ngành nganh đồ".split(" "),
);
const AFTER_NO_NUMBER = new Set("mặc mac móc moc tính tinh bay".split(" "));

/**
 * How many of the syllables from here on ask for a number; 0 when they do not.
 * @param syllables lower case, NFC
 */
export function matchHowMany(syllables: readonly string[], at: number): number {
  const asks = HOW_MANY.find((phrase) =>
    phrase.every(({ word, bare }, offset) => {
      const typed = syllables[at + offset];
      return typed === word || typed === bare;
    }),
  );
  if (asks === undefined) return 0;
  const isThing =
    syllables[at] === "may" &&
    (BEFORE_NO_NUMBER.has(syllables[at - 1] ?? "") ||
      AFTER_NO_NUMBER.has(syllables[at + 1] ?? "") ||
      syllables.some(isEnglishOnly));
  return isThing ? 0 : asks.length;
}

/** A year alone, a date or the number of a document (`111/2015/NĐ-CP`) counts nothing. */
const NUMBER = wholeWords(
  /(?<![\d.,/])(?!(?:19|20)\d{2}(?![.,]?\d|%))\d+(?:[.,]\d+)*(?![.,]?\d|\/)|hai|bốn|sáu|bảy|tám|chín|mười/,
);

/** Countries and blocs as news in Vietnamese name them; `Anh`, `Nga`, `Đức` and `Pháp` alone may be names. */
const COUNTRIES =
  "Hoa Kỳ|Mỹ(?! \\p{Lu})|Nhật Bản|Hàn Quốc|Trung Quốc|Đài Loan|Hồng Kông|Singapore|Thái Lan|Malaysia|Indonesia|Philippines|" +
  "Lào|Campuchia|Myanmar|Ấn Độ|Australia|New Zealand|Canada|Mexico|Brazil|Hà Lan|Italia|Tây Ban Nha|UAE|EU|ASEAN|" +
  "[Cc]hâu (?:Âu|Á|Phi|Mỹ|Đại Dương)|Trung Đông|Bắc Mỹ|Liên minh châu Âu";

/** An office, company or the like: what it is, and its name within some words. */
const ORGANISATION =
  `${START}(?:[Ss]ở|[Bb]ộ|[Cc]ục|[Cc]hi cục|[Tt]ổng cục|[Cc]ông ty|[Tt]ập đoàn|[Nn]gân hàng|[Tt]rung tâm|[Bb]an [Qq]uản lý|` +
  "[Hh]iệp hội|(?<!xã )[Hh]ội|UBND|[Ủủ]y ban|Uỷ ban|uỷ ban|[Pp]hòng|[Vv]iện|[Qq]uỹ|[Hh]ợp tác xã|HTX|[Ll]iên hiệp|" +
  "(?<!thị |Thị |môi |Môi )[Tt]rường(?! học)|[Đđ]ại học|[Hh]uyện (?:ủy|uỷ)|[Tt]hành (?:ủy|uỷ)|[Đđ]ội(?! ngũ)|[Tt]hương vụ)" +
  "(?:\\s(?!(?:ở|của|tại|trong|trên|và)\\s)\\p{Ll}[\\p{L}\\p{M}]*){0,4}\\s\\p{Lu}";

const HAS: Readonly<Record<Exclude<QuestionKind, Quantity>, RegExp>> = {
  number: NUMBER,
  date: wholeWords(/\d{1,2}[/-]\d{1,2}(?:[/-]\d+)?|(?:năm|tháng|quý|ngày)\s+\d+|(?:19|20)\d{2}(?!\/)/),
  duration: wholeWords(
    /(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|nửa)\s+(?:giờ|tiếng|phút|ngày|tuần|tháng|năm)(?!\s+\d)/,
  ),
  // Who does something may be an office as well: `do ai làm?`.
  person: new RegExp(
    `${START}(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Bb]í thư|[Cc]hủ tịch|[Gg]iám đốc|[Bb]ộ trưởng|[Tt]hứ trưởng|[Cc]ục trưởng|` +
      `[Tt]rưởng (?:phòng|ban|đoàn|khoa|bộ môn)|[Hh]iệu trưởng|[Nn]ghệ nhân|[Tt]iến sĩ|[Tt]hủ tướng)${END}[^.]{0,80}?` +
      `${START}\\p{Lu}[\\p{L}\\p{M}]*\\s\\p{Lu}` +
      `|(?:^[-–•+]\\s*|${START}(?:[Dd]o|[Gg]iao(?: cho)?|cùng|với)\\s)${ORGANISATION}`,
    "u",
  ),
  organisation: new RegExp(ORGANISATION, "u"),
  place: new RegExp(
    `${START}(?:(?:[Tt]ại|[Ởở]|[Tt]rên địa bàn|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Pp]hường|[Xx]ã|[Tt]ỉnh|[Tt]hành phố|[Pp]hố|[Đđ]ường|[Nn]ước|` +
      "[Cc]hợ|[Ll]àng|[Kk]hu|[Cc]ụm|[Cc]ảng|[Cc]ửa khẩu|[Ss]ông|[Ss]ân bay)\\s+\\p{Lu}" +
      "|(?:[Tt]ới|[Đđ]ến|[Tt]ừ|[Ss]ang|[Ll]à|[Gg]ồm|[Tt]rong đó có)\\s+(?!Thứ|Quý|Tháng|Chủ|Ông|Bà|Tết|\\p{Lu}{2})\\p{Lu}" +
      `|(?:${COUNTRIES})${END})` +
      // Where a place is: `Yên Thường (Gia Lâm)`.
      "|\\p{Ll}\\s\\((?:\\p{Lu}\\p{Ll}+\\s?){2,}\\)",
    "u",
  ),
  list: /[,;].*[,;]|\svà\s/isu,
  reason: wholeWords(
    /(?<!tự )do(?! dự)|vì|bởi|nhằm|nhờ|nguyên nhân|lý do|khiến|(?<!trở |tạo |làm )nên|vướng|(?<!thanh |thể )thiếu(?! niên)|để/,
  ),
};

/** Whether a sentence holds an answer of that kind. */
export function holdsAnswerOf(kind: QuestionKind | Quantity, sentence: string): boolean {
  return isQuantity(kind) ? holdsQuantity(kind, sentence) : HAS[kind].test(sentence);
}

function isQuantity(kind: QuestionKind | Quantity): kind is Quantity {
  return !(kind in HAS);
}
