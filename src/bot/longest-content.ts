import type { ArticleReference } from "../articles/article.ts";
import type { Answer, Quote, Surroundings } from "../search/answer.ts";
import type { ActivitySummary } from "./activity.ts";
import type { IndexFacts } from "./corpus.ts";

/** Longer than any headline, newspaper, address or file that the project knows. */
export const LONG_ARTICLE: ArticleReference = {
  id: "thu-muc-rat-dai/".repeat(12),
  file: `${"thu-muc-rat-dai/".repeat(12)}bai.txt`,
  opening: "Chiều 12/1, Sở Công Thương Hà Nội tổ chức Hội nghị Tổng kết công tác năm 2020 ".repeat(3),
  title: "Cải thiện hạ tầng kinh tế đồng bộ với hệ thống chợ & trung tâm thương mại ".repeat(5),
  publisher: "Cổng Thông tin điện tử Sở Công Thương thành phố Hà Nội ".repeat(2),
  publishedOn: "2021-01-12",
  url: `https://congthuong.hanoi.gov.vn/${"tin-tuc&".repeat(120)}`,
  author: "Nguyễn Thị Thùy Linh",
};

/** One of which nothing is known but its words. */
export const UNKNOWN_ARTICLE: ArticleReference = {
  ...LONG_ARTICLE,
  title: null,
  publisher: null,
  publishedOn: null,
  url: null,
};

/** A passage is 120 words at most, but one sentence without an end may be far longer. */
export const LONG_TEXT = "Thành phố đã thành lập mới 43 cụm công nghiệp với tổng diện tích 753,3 ha; ".repeat(
  80,
);

export const LONG_SURROUNDINGS: Surroundings = { before: LONG_TEXT, after: LONG_TEXT };

/** What a person may type at most, which a button's answer repeats. */
const LONG_QUESTION = "Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp? ".repeat(80);

const LONG_TOPICS = ["hiệp định thương mại tự do giữa Việt Nam và Liên minh châu Âu ".repeat(2), "xuất khẩu"];

function makeQuote(article: ArticleReference, rank: number): Quote {
  return {
    rank,
    score: rank === 1 ? 0.6 : 0.2,
    text: LONG_TEXT,
    highlight: { start: 2000, end: 2400 },
    article,
    paragraph: 123_456,
    page: 12_345,
    start: 0,
    end: LONG_TEXT.length,
    alsoIn: Array.from({ length: 5 }, () => article),
  };
}

/** Unsure, with five quotes of an article each as long as there can be, and topics where it does not answer. */
export function makeLongAnswer(outcome: Answer["outcome"], article: ArticleReference): Answer {
  const answered = outcome === "answered";
  return {
    question: LONG_QUESTION,
    context: LONG_QUESTION,
    answered,
    outcome,
    confidence: 0.6,
    elapsedMs: 2,
    quotes: [1, 2, 3, 4, 5].map((rank) => makeQuote(article, rank)),
    topics: answered ? [] : LONG_TOPICS,
  };
}

export const LONG_FACTS: IndexFacts = {
  generation: "20210112T170200000-abcdef",
  builtAt: "2021-01-12T08:00:00Z",
  model: `/models/${"a".repeat(300)}`,
  passages: 1_234_567,
};

const LONG_ERROR = {
  type: "GrammyError",
  message: "Call to 'sendMessage' failed! (400: Bad Request: message text is empty) ".repeat(5),
};

/** After years, and a bad day. */
export const LONG_SUMMARY: ActivitySummary = {
  startedAt: 0,
  updates: 123_456_789,
  answers: { answered: 1_234_567, related: 1_234_567, "not-found": 1_234_567 },
  errors: 1_234_567,
  medianMs: 123_456,
  slowestMs: 123_456,
  lastErrors: Array.from({ length: 5 }, () => ({ at: 0, error: LONG_ERROR })),
};
