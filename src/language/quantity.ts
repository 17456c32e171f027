import type { Quantity } from "./figures.ts";
import { matchFunctionPhrase } from "./function-words.ts";
import { matchHowMany } from "./question-kind.ts";
import { splitSyllables } from "./syllables.ts";

/** What some words tell of the figure asked for: `any`, that it counts things or has units of many kinds; `other`, nothing. */
type Told = Quantity | "any" | "other";

/** Phrases in syllables, with what they tell; of several that begin alike the longest counts. */
type Phrases = ReadonlyArray<readonly [Told, ReadonlyArray<readonly string[]>]>;

/** The units that are asked for in both languages; `square` and `cubic` begin English ones. */
const UNITS: Phrases = [
  [
    "money",
    phrases(
      "tiền|đồng|dong|usd|vnd|vnđ|euro|eur|đô|đô la|nhân dân tệ|yên nhật|money|dollar|dollars|us dollars|euros",
    ),
  ],
  ["percentage", phrases("phần trăm|percent|per cent|percentage")],
  ["area", phrases("ha|hecta|héc ta|mét vuông|m2|m²|km2|km²|sào|hectare|hectares|square")],
  ["length", phrases("km|m|mét|cây số|ki lô mét|kilometre|kilometres|kilometer|kilometers")],
  ["mass", phrases("tấn|tạ|kg|cân|ký|ki lô gam|kilogram|kilograms|ton|tons|tonne|tonnes")],
  ["power", phrases("mw|mwp|kw|kwp|kwh|mwh|gw|kva|mva|megawatt|megawatts")],
  ["volume", phrases("m3|m³|mét khối|lít|cubic|litre|litres|liter|liters")],
  // These begin like a unit and are things.
  ["any", phrases("đồng chí|đồng bào|đồng hồ|đồng nghiệp|đô thị|ký túc|ký kết|cân đối|tấn công")],
];
/** Between a figure and its unit. */
const SCALES = words("trăm nghìn ngàn vạn triệu tỷ tỉ thousand million billion");
/** Without a unit these count money: `mấy tỷ`. */
const SCALES_OF_MONEY = words("triệu tỷ tỉ");

/** What is measured, which tells the unit where the question does not. */
const MEASURED: Phrases = [
  ["any", phrases("số|số lượng|tổng số|công suất|sản lượng|dân số|number|capacity|output|population")],
  [
    "money",
    phrases(
      "giá|phí|lệ phí|học phí|chi phí|kinh phí|cước|lương|thu nhập|vốn|mức đầu tư|doanh thu|doanh số|lợi nhuận|tiền|số tiền|số vốn|" +
        "tổng số tiền|tổng số vốn|mức phạt|phạt|trị giá|kim ngạch|ngân sách|nộp thuế|fee|fees|price|prices|cost|costs|rent|salary|" +
        "wage|wages|charge|charges|fine|fined|invested|investment|capital|revenue|turnover|budget|worth|funding|paid|pay|spend|spent",
    ),
  ],
  [
    "percentage",
    phrases("tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|lãi suất|thuế suất|percentage|proportion|share|rate|rates"),
  ],
  ["area", phrases("diện tích|rộng|area")],
  ["length", phrases("dài|chiều dài|chiều rộng|sâu|chiều cao")],
  // These hold the name of something measured and are none, or tell what else is so.
  [
    "other",
    phrases(
      "giá trị|giá rẻ|giá đỡ|vốn hóa|số hóa|phí phạm|thu phí|thu nhập thấp|lương thực|tiền giang|tiền lệ|phạt nguội|mở rộng|kéo dài|" +
        "lâu dài|dài hạn|đường rộng|cầu rộng|phố rộng|hầm rộng|chuyên sâu",
    ),
  ],
];
/** What rises or falls may do so by a share or by a sum, and so may what is a part of something. */
const CHANGES = words(
  "tăng giảm lên xuống chiếm rise rises rose fall falls fell grow grows grew increase decrease",
);
/** With these after it, the figure that it comes to is asked for: `lên đến bao nhiêu`. */
const REACHES = words("đến tới còn thành");
/** So far before the question word it says what changes. */
const NEAR = 3;
/** Between what is measured and how many. */
const LINKS = words("là khoảng đạt có tới hết");
/** `bao nhiêu một mét vuông` asks for no square metres. */
const EACH = words("một mỗi 1 trên a an per");
/** What may stand before the thing measured: `tổng mức đầu tư`, `what was the price`. */
const LEADS = words("mức tổng what is was are were the");
/** An English thing measured may have so many words before it: `the minimum wage`. */
const MOST_ADJECTIVES = 2;
/** A question with one of these wants something else told, or no more than a yes. */
const ASKS_OTHERWISE = words("nào ai đâu sao gì không chưa hay who when where why how which");

