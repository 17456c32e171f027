import { countSyllables } from "../language/syllables.ts";

/** A credit is a name or two, not a sentence. */
const LONGEST_CREDIT = 60;
/** A caption with its credit stays under this many words; a longer paragraph only mentions a picture. */
const LONGEST_CAPTION_WORDS = 60;

const CREDIT = new RegExp(
  `(?:^|[\\s(.,;–—-])(?:Nguồn ảnh|Ảnh|Photo|Image|Đồ họa|Đồ hoạ|Clip|Video)(?:\\s+minh\\s+h(?:ọa|oạ))?\\s*[:：]\\s*[^:：]{0,${LONGEST_CREDIT}}$`,
  "iu",
);
const CREDIT_ONLY = /^\(?(?:Nguồn ảnh|Ảnh|Photo|Image)(?:\s+minh\s+h(?:ọa|oạ))?\s*[:：]/iu;
const ILLUSTRATION = /^\(?Ảnh minh h(?:ọa|oạ)\.?\)?\.?$/iu;

/** A photo caption: it ends in a credit (`Ảnh: Thùy Linh`). */
export function isCaption(line: string): boolean {
  return countSyllables(line) <= LONGEST_CAPTION_WORDS && (CREDIT.test(line) || ILLUSTRATION.test(line));
}

/** A credit alone: the caption is the line before it. */
export function isCreditOnly(line: string): boolean {
  return CREDIT_ONLY.test(line) && isCaption(line);
}

const DATE_PARTS =
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/giu;
const TIME_PARTS =
  /\d{1,2}\s*[:hg]\s*\d{2}(?::\d{2})?\s*(?:am|pm|sa|ch)?|gmt\s*[+-]?\s*\d*(?::\d{2})?|(?:thứ|chủ)\s+(?:hai|ba|tư|năm|sáu|bảy|nhật|\d)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|cập nhật(?: lúc)?|ngày đăng|ngày|đăng lúc|lúc|published|updated|posted|on|at|phút|giờ/giu;
/** What may stand before a date: a place or a paper's name. */
const LONGEST_DATE_COMPANION_WORDS = 4;
/** Words before the date of something else: `Áp dụng từ 1/1/2022`. */
const LEADS_TO_A_DATE =
  /(?:^|\s)(?:từ|đến|tới|trước|sau|hạn|kể|hiệu lực|from|until|before|after|since|by)(?:\s|$)/iu;

/** A line that says only when (and perhaps where) the article appeared: `12/01/2021 5:02 PM`. */
export function isDateLine(line: string): boolean {
  const withoutDate = line.replace(DATE_PARTS, " ");
  if (withoutDate === line) return false;
  const rest = withoutDate.replace(TIME_PARTS, " ").trim();
  if (/[.!?…]$/u.test(rest) || /\d/.test(rest) || LEADS_TO_A_DATE.test(rest)) return false;
  return countSyllables(rest) <= LONGEST_DATE_COMPANION_WORDS;
}

const ENDS_LIKE_PROSE = /[.!?…:;,”"’»)]$/u;
const LIST_ITEM = /^(?:[-–•*+]|\p{N}{1,3}[.)]|\p{L}[.)])\s/u;
/** A line this long is prose even when its full stop was forgotten; titles may be as long. */
const LONGEST_LABEL_WORDS = 25;

/** A line that is no sentence by its form: short, without a stop, no list item. Titles, menus, names, headings. */
export function isLabel(line: string): boolean {
  return !ENDS_LIKE_PROSE.test(line) && !LIST_ITEM.test(line) && countSyllables(line) <= LONGEST_LABEL_WORDS;
}

const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’-]*\.?|[-–&])$/u;
const LONGEST_NAME_WORDS = 6;

/** A line that may be the title of another article: short, and no full stop at its end, though perhaps a mark. */
export function isLinkTitle(line: string): boolean {
  return countSyllables(line) <= LONGEST_LABEL_WORDS && !/[^.]\.[”"’')]*$/u.test(line);
}

/** A person's or an editor's name as a signature has it: `Thùy Linh`, `PT`, `Hà Anh - Minh Đức`. */
export function isName(line: string): boolean {
  const words = line.split(/\s+/);
  return words.length <= LONGEST_NAME_WORDS && words.every((word) => NAME_WORD.test(word)) && !isChrome(line);
}

const CHROME = new Set(
  (
    "top|lên đầu trang|về đầu trang|đầu trang|trang chủ|chia sẻ|in bài viết|in trang|gửi email|email|facebook|zalo|" +
    "twitter|tweet|bình luận|ý kiến|từ khóa|từ khoá|tags|tag|tin liên quan|bài liên quan|tin khác|xem thêm|đọc thêm|" +
    "tin cùng chuyên mục|đọc nhiều|tin mới|mới nhất|quay lại|back|home|menu|share|print|comment|comments|read more|" +
    "related|related news|theo dõi|liên hệ|đăng nhập|đăng ký|tìm kiếm|video|ảnh|audio|nghe bài viết|google news"
  ).split("|"),
);

/** Longer lines are none of these; the pattern below would go through their white space again and again. */
const LONGEST_CHROME = 40;

/** Words of a web page around the article, of the kind that every site has. */
export function isChrome(line: string): boolean {
  return line.length <= LONGEST_CHROME && CHROME.has(line.toLowerCase().replace(/[\s:.»>]+$/u, ""));
}

const RELATED =
  /^(?:tin|bài|tin bài)?\s*(?:liên quan|cùng chuyên mục|khác|đọc nhiều|xem thêm|đọc thêm|related.*)\s*:?$/iu;

/** A heading over links to other articles: the titles after it are none of this one. */
export function isRelatedHeading(line: string): boolean {
  return RELATED.test(line.trim());
}
