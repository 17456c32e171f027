import { setImmediate, setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { BusyError, createTurns } from "../../src/search/turns.ts";

describe("turns", () => {
  it("begin in the order in which they were asked for, so many at a time", async () => {
    const turns = createTurns(2, 10);
    const begun: number[] = [];
    let [working, most] = [0, 0];
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        turns.take(async () => {
          begun.push(at);
          most = Math.max(most, ++working);
          await setTimeout(5);
          working--;
          return at;
        }),
      ),
    );
    expect(results).toEqual([0, 1, 2, 3, 4, 5]);
    expect(begun).toEqual(results);
    expect(most).toBe(2);
  });

  it("let the event loop go round between two", async () => {
    const turns = createTurns(1, 100);
    const seen: string[] = [];
    const work = Array.from({ length: 3 }, () => turns.take(async () => seen.push("turn")));
    const ticks = (async () => {
      for (let tick = 0; tick < 3; tick++) {
        await setImmediate();
        seen.push("tick");
      }
    })();
    await Promise.all([...work, ticks]);
    expect(seen.indexOf("tick")).toBeLessThan(seen.lastIndexOf("turn"));
  });

  it("are refused at once where too many wait, and given again when they have gone", async () => {
    const turns = createTurns(1, 1);
    const first = turns.take(() => setTimeout(5, "first"));
    const second = turns.take(async () => "second");
    await expect(turns.take(async () => "third")).rejects.toThrow(BusyError);
    expect(await Promise.all([first, second])).toEqual(["first", "second"]);
    expect(await turns.take(async () => "fourth")).toBe("fourth");
  });

  it("go on after work that failed", async () => {
    const turns = createTurns(1, 1);
    await expect(turns.take(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await turns.take(async () => "well")).toBe("well");
  });
});
