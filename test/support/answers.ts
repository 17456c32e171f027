import type { ArticleReference } from "../../src/articles/article.ts";
import type { Answer, Quote, Search, SearchOptions, Surroundings } from "../../src/search/answer.ts";

const SENTENCES = [
  "Năm 2020, thành phố đã thành lập mới 43 cụm công nghiệp.",
  "Tổng diện tích các cụm này là 753,3 ha.",
  "Nhiều cụm khác đang được chuẩn bị.",
] as const;

/** An article of which everything is known; what a test is about it says itself. */
export function makeArticle(overrides: Partial<ArticleReference> = {}): ArticleReference {
  return {
    id: "cum-cong-nghiep",
    file: "cum-cong-nghiep.txt",
    opening: "Chiều 12/1, Sở Công Thương Hà Nội tổ chức Hội nghị Tổng kết",
    title: "Cải thiện hạ tầng kinh tế",
    publisher: "Chinhphu.vn",
    publishedOn: "2021-01-12",
    url: "https://example.org/cum-cong-nghiep",
    author: "Thùy Linh",
    ...overrides,
  };
}

/** A quote of three sentences of which the second answers. */
export function makeQuote(overrides: Partial<Quote> = {}): Quote {
  const text = overrides.text ?? SENTENCES.join(" ");
  const start = text.indexOf(SENTENCES[1]);
  return {
    rank: 1,
    score: 0.9,
    text,
    highlight: start < 0 ? { start: 0, end: text.length } : { start, end: start + SENTENCES[1].length },
    article: makeArticle(),
    paragraph: 7,
    page: null,
    start: 2210,
    end: 2210 + text.length,
    alsoIn: [],
    ...overrides,
  };
}

export function makeAnswer(overrides: Partial<Answer> = {}): Answer {
  return {
    question: "Tổng diện tích các cụm công nghiệp mới là bao nhiêu?",
    answered: (overrides.outcome ?? "answered") === "answered",
    context: null,
    outcome: "answered",
    confidence: 0.9,
    elapsedMs: 2,
    quotes: [makeQuote()],
    topics: [],
    ...overrides,
  };
}

export interface SearchParts {
  readonly articles?: readonly ArticleReference[];
  /** What to answer; a rejection stands for a broken search. Default: one quote. */
  readonly answer?: (question: string, options: SearchOptions) => Promise<Answer> | Answer;
  /** What stands around every passage. Default: no passage is there any more. */
  readonly surroundings?: Surroundings | null;
}

/** Stands in for the index: answers what the test says. */
export function makeSearch(parts: SearchParts = {}): Search {
  const { articles = [makeArticle()], answer = (question) => makeAnswer({ question }) } = parts;
  return {
    articles: () => articles,
    search: async (question, options = {}) => answer(question, options),
    surroundings: () => parts.surroundings ?? null,
  };
}
