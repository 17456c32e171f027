import type { Embedder } from "../embedding/embedder.ts";
import type { Generation } from "../index/generation.ts";
import type { Search } from "./answer.ts";
import { createSearch } from "./create-search.ts";
import { loadKnowledge } from "./knowledge.ts";
import { rememberAnswers } from "./remember.ts";
import { createTurns } from "./turns.ts";

/** What is known of the generation that answers come from. */
export interface GenerationFacts {
  readonly generation: string;
  /** ISO date and time. */
  readonly builtAt: string;
  /** The name of the embedding model. */
  readonly model: string;
  readonly passages: number;
}

/** At a few milliseconds a question that is some seconds; a slow model makes it a minute, as long as people wait. */
const MOST_WAITING = 1_000;

/** Answers from one generation at a time, which can be replaced while questions are in hand. */
export interface LiveSearch extends Search {
  facts(): GenerationFacts;
  /**
   * Answers every question from now on from another generation. Questions in hand finish on the one they began
   * with; then its memory is given back.
   */
  replace(generation: Generation): void;
  /** Lets the generation go, after the questions in hand, and stops what was given to `onClose`. */
  close(): void;
  onClose(stop: () => void): void;
}

/** A generation in use, and how many questions are being answered from it. */
interface Shift {
  readonly generation: Generation;
  readonly search: Search;
  inHand: number;
  isOver: boolean;
}

export function createLiveSearch(first: Generation, embedder: Embedder): LiveSearch {
  // What does not belong to a generation is loaded once, not at each replacement.
  const lasting = loadKnowledge(embedder);
  const turns = createTurns(embedder.atOnce, MOST_WAITING);
  const stops: Array<() => void> = [];
  let shift = begin(first);

  function begin(generation: Generation): Shift {
    const search = createSearch({ generation, ...lasting });
    const ask = rememberAnswers((question, options) => turns.take(() => search.search(question, options)));
    return { generation, search: { ...search, search: ask }, inHand: 0, isOver: false };
  }

  return {
    async search(question, options) {
      const own = shift;
      own.inHand++;
      try {
        return await own.search.search(question, options);
      } finally {
        own.inHand--;
        letGo(own);
      }
    },
    articles: () => shift.search.articles(),
    surroundings: (articleId, start) => shift.search.surroundings(articleId, start),
    facts: () => factsOf(shift.generation),
    replace(generation) {
      const before = shift;
      shift = begin(generation);
      end(before);
    },
    close() {
      for (const stop of stops) stop();
      end(shift);
    },
    onClose: (stop) => void stops.push(stop),
  };
}

function end(shift: Shift): void {
  shift.isOver = true;
  letGo(shift);
}

function letGo(shift: Shift): void {
  if (shift.isOver && shift.inHand === 0) shift.generation.dense.close();
}

function factsOf({ name, manifest }: Generation): GenerationFacts {
  return {
    generation: name,
    builtAt: manifest.createdAt,
    model: manifest.model.name,
    passages: manifest.counts.passages,
  };
}
