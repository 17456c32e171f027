import { matchFunctionPhrase } from "../language/function-words.ts";
import { splitSyllables } from "../language/syllables.ts";
import { readMessage } from "./message.ts";

/**
 * How a question begins that leans on the one before. Without diacritics only what then means nothing else counts:
 * `những chợ nào`, `vay vốn ở đâu` and `số doanh nghiệp` stand on their own.
 */
const LEANS = findPhrase(
  "còn|con(?! (?:người|nguoi))|thế(?! (?:nào|giới|mạnh|hệ))|the con|the thi|vậy|vay con|vay thi|rồi|roi|nhưng|" +
    "ngoài ra|ngoai ra|and|but|what about|how about|also|then",
  "^",
);
/** Words that point back at something said before. */
const POINTS_BACK = findPhrase(
  "đó|đấy|này|kia|ấy|nó|họ|như vậy|nhu vay|như thế(?! nào)|nhu the(?! nao)|cai do|viec do|dieu do|nam do|viec nay|dieu nay|" +
    "ong ay|ba ay|(?:is|was|are|were|does|did|do|will|would|can|could|should|may|about|of|with|for) " +
    "(?:it(?! take| cost)|that|he)|so far|this|those|these|they|them|she|thì sao|thi sao",
);
/** Somebody or something that was named before: `bà yêu cầu gì`, `what was their verdict`. */
const REFERS_BACK = findPhrase(
  "(?:ông|ong|bà|ba) (?:nói|noi|yêu cầu|yeu cau|đề nghị|de nghi|kết luận|ket luan|hứa|hua|giao|trả lời|tra loi|" +
    "nhận định|nhan dinh|đánh giá|danh gia|muốn|muon|cho biết|cho biet|cam kết|cam ket|khen|kể|ke)|" +
    "(?:của|cua) (?:ông|ong|bà|ba|họ|ho|nó|no)|" +
    "(?:câu|cau|chỗ|cho|bên|ben|cái|cai|chuyện|chuyen|khoản|khoan|số|so|người|nguoi|nơi|noi) " +
    "(?:đấy|day|đó|do|này|nay|ấy|ay|kia)|their|its|his|her|the one|ones|both",
);
/** A time beside one that was spoken of. */
const TIME_BESIDE = findPhrase(
  "(?:năm|nam|tháng|thang|quý|quy|kỳ|ky|lần|lan|đợt|dot|khóa|khoa) " +
    "(?:sau|trước|truoc|tới|toi|kế tiếp|ke tiep|tiếp theo|tiep theo|này|nay|ngoái|ngoai)|" +
    "sang năm|sang nam|sắp tới|sap toi|(?:lúc|luc|khi|hồi|hoi) (?:đó|do)|" +
    "(?:next|last|this|previous) (?:year|time|month|quarter)|year (?:after|before)|now",
);
/** A part, or something beside, of what was spoken of. */
const GOES_ON = findPhrase(
  "luôn|luon|cũng|cung|riêng|rieng|phần(?! trăm)|phan(?! tram)|tính chung|tinh chung|trong đó|trong do|khác|khac|" +
    "(?:mỗi|moi) (?:người|nguoi|bên|ben|năm|nam|nơi|noi|đơn vị|don vi|loại|loai)|bên|ben|đã|hiện|hien|giờ|gio|" +
    "first|too|still|yet",
);
/** Words that ask for more of what was said before. */
const ASKS_MORE = findPhrase(
  "cụ thể|cu the|chi tiết|chi tiet|kể tên|ke ten|kể ra|ke ra|nêu tên|neu ten|ví dụ|vi du|liệt kê|liet ke|gồm những gì|" +
    "gom nhung gi|nữa|nua|trong số đó|trong so do|số còn lại|so con lai|tất cả|tat ca|tổng cộng|tong cong|" +
    "riêng (?:năm|về|ở|tại)|rieng (?:nam|ve|o|tai)|" +
    "example|examples|details|specifically|else|more|altogether|in total|of them|of those",
);
/** The same at the end; but many a polite question ends so, too (`doanh thu là bao nhiêu vậy?`). */
const ENDS_POINTING = findPhrase("vậy|vay|thế|the|that|it|then", "(?:^| )", "$");
const ASKS_FIRST = findPhrase(
  "(?:những |nhung )?ai|bao giờ|bao gio|khi nào|khi nao|bao nhiêu|bao nhieu|ở đâu|o dau|vì sao|vi sao|tại sao|tai sao|" +
    "để làm gì|de lam gi",
  "^",
);
const ENGLISH_ASKS_FIRST = findPhrase("who|when|where|why|how (?:much|many)", "^");

/** A question with more content words than this stands on its own, however it begins. */
const MOST_LEANING_WORDS = 4;
/** A question that only points back is longer than that at most. */
const MOST_POINTING_WORDS = 3;
/** `ai tham dự?` is about one Vietnamese word of two syllables, and says nothing of where. */
const MOST_ASKING_WORDS = 2;

