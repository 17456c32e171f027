import type { StaticTokenizer } from "../embedding/static-tokenizer.ts";
import type { TokenTable } from "../embedding/token-table.ts";
import type { UnigramDescription } from "../embedding/unigram-description.ts";
import { createRandom } from "../evaluation/random.ts";
import type { Story } from "../evaluation/stories.ts";
import { addContrast } from "./contrast.ts";
import { drawExcerpts, drawFoldings, drawSayings, drawStories, type Saying } from "./lessons.ts";
import { TrainedRows } from "./trained-rows.ts";
import { createWordDraw } from "./words.ts";

/** A static model: one vector a token. */
export interface StaticModel {
  readonly table: TokenTable;
  readonly tokenizer: Pick<StaticTokenizer, "tokenize">;
  readonly description: UnigramDescription;
}

export interface Lessons {
  readonly sayings: readonly Saying[];
  readonly stories: readonly Story[];
}

/** What a pair of each kind of lesson cost in a step, in nats. */
export interface Losses {
  readonly sayings: number;
  readonly stories: number;
  readonly excerpts: number;
  readonly foldings: number;
}

export interface TeachOptions {
  readonly steps: number;
  readonly seed: number;
  /** How many of each kind of lesson a step takes; of stories so many, with one question a passage. */
  readonly counts?: Readonly<Record<keyof Losses, number>>;
  readonly onStep?: (step: number, losses: Losses) => void;
}

const COUNTS = { sayings: 1_024, stories: 60, excerpts: 512, foldings: 768 };
/** How far a row goes in a step, at first. */
const RATE = 0.002;
/**
 * Rows go so much of the way that they are taught: beyond it paraphrases are still found better, but what is asked in the
 * articles' own words is found worse.
 */
const WAY = 0.6;

/**
 * Moves the rows of a static model's tokens so that questions lie nearer to what answers them.
 * @returns the rows that moved, by their tokens
 */
export function teach(
  { table, tokenizer, description }: StaticModel,
  { sayings, stories }: Lessons,
  { steps, seed, counts = COUNTS, onStep = () => {} }: TeachOptions,
): Map<number, Float32Array> {
  const rows = new TrainedRows(table);
  const random = createRandom(seed);
  const teaching = { random, tokenize: remember((text) => tokenizer.tokenize(text)) };
  const drawWord = createWordDraw(description, random);
  for (let step = 1; step <= steps; step++) {
    const losses = {
      sayings: addContrast(rows, drawSayings(sayings, counts.sayings, teaching)),
      stories: addContrast(rows, drawStories(stories, counts.stories, teaching)),
      excerpts: addContrast(rows, drawExcerpts(stories, counts.excerpts, teaching)),
      foldings: addContrast(rows, drawFoldings(drawWord, counts.foldings, teaching)),
    };
    rows.step(RATE);
    onStep(step, losses);
  }
  return rows.movedRows(WAY);
}

/** The same texts are drawn again and again. */
function remember(tokenize: (text: string) => readonly number[]): (text: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (text) => {
    const tokens = known.get(text) ?? tokenize(text);
    known.set(text, tokens);
    return tokens;
  };
}
