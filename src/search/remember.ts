import type { Answer, Search, SearchOptions } from "./answer.ts";
import { RecentMap } from "./recent-map.ts";

/** Example buttons, pages of an answer, and what everybody asks on the same day. */
const MOST_REMEMBERED = 500;

type Ask = Search["search"];

/**
 * Remembers the last answers, and gives them again for the same question. Whoever asks while an answer is being
 * found waits for that one. Belongs to one generation: with it, what is remembered goes.
 */
export function rememberAnswers(ask: Ask, most = MOST_REMEMBERED): Ask {
  const remembered = new RecentMap<Promise<Answer>>(most);
  return async (question, options = {}) => {
    const began = performance.now();
    const key = nameQuestion(question, options);
    const known = remembered.get(key);
    const answer = known ?? ask(question, options);
    remembered.set(key, answer);
    try {
      const found = await answer;
      return known === undefined ? found : { ...found, elapsedMs: performance.now() - began };
    } catch (error) {
      if (remembered.get(key) === answer) remembered.delete(key);
      throw error;
    }
  };
}

function nameQuestion(question: string, { previousQuestion, limit }: SearchOptions): string {
  return JSON.stringify([question, previousQuestion, limit]);
}
