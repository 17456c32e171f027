import { setImmediate } from "node:timers/promises";

/** So many wait already that whoever comes now would not get an answer in good time. */
export class BusyError extends Error {
  constructor(waiting: number) {
    super(`${waiting} questions are waiting already; ask again in a moment.`);
    this.name = "BusyError";
  }
}

/** Lets work begin in the order in which it came, so much of it at a time. */
export interface Turns {
  /** @throws BusyError at once when too much waits */
  take<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Before each turn the event loop goes round once: work that keeps the processor busy then holds up nobody longer
 * than one turn takes, however many come at once.
 *
 * @param atOnce how much is worked on at a time @param mostWaiting how much may wait
 */
export function createTurns(atOnce: number, mostWaiting: number): Turns {
  const waiting: Array<() => void> = [];
  let working = 0;

  function admit(): void {
    if (working >= atOnce) return;
    const next = waiting.shift();
    if (next === undefined) return;
    working++;
    next();
  }

  return {
    async take(work) {
      if (waiting.length >= mostWaiting) throw new BusyError(waiting.length);
      const turn = new Promise<void>((resolve) => waiting.push(resolve));
      admit();
      await turn;
      try {
        await setImmediate();
        return await work();
      } finally {
        working--;
        admit();
      }
    },
  };
}