/** Signs that are lost where a text is cut into syllables. */
const HOW_MANY_PERCENT = /(?:nhi[êe]u|m[ấa]y)\s*%/iu;
const HOW_MUCH_EACH = /(?:nhi[êe]u|m[ấa]y)\s*\//iu;

function words(text: string): ReadonlySet<string> {
  return new Set(splitSyllables(text));
}

function phrases(text: string): ReadonlyArray<readonly string[]> {
  return text.split("|").map(splitSyllables);
}

/**
 * The quantity that a question wants told, by the unit it asks for or by what it asks to be measured; `null` when it wants
 * none, or one of any unit.
 * @param syllables those of the question, with their diacritics
 */
export function findAskedQuantity(question: string, syllables: readonly string[]): Quantity | null {
  const text = question.normalize("NFC");
  if (HOW_MANY_PERCENT.test(text)) return "percentage";
  const isEach = HOW_MUCH_EACH.test(text);
  let asks = false;
  for (let at = 0; at < syllables.length; at++) {
    const length = matchHowMany(syllables, at);
    if (length === 0) continue;
    asks = true;
    const quantity = isEach ? findMeasured(syllables, at) : quantityAskedAt(syllables, at, length);
    if (quantity !== null) return quantity;
  }
  return asks ? null : quantityNamedFirst(text, syllables);
}

/** @param at where it is asked how many or how much @param length how many syllables ask that */
function quantityAskedAt(syllables: readonly string[], at: number, length: number): Quantity | null {
  let after = at + length;
  while (SCALES.has(syllables[after] ?? "")) after++;
  const unit = matchPhrase(UNITS, syllables, after);
  if (unit) return quantityOf(unit);
  const next = syllables[after];
  const isMuch = syllables[at + 1] === "much";
  if (isMuch && (next === "of" || syllables.some((word) => CHANGES.has(word)))) return null;
  const named = isMuch ? quantityOf(matchPhrase(MEASURED, syllables, after)) : null;
  if (named) return named;
  const isOpen = next === undefined || EACH.has(next) || matchFunctionPhrase(syllables, after) > 0;
  if (!isOpen) return null;
  if (SCALES_OF_MONEY.has(syllables[after - 1] ?? "")) return "money";
  if (changesBefore(syllables, at)) return null;
  return findMeasured(syllables, isMuch ? syllables.length : at);
}

function changesBefore(syllables: readonly string[], end: number): boolean {
  for (let at = Math.max(0, end - NEAR); at < end; at++) {
    if (CHANGES.has(syllables[at] ?? "") && !REACHES.has(syllables[at + 1] ?? "")) return true;
  }
  return false;
}

/**
 * What is measured in a question up to a place: what stands at its end (`có diện tích bao nhiêu`), or else the first thing
 * (`giá thuê đất ở khu công nghiệp là bao nhiêu`).
 */
function findMeasured(syllables: readonly string[], end: number): Quantity | null {
  let last = end;
  while (LINKS.has(syllables[last - 1] ?? "")) last--;
  let first: PhraseMatch | null = null;
  for (let at = 0; at < last; ) {
    const match = matchPhrase(MEASURED, syllables, at);
    if (match && match.told !== "other") {
      if (at + match.length === last) return quantityOf(match);
      first ??= match;
    }
    at += match?.length ?? 1;
  }
  return quantityOf(first);
}

/** `Tổng vốn đầu tư dự án` asks by naming what it wants; a topic may begin with `phí` or `giá`, too. */
function quantityNamedFirst(text: string, syllables: readonly string[]): Quantity | null {
  if (syllables.some((word) => ASKS_OTHERWISE.has(word) || CHANGES.has(word))) return null;
  if (!text.includes("?") && !LEADS.has(syllables[0] ?? "")) return null;
  let adjectives = syllables[0] === "what" ? MOST_ADJECTIVES : 0;
  for (let at = 0; at < syllables.length; at++) {
    const match = matchPhrase(MEASURED, syllables, at);
    if (match) return quantityOf(match);
    if (!LEADS.has(syllables[at] ?? "") && adjectives-- === 0) return null;
  }
  return null;
}

interface PhraseMatch {
  readonly told: Told;
  /** In syllables. */
  readonly length: number;
}

function quantityOf(match: PhraseMatch | null): Quantity | null {
  return match === null || match.told === "any" || match.told === "other" ? null : match.told;
}

/** The longest phrase of a list that stands at a place. */
function matchPhrase(list: Phrases, syllables: readonly string[], at: number): PhraseMatch | null {
  let longest: PhraseMatch | null = null;
  for (const [told, forms] of list) {
    for (const form of forms) {
      if (form.length > (longest?.length ?? 0) && standsAt(form, syllables, at))
        longest = { told, length: form.length };
    }
  }
  return longest;
}

function standsAt(phrase: readonly string[], syllables: readonly string[], at: number): boolean {
  return phrase.every((word, offset) => syllables[at + offset] === word);
}
