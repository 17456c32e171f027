import type { Generation } from "../index/generation.ts";
import { multiplyRow } from "../index/multiply-row.ts";
import { measureConcepts } from "./coverage.ts";
import { meetUnits } from "./meaning.ts";
import type { ParsedQuestion } from "./sentences.ts";
import type { PassageSignals } from "./signals.ts";

/** How much of a question some text has: of each of its concepts, and of each unit of its meaning. */
export interface Met {
  readonly concepts: readonly number[];
  readonly units: readonly number[];
}

/** What speaks for a passage because of the article that it stands in. */
export type ArticleSignals = Pick<
  PassageSignals,
  | "titleTerms"
  | "titleMeaning"
  | "titleRareMeaning"
  | "beforeTerms"
  | "beforeMeaning"
  | "neighbourCosine"
  | "articleCosine"
  | "isLead"
>;

/**
 * Looks at what the articles of passages add to them. A report names its place, year and subject in its title, and what
 * an answer answers in the passage before; a passage does not say them again, but people ask by them.
 * @param known what the passages that are ranked have of the question
 * @returns the signals of one of these passages
 */
export function createArticleContext(
  generation: Generation,
  parsed: ParsedQuestion,
  known: ReadonlyMap<number, Met>,
): (passage: number) => ArticleSignals {
  const { passages, vectors } = generation;
  const { vector } = parsed;
  const read = rememberMet(generation, parsed, known);
  const terms = createScale(
    "concepts",
    parsed.terms.concepts.map(({ mass }) => mass),
  );
  const meaning = createScale("units", parsed.terms.meaning.masses);
  const rareMeaning = createScale("units", parsed.terms.meaning.rareMasses);
  const cosineOf = remember((passage) => vectors.passageCosine(passage, vector));
  const articleCosineOf = remember((article) => {
    const { first, end } = passages.passagesOf(article);
    return multiplyRow(vectors.direction(first, end), 0, vector);
  });
  return (passage) => {
    const article = passages.articleOf(passage);
    const { first, end } = passages.passagesOf(article);
    const title = read.title(article);
    const own = read.passage(passage);
    const before = passage > first ? read.passage(passage - 1) : null;
    const isOne = end - first === 1;
    return {
      titleTerms: shareAdded(terms, title, [own]),
      titleMeaning: shareAdded(meaning, title, [own]),
      titleRareMeaning: shareAdded(rareMeaning, title, [own]),
      beforeTerms: before ? shareAdded(terms, before, [own, title]) : 0,
      beforeMeaning: before ? shareAdded(meaning, before, [own, title]) : 0,
      // A passage that is all of its article has no neighbour, and is as near as the article.
      neighbourCosine: isOne
        ? cosineOf(passage)
        : Math.max(
            passage > first ? cosineOf(passage - 1) : -1,
            passage + 1 < end ? cosineOf(passage + 1) : -1,
          ),
      articleCosine: isOne ? cosineOf(passage) : articleCosineOf(article),
      isLead: !isOne && passage === first ? 1 : 0,
    };
  };
}

interface Reader {
  passage(passage: number): Met;
  title(article: number): Met;
}

/** Reads passages and titles, each once: many passages have one title, and most are before another. */
function rememberMet(
  { lexical }: Generation,
  { terms }: ParsedQuestion,
  known: ReadonlyMap<number, Met>,
): Reader {
  const { tokens, passageTokens, titles, titleTokens } = lexical.parts;
  const meet = (run: Uint32Array): Met => ({
    concepts: measureConcepts(lexical, terms, run),
    units: meetUnits(lexical, terms.meaning, run),
  });
  return {
    passage: remember(
      (passage) =>
        known.get(passage) ?? meet(tokens.subarray(passageTokens[passage], passageTokens[passage + 1])),
    ),
    title: remember((article) => meet(titles.subarray(titleTokens[article], titleTokens[article + 1]))),
  };
}

function remember<T>(compute: (place: number) => T): (place: number) => T {
  const known = new Map<number, T>();
  return (place) => {
    const seen = known.get(place);
    if (seen !== undefined) return seen;
    const value = compute(place);
    known.set(place, value);
    return value;
  };
}

/** What of a question is counted, and how much each of it says. */
interface Scale {
  readonly part: keyof Met;
  readonly masses: ArrayLike<number>;
  readonly all: number;
}

function createScale(part: keyof Met, masses: readonly number[] | Float64Array): Scale {
  let all = 0;
  for (const mass of masses) all += mass;
  return { part, masses, all };
}

/** The share of a question that a text has and the others have not, 0 to 1. */
function shareAdded({ part, masses, all }: Scale, text: Met, others: readonly Met[]): number {
  if (all === 0) return 0;
  let added = 0;
  for (let at = 0; at < masses.length; at++) {
    let more = text[part][at] ?? 0;
    if (more === 0) continue;
    for (const other of others) more = Math.min(more, (text[part][at] ?? 0) - (other[part][at] ?? 0));
    added += (masses[at] ?? 0) * Math.max(0, more);
  }
  return added / all;
}
