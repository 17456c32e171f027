import type { Answer, Search, SearchOptions } from "./answer.ts";

/** Example buttons, pages of an answer, and what everybody asks on the same day. */
const MOST_REMEMBERED = 500;

type Ask = Search["search"];

/**
 * Remembers the last answers, and gives them again for the same question. Whoever asks while an answer is being
 * found waits for that one. Belongs to one generation: with it, what is remembered goes.
 */
export function rememberAnswers(ask: Ask, most = MOST_REMEMBERED): Ask {
  const remembered = new Map<string, Promise<Answer>>();
  return async (question, options = {}) => {
    const began = performance.now();
    const key = nameQuestion(question, options);
    const known = remembered.get(key);
    remembered.delete(key);
    const answer = known ?? ask(question, options);
    // Set anew, it is the last to be forgotten.
    remembered.set(key, answer);
    const [oldest] = remembered.keys();
    if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
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
