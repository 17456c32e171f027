import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { makeAnswer, makeQuote, makeSearch } from "../support/answers.ts";
import { anyUpdate } from "../support/arbitrary-updates.ts";
import { type RunningBot, runBot, WEBHOOK } from "../support/telegram-bot.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

const isHard = (question: string) => question.length % 7 === 3;

const search = makeSearch({
  answer: (question) =>
    makeAnswer({
      question,
      outcome: isHard(question) ? "not-found" : "answered",
      quotes: [makeQuote(), makeQuote()],
      topics: isHard(question) ? ["cụm công nghiệp"] : [],
    }),
  surroundings: { before: "Trước.", after: "Sau." },
});

const SILENCE = { RATE_LIMIT_PER_MINUTE: "0", LOG_LEVEL: "fatal" };

describe("ten thousand hostile updates", () => {
  it("leave the bot answering, and make it send nothing that Telegram does not take", async () => {
    running = await runBot({ search, environment: SILENCE });
    const { meet, telegram } = running;
    for (const update of fc.sample(anyUpdate, { numRuns: 10_000, seed: 4 })) telegram.deliver(update);
    const person = meet("vi").in({ id: 999_999, type: "private", first_name: "A" });
    expect((await person.ask("cụm công nghiệp")).text).toContain("đoạn 7");
    await running.polling.stop();
    // Where an update does not say where to, nothing can be sent right; everything else must be.
    const addressed = z.object({ chat_id: z.int() });
    const refused = telegram.callsOf("sendMessage").filter(({ status }) => status >= 400);
    expect(refused.filter(({ parameters }) => addressed.safeParse(parameters).success)).toEqual([]);
    expect(telegram.callsOf("sendMessage").length).toBeGreaterThan(1000);
  });

  it("do so by webhook too", async () => {
    running = await runBot({ search, environment: { ...WEBHOOK, ...SILENCE } });
    const { meet, telegram } = running;
    for (const update of fc.sample(anyUpdate, { numRuns: 500, seed: 5 })) telegram.deliver(update);
    const person = meet("vi").in({ id: 999_999, type: "private", first_name: "A" });
    expect((await person.ask("cụm công nghiệp")).text).toContain("đoạn 7");
  });
});