/** What the words of a question tell of whether it needs the one before. */
export interface FollowUpClues {
  readonly contentWords: number;
  /** Whether it begins as if it went on. */
  readonly leans: boolean;
  readonly pointsBack: boolean;
  readonly endsPointing: boolean;
  readonly asksFirst: boolean;
  readonly asksMore: boolean;
  /** Whether it speaks of somebody or something that it does not name. */
  readonly refersBack: boolean;
  /** Whether it names a time by another one. */
  readonly timeBeside: boolean;
  readonly goesOn: boolean;
}

export function findFollowUpClues(question: string): FollowUpClues {
  const syllables = splitSyllables(question);
  const text = syllables.join(" ");
  const leaning = LEANS.exec(text)?.[0];
  return {
    contentWords: countContentWords(
      leaning === undefined ? syllables : splitSyllables(text.slice(leaning.length)),
    ),
    leans: leaning !== undefined,
    pointsBack: POINTS_BACK.test(text),
    endsPointing: ENDS_POINTING.test(text),
    asksFirst: ASKS_FIRST.test(text) || ENGLISH_ASKS_FIRST.test(text),
    asksMore: ASKS_MORE.test(text),
    refersBack: REFERS_BACK.test(text),
    timeBeside: TIME_BESIDE.test(text),
    goesOn: GOES_ON.test(text),
  };
}

/**
 * Whether a question needs the one before to be understood: it is short, and leans on it (`còn năm 2019?`, `and
 * exports?`), points back at it (`ai nói vậy?`), or hardly says what it is about (`những ai tham dự?`, `why?`).
 */
export function isFollowUp(question: string): boolean {
  const syllables = splitSyllables(question);
  const text = syllables.join(" ");
  const leaning = LEANS.exec(text)?.[0];
  if (leaning !== undefined) {
    const rest = text.slice(leaning.length).trim();
    const words = countContentWords(splitSyllables(rest));
    return words <= MOST_LEANING_WORDS && (words > 0 || ENGLISH_ASKS_FIRST.test(rest));
  }
  const content = countContentWords(syllables);
  return (
    (content <= MOST_POINTING_WORDS && POINTS_BACK.test(text)) ||
    (content <= MOST_ASKING_WORDS && ENDS_POINTING.test(text) && ENGLISH_ASKS_FIRST.test(text)) ||
    (content <= MOST_ASKING_WORDS && ASKS_FIRST.test(text)) ||
    (content === 0 && ENGLISH_ASKS_FIRST.test(text))
  );
}

function countContentWords(syllables: readonly string[]): number {
  return listContentWords(syllables).length;
}

/** The words of a text that say what it is about, without those that only shape it. */
export function listContentWords(syllables: readonly string[]): string[] {
  const words: string[] = [];
  for (let at = 0; at < syllables.length; ) {
    const length = matchFunctionPhrase(syllables, at);
    if (length === 0) words.push(syllables[at] ?? "");
    at += Math.max(1, length);
  }
  return words;
}

/** Finds any of the phrases in syllables with a space between them. */
function findPhrase(alternatives: string, from = "(?:^| )", to = "(?= |$)"): RegExp {
  return new RegExp(`${from}(?:${alternatives})${to}`, "u");
}

/** A longer question before this one would drown it: the context is in its first words. */
const LONGEST_CONTEXT = 300;

/** A question with what was asked before as its context. */
export function readInContext(question: string, previous: string): string {
  return `${previous.slice(0, LONGEST_CONTEXT)} ${question}`;
}

/** A question of so few words may be about what its message says around it. */
const FEW_WORDS = 3;

/** So many questions are kept of a conversation: what it began with, and the last ones. */
const MOST_KEPT = 5;

/**
 * The context of the next question: what was asked since the conversation came to what it is about, a line each, without
 * courtesies.
 * @param typed the last message
 * @param context in which the last question was understood; `null` when it stood alone
 */
export function continueContext(typed: string, context: string | null): string {
  const { question, around } = readMessage(typed);
  const isWhole = around === "" || countContentWords(splitSyllables(question)) > FEW_WORDS;
  const last = (isWhole ? question : `${around} ${question}`).replace(/\s+/g, " ").trim();
  return context === null ? last : boundContext([...splitLines(context), last]).join("\n");
}

/**
 * What of a context a question is read with: what the conversation began with and what was asked last. All that was asked in
 * between would make everything a follow-up; it only tells what was answered.
 */
export function endsOfContext(context: string): string {
  const lines = splitLines(context);
  return [...new Set([lines[0], lines.at(-1)])].join("\n");
}

/** The first of the questions of a context and the last ones. */
export function boundContext([first, ...others]: readonly string[]): string[] {
  return first === undefined ? [] : [first, ...others.slice(1 - MOST_KEPT)];
}

/** The lines of a context that are not blank. */
export function splitLines(context: string): string[] {
  return context.split("\n").filter((line) => line.trim() !== "");
}

/** A context as people read it. */
export function describeContext(context: string): string {
  return endsOfContext(context).split("\n").join(" → ");
}
