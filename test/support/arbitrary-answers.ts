import fc from "fast-check";
import type { ArticleReference } from "../../src/articles/article.ts";
import type { Answer, Quote } from "../../src/search/answer.ts";

/** What has broken renderers before: markup, entities, right-to-left text, emoji, combining marks, line ends. */
const NASTY = [
  "<b>",
  "</blockquote>",
  "&amp;",
  "&",
  "<",
  '"',
  "\n",
  " ",
  "\t",
  "\u0000",
  "😀",
  "👨‍👩‍👧‍👦",
  "e\u0323\u0302",
  "\u202E",
  "שלום",
  "công nghiệp",
  "[…]",
] as const;

const longWord = fc.integer({ min: 1, max: 9000 }).map((length) => "ư".repeat(length));
const longEmoji = fc.integer({ min: 1, max: 4500 }).map((length) => "😀".repeat(length));
const longProse = fc.integer({ min: 1, max: 2000 }).map((length) => "công thương ".repeat(length));
const longMarkup = fc.integer({ min: 1, max: 5000 }).map((length) => "&".repeat(length));
const mixture = fc.array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "grapheme" })), {
  maxLength: 60,
});

/** Any text that an article, a title or a question may hold, long ones included. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      mixture.map((parts) => parts.join("")),
      longWord,
      longEmoji,
      longProse,
      longMarkup,
    ),
    { maxLength: 3 },
  )
  .map((parts) => parts.join(""));

const maybe = fc.option(anyText, { nil: null });

const anyUrl = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  anyText,
  fc.constantFrom("javascript:alert(1)", 'https://example.org/?a=1&b="<c>"', "HTTP://EXAMPLE.ORG"),
);

export const anyArticle: fc.Arbitrary<ArticleReference> = fc.record({
  id: anyText,
  file: anyText,
  opening: anyText,
  title: maybe,
  publisher: maybe,
  publishedOn: fc.option(fc.oneof(fc.constant("2021-01-12"), anyText), { nil: null }),
  url: fc.option(anyUrl, { nil: null }),
  author: maybe,
});

const anyQuote: fc.Arbitrary<Quote> = fc
  .record({
    text: anyText,
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    article: anyArticle,
    paragraph: fc.integer({ min: 1, max: 1_000_000 }),
    page: fc.option(fc.integer({ min: 1, max: 100_000 })),
    alsoIn: fc.array(fc.record({ id: anyText, title: maybe, opening: anyText }), { maxLength: 4 }),
  })
  .map(({ text, from, to, ...rest }) => ({
    ...rest,
    text,
    rank: 1,
    score: 0.5,
    start: 0,
    end: text.length,
    highlight: {
      start: Math.round(text.length * Math.min(from, to)),
      end: Math.round(text.length * Math.max(from, to)),
    },
  }));

export const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    question: anyText,
    context: fc.option(anyText),
    outcome: fc.constantFrom("answered" as const, "related" as const, "not-found" as const),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    elapsedMs: fc.constant(1),
    quotes: fc.array(anyQuote, { maxLength: 5 }),
    topics: fc.array(anyText, { maxLength: 3 }),
  })
  .map((answer) => ({ ...answer, answered: answer.outcome === "answered" }));
