import { isChrome } from "./lines.ts";

/** Names of sections, as the menus of newspapers have them; an article's title says more. */
const SECTIONS = new Set(
  (
    "tin tức|tin mới|thời sự|kinh tế|chính trị|xã hội|thế giới|thị trường|tài chính|doanh nghiệp|doanh nhân|" +
    "công nghiệp|công thương|thương mại|năng lượng|bất động sản|đầu tư|chứng khoán|văn hóa|văn hoá|giáo dục|" +
    "pháp luật|đời sống|thể thao|giải trí|công nghệ|khoa học|sức khỏe|sức khoẻ|du lịch|môi trường|bạn đọc|" +
    "media|multimedia|podcast|news|business|politics|world|economy|sports|untitled|no title|document|không tên"
  ).split("|"),
);

/** `Trang chủ › Kinh tế › Thị trường`: the way to a page. Two marks, for a title may hold one. */
const BREADCRUMBS = /[›»>|•].*[›»>|•]/u;
/** What office programs call a document that nobody named. */
const PROGRAM_NAME = /^(?:microsoft (?:word|powerpoint|excel)\b|(?:new )?document\s*\d*$|untitled\b)/i;
const FILE_NAME = /^\S+\.(?:docx?|pdf|txt|html?|rtf|odt|pptx?|indd)$/i;

/** Whether a title is rather an entry of a menu, the way to a page, or the name of a file. */
export function looksLikeMenu(title: string): boolean {
  const words = title.trim().toLowerCase();
  return (
    isChrome(words) ||
    SECTIONS.has(words) ||
    BREADCRUMBS.test(words) ||
    PROGRAM_NAME.test(words) ||
    FILE_NAME.test(words)
  );
}
