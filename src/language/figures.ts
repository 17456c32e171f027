/** What a figure may measure, as far as its unit tells. */
export type Quantity = "money" | "percentage" | "area" | "length" | "mass" | "power" | "volume";

/** A figure, in figures or spelled, whose scales may be written out (`hàng nghìn tỷ`). */
const FIGURE =
  "(?<![\\p{L}\\p{M}\\d.,])(?:\\d[\\d.,]*|hàng|vài|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\\s*" +
  "(?:(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\\s+)*";
const END = "(?![\\p{L}\\p{M}\\p{N}])";

function figureIn(units: string): RegExp {
  return new RegExp(`${FIGURE}(?:${units})${END}`, "iu");
}

/** A scale of money before a word that counts is of that: `5 triệu lượt khách`. */
const WITHOUT_THINGS =
  "(?=\\s*(?:[^\\s\\p{L}\\p{M}]|$|(?:đồng|mỗi|một|cho|để|vào|từ|so|với|và|trong|là|do|được|tăng|giảm|bằng|chiếm|nhằm|của|ở|tại)\\s))";

const HOLDS: Readonly<Record<Quantity, RegExp>> = {
  money: figureIn(
    `(?:tỷ|tỉ|triệu)${WITHOUT_THINGS}|đồng(?! (?:chí|bào|hồ|loạt|thời))|đ|₫|usd|vnđ|vnd|euro?|đô la|đô(?! thị)|nhân dân tệ|ndt|yên|won`,
  ),
  percentage: /\d\s*%|phần trăm/iu,
  area: figureIn("ha|hecta|héc[\\s-]?ta|m2|m²|km2|km²|mét\\s+vuông|sào"),
  length: figureIn("km(?!\\/h)|m|mét(?!\\s+(?:vuông|khối))|cây số|ki[\\s-]?lô[\\s-]?mét"),
  mass: figureIn("tấn(?! công)|tạ|kg|cân(?! đối)|ký(?! (?:túc|kết))|ki[\\s-]?lô[\\s-]?gam|gam|gram"),
  power: figureIn("mw|kw|kwh|mwh|gw|gwh|kva|mva|mwp|kwp"),
  volume: figureIn("m3|m³|mét\\s+khối|lít"),
};

/** Whether a sentence of an article tells a figure of that quantity. */
export function holdsQuantity(quantity: Quantity, sentence: string): boolean {
  return HOLDS[quantity].test(sentence);
}
