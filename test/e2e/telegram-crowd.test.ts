import { afterEach, describe, expect, it } from "vitest";
import { makeAnswer, makeSearch } from "../support/answers.ts";
import { type RunningBot, runBot } from "../support/telegram-bot.ts";
import type { Fault } from "../support/telegram-double.ts";
import { makeRandom } from "../support/vectors.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

const PEOPLE = 50;
const QUESTIONS = 10;

/** Answers with the question itself as the only topic, so that answers tell what they answer. */
const echo = makeSearch({
  answer: (question) => makeAnswer({ question, outcome: "related", topics: [question] }),
});

/** Everybody asks everything at once; gives for each person what their answers answer, in order. */
async function askAll(bot: RunningBot, isDone: (answers: readonly (readonly string[])[]) => boolean) {
  const people = Array.from({ length: PEOPLE }, () => bot.meet("vi"));
  for (let question = 0; question < QUESTIONS; question++) {
    for (const person of people) person.say(`Câu ${question}`);
  }
  const read = () =>
    people.map(({ id }) =>
      bot.telegram.messagesTo(id).map(({ buttons }) => buttons.at(-1)?.text.replace("🔎 ", "") ?? ""),
    );
  await bot.telegram.until(() => isDone(read()));
  return read();
}

const ALL = Array.from({ length: QUESTIONS }, (_, question) => `Câu ${question}`);

describe("fifty people who ask ten questions each at once", () => {
  it("get all their answers, in order, none twice", async () => {
    running = await runBot({ search: echo });
    const answers = await askAll(running, (given) => given.flat().length >= PEOPLE * QUESTIONS);
    expect(answers).toEqual(Array.from({ length: PEOPLE }, () => ALL));
    expect(running.logged.join("")).not.toContain("an update failed");
  });

  it("get them although every tenth call goes wrong; only what was lost on the way back comes twice", async () => {
    running = await runBot({ search: echo });
    const random = makeRandom(7);
    const kinds: readonly Fault[] = [
      { kind: "status", code: 429, retryAfter: 0 },
      { kind: "status", code: 500 },
      { kind: "status", code: 502 },
      { kind: "garbage" },
      { kind: "reset" },
      { kind: "delay", milliseconds: 500 },
      { kind: "lost" },
    ];
    let lost = 0;
    running.telegram.accidents = (method) => {
      if (random() > 0.1) return undefined;
      const fault = kinds[Math.floor(random() * kinds.length)];
      // A poll whose answer is lost brings the same updates again: nothing is handled twice for it.
      if (fault?.kind === "lost" && method === "sendMessage") lost++;
      return fault;
    };
    const answers = await askAll(running, (given) => given.every((one) => one.includes(ALL.at(-1) ?? "")));
    for (const given of answers) expect([...new Set(given)]).toEqual(ALL);
    const doubled = answers.flat().length - PEOPLE * QUESTIONS;
    expect(lost).toBeGreaterThan(0);
    expect(doubled).toBeLessThanOrEqual(lost);
    expect(running.logged.join("")).not.toContain("an update failed");
    running.telegram.accidents = undefined;
  });
});
