import { foldDiacritics } from "./fold.ts";

/** What kind of answer a question asks for, as far as its words tell. */
export type QuestionKind =
  | "number"
  | "percentage"
  | "money"
  | "date"
  | "person"
  | "place"
  | "list"
  | "reason";

/** Question words of both languages, without diacritics, because people leave them out. */
const ASKS: ReadonlyArray<readonly [QuestionKind, RegExp]> = [
  [
    "percentage",
    /\b(phan tram|ty le|ti le|bao nhieu %|ty trong|what (share|percentage|percent)|percent(age)?)\b|%/,
  ],
  [
    "money",
    /\b(bao nhieu (tien|ty|ti|trieu|dong|usd)|tong von|von dau tu|kinh phi|tri gia|how much (money|funding))\b/,
  ],
  ["number", /\b(bao nhieu|may|so luong|how many|how much|tong so|dat muc nao|muc nao)\b/],
  [
    "date",
    /\b(khi nao|bao gio|luc nao|ngay nao|nam nao|thang nao|thoi gian nao|ngay may|when|what (date|year|day))\b/,
  ],
  ["person", /\b(ai|nguoi nao|ong nao|ba nao|who|whom)\b/],
  ["place", /\b(o dau|noi nao|dia diem|cho nao|where)\b/],
  ["list", /\b(nhung gi|cac gi|gom|bao gom|nhung .{2,30} nao|cac .{2,30} nao|which|what are)\b/],
  ["reason", /\b(vi sao|tai sao|ly do|li do|nguyen nhan|do dau|why|reason)\b/],
];

/** The kinds of answer that a question may want; none when its words do not tell. */
export function detectQuestionKinds(question: string): QuestionKind[] {
  const folded = foldDiacritics(question).toLowerCase();
  return ASKS.filter(([, pattern]) => pattern.test(folded)).map(([kind]) => kind);
}

const HAS: Readonly<Record<QuestionKind, RegExp>> = {
  number: /\d/u,
  percentage: /\d\s*%|phần trăm/iu,
  money: /\d[\d.,]*\s*(?:nghìn |triệu |trăm )*(?:tỷ|tỉ|triệu|đồng|usd|vnđ|vnd|euro)/iu,
  date: /\d{1,2}[/-]\d{1,2}|(?:năm|tháng|quý|ngày)\s+\d|\b(?:19|20)\d{2}\b/iu,
  person:
    /(?:ông|bà|đồng chí|bí thư|chủ tịch|giám đốc|bộ trưởng|cục trưởng|thủ tướng)\b[^.]{0,80}?\p{Lu}[\p{L}\p{M}]*\s\p{Lu}/iu,
  place: /(?:tại|ở|trên địa bàn|huyện|quận|thị xã|phường|xã|tỉnh|thành phố)\s+\p{Lu}/u,
  list: /[,;].*[,;]|\bvà\b/u,
  reason: /\b(?:do|vì|bởi|nhằm|nhờ|nguyên nhân)\b/iu,
};

/** Whether a sentence holds an answer of that kind. */
export function holdsAnswerOf(kind: QuestionKind, sentence: string): boolean {
  return HAS[kind].test(sentence);
}
