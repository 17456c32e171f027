import { splitSentences } from "../language/sentences.ts";
import type { Span } from "../language/span.ts";
import { countSyllables } from "../language/syllables.ts";
import type { Article } from "./article.ts";
import { cutLongSentence, lengthOf } from "./cut.ts";

/** How articles are cut; part of a generation's manifest, because other numbers make another index. */
export interface Chunking {
  /** Words; shorter passages are made only where a section is short. */
  readonly minWords: number;
  /** Words; never passed. */
  readonly maxWords: number;
}

export const DEFAULT_CHUNKING: Chunking = { minWords: 60, maxWords: 120 };

/** A run of whole sentences of one section. Offsets are into the article's text. */
export interface Passage extends Span {
  readonly sentences: readonly PassageSentence[];
}

export interface PassageSentence extends Span {
  /** The number of the paragraph in which it stands. */
  readonly paragraph: number;
}

interface Unit extends PassageSentence {
  readonly syllables: number;
}

/** A passage that stops inside a paragraph tears apart what the writer put together. */
const COST_OF_TORN_PARAGRAPH = 0.5;
/** A passage over several paragraphs mixes topics, but less than a short passage lacks them. */
const COST_OF_JOINED_PARAGRAPH = 0.3;
const COST_OF_PASSAGE = 1;
const COST_OF_SHORTNESS = 3;

/** Cuts an article into passages, in order: every sentence of its prose is in exactly one. */
export function splitPassages(
  article: Pick<Article, "text" | "paragraphs">,
  chunking = DEFAULT_CHUNKING,
): Passage[] {
  const passages: Passage[] = [];
  let units: Unit[] = [];
  let section = article.paragraphs[0]?.section;
  for (const paragraph of article.paragraphs) {
    if (paragraph.section !== section) {
      passages.push(...packUnits(units, chunking));
      units = [];
      section = paragraph.section;
    }
    const prose = article.text.slice(paragraph.start, paragraph.end);
    for (const sentence of splitSentences(prose)) {
      for (const piece of cutLongSentence(prose, sentence, chunking.maxWords)) {
        units.push({
          start: paragraph.start + piece.start,
          end: paragraph.start + piece.end,
          paragraph: paragraph.number,
          syllables: countSyllables(prose.slice(piece.start, piece.end)),
        });
      }
    }
  }
  passages.push(...packUnits(units, chunking));
  return passages;
}

/** The cheapest way to pack sentences into passages, by dynamic programming over where the last one begins. */
function packUnits(units: readonly Unit[], { minWords, maxWords }: Chunking): Passage[] {
  const cost = new Float64Array(units.length + 1).fill(Number.POSITIVE_INFINITY);
  const begin = new Int32Array(units.length + 1);
  cost[0] = 0;
  for (let end = 1; end <= units.length; end++) {
    let syllables = 0;
    let joined = 0;
    for (let start = end - 1; start >= 0; start--) {
      const unit = units[start];
      if (!unit) break;
      syllables += unit.syllables;
      const length = lengthOf(syllables, { start: unit.start, end: units[end - 1]?.end ?? unit.end });
      if (length > maxWords && start < end - 1) break;
      if (start < end - 1 && unit.paragraph !== units[start + 1]?.paragraph) joined++;
      const shortness = Math.max(0, (minWords - length) / minWords);
      const torn = units[end - 1]?.paragraph === units[end]?.paragraph ? COST_OF_TORN_PARAGRAPH : 0;
      const total =
        (cost[start] ?? 0) +
        COST_OF_PASSAGE +
        COST_OF_SHORTNESS * shortness * shortness +
        COST_OF_JOINED_PARAGRAPH * joined +
        torn;
      if (total < (cost[end] ?? 0)) {
        cost[end] = total;
        begin[end] = start;
      }
    }
  }
  const passages: Passage[] = [];
  for (let end = units.length; end > 0; end = begin[end] ?? 0) {
    passages.push(toPassage(units.slice(begin[end], end)));
  }
  return passages.reverse();
}

function toPassage(units: readonly Unit[]): Passage {
  const sentences = units.map(({ start, end, paragraph }) => ({ start, end, paragraph }));
  return { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0, sentences };
}
