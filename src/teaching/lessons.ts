import type { Story } from "../evaluation/stories.ts";
import { foldDiacritics } from "../language/fold.ts";
import type { Pair } from "./contrast.ts";

/** How lessons are drawn, and how texts become tokens. */
export interface Teaching {
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly tokenize: (text: string) => readonly number[];
}

/** A word or a phrase with diacritics that is a token of its own. */
export interface Word {
  readonly token: number;
  readonly text: string;
}

/** Forms that mean the same, or one way: what people say, and what is written for it. */
export interface Saying {
  readonly say: readonly string[];
  readonly mean: readonly string[];
}

/** How many forms and questions are without diacritics. */
const FOLDED_SHARE = 0.3;
/** A question is a bag of several such forms. */
const MOST_JOINED = 3;
/** Questions in English, of those about a story. */
const ENGLISH_SHARE = 1 / 3;
/** How often a title is asked for, and not an excerpt. */
const TITLE_SHARE = 0.3;
/** Words of an excerpt, and of what is folded. */
const EXCERPT_WORDS = { least: 6, most: 14 };
const FOLDED_WORDS = { least: 4, most: 10 };
/** Excerpts are typed without diacritics more often than not, as headlines are searched. */
const FOLDED_EXCERPTS_SHARE = 0.6;
/** An excerpt stands in its passage word for word: so much of it is hidden. */
const HIDDEN_SHARE = 0.4;
/** Tokens left out, so that no single one is learned by heart. */
const DROPPED_SHARE = 0.1;

/** Pairs from a lexicon: one to three entries joined, each side one of its forms. Each entry comes first once at most. */
export function drawSayings(
  sayings: readonly Saying[],
  count: number,
  { random, tokenize }: Teaching,
): Pair[] {
  const side = (forms: readonly string[]): readonly number[] =>
    tokenize(foldSome(pick(forms, random), random));
  return drawSome(sayings, count, random).map((first) => {
    const joined = [first];
    for (let more = Math.floor(random() * MOST_JOINED); more > 0; more--) joined.push(pick(sayings, random));
    return {
      asked: joined.flatMap(({ say }) => side(say)),
      answer: joined.flatMap(({ mean }) => side(mean)),
    };
  });
}

/** Pairs from stories: for each passage of some of them one of its questions. */
export function drawStories(
  stories: readonly Story[],
  count: number,
  { random, tokenize }: Teaching,
): Pair[] {
  const some = (text: string): readonly number[] => dropSome(tokenize(text), DROPPED_SHARE, random);
  return drawSome(stories, count, random).flatMap(({ passages }) =>
    passages.flatMap(({ text, everyday, english }) => {
      const isEnglish = english.length > 0 && (everyday.length === 0 || random() < ENGLISH_SHARE);
      if (!isEnglish && everyday.length === 0) return [];
      const question = isEnglish ? pick(english, random) : foldSome(pick(everyday, random), random);
      return [{ asked: some(question), answer: some(text) }];
    }),
  );
}

/**
 * Pairs from stories: a title or an excerpt of a passage, mostly without diacritics, and what is left of the passage
 * when tokens are hidden. They hold texts to their own words, while the other lessons draw words together.
 */
export function drawExcerpts(
  stories: readonly Story[],
  count: number,
  { random, tokenize }: Teaching,
): Pair[] {
  const passages = stories.flatMap(({ title, passages }) => passages.map(({ text }) => ({ title, text })));
  return drawSome(passages, count, random).map(({ title, text }) => {
    const excerpt = random() < TITLE_SHARE ? title : cutExcerpt(text, random);
    return {
      asked: tokenize(random() < FOLDED_EXCERPTS_SHARE ? foldDiacritics(excerpt) : excerpt),
      answer: dropSome(tokenize(text), HIDDEN_SHARE, random),
    };
  });
}

/** Pairs of some words typed without diacritics, and the same words: where one moves, the other must follow. */
export function drawFoldings(drawWord: () => Word, count: number, { random, tokenize }: Teaching): Pair[] {
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: between(FOLDED_WORDS, random) }, drawWord);
    return {
      asked: words.flatMap(({ text }) => tokenize(foldDiacritics(text))),
      answer: words.map(({ token }) => token),
    };
  });
}

function cutExcerpt(text: string, random: () => number): string {
  const words = text.split(/\s+/);
  const length = Math.min(words.length, between(EXCERPT_WORDS, random));
  const from = Math.floor(random() * (words.length - length + 1));
  return words.slice(from, from + length).join(" ");
}

function between(
  { least, most }: { readonly least: number; readonly most: number },
  random: () => number,
): number {
  return least + Math.floor(random() * (most - least + 1));
}

function foldSome(text: string, random: () => number): string {
  return random() < FOLDED_SHARE ? foldDiacritics(text) : text;
}

function dropSome(tokens: readonly number[], share: number, random: () => number): readonly number[] {
  const kept = tokens.filter(() => random() >= share);
  return kept.length > 0 ? kept : tokens;
}

/** @param items at least one */
function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** Some of the items, none twice: the first places of a shuffle (Fisher and Yates). */
function drawSome<T>(items: readonly T[], count: number, random: () => number): T[] {
  const shuffled = [...items];
  const wanted = Math.min(count, shuffled.length);
  for (let at = 0; at < wanted; at++) {
    const other = at + Math.floor(random() * (shuffled.length - at));
    [shuffled[at], shuffled[other]] = [shuffled[other] as T, shuffled[at] as T];
  }
  return shuffled.slice(0, wanted);
}
