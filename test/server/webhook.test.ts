import { once } from "node:events";
import { request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { IN_MEMORY } from "../../src/store/database.ts";
import { openStore } from "../../src/store/open-store.ts";
import { makeAnswer, makeQuote, makeSearch } from "../support/answers.ts";
import { makeGate } from "../support/gate.ts";
import { type RunningBot, type RunningBotParts, runBot, WEBHOOK } from "../support/telegram-bot.ts";
import { startTelegramDouble } from "../support/telegram-double.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

async function start(parts: RunningBotParts = {}): Promise<RunningBot> {
  running = await runBot({ ...parts, environment: { ...WEBHOOK, ...parts.environment } });
  return running;
}

function makeUpdate(id: number, text: string, date = Math.floor(Date.now() / 1000)) {
  const user = { id: 50, is_bot: false, first_name: "A", language_code: "vi" };
  return {
    update_id: id,
    message: { message_id: id, date, text, from: user, chat: { id: 50, type: "private", first_name: "A" } },
  };
}

/** Says how long a body will be, and gives the status of the answer, which does not wait for it. */
async function announce(address: string, length: number): Promise<number | undefined> {
  const sent = request(address, {
    method: "POST",
    headers: {
      "content-length": length,
      "x-telegram-bot-api-secret-token": WEBHOOK.WEBHOOK_SECRET,
    },
  });
  sent.flushHeaders();
  const [response] = await once(sent, "response");
  sent.on("error", () => {}).destroy();
  return z.object({ statusCode: z.number() }).parse({ statusCode: response.statusCode }).statusCode;
}

describe("a bot with a webhook", () => {
  it("sets it at the start, and holds a conversation as by polling", async () => {
    const quotes = [makeQuote(), makeQuote({ paragraph: 8 })];
    const search = makeSearch({ answer: (question) => makeAnswer({ question, quotes }) });
    const { meet, telegram, openGroup } = await start({ search });
    expect(telegram.calls.map(({ method }) => method)).toEqual(["setWebhook", "getWebhookInfo"]);
    expect(telegram.webhook).toMatchObject({
      url: WEBHOOK.WEBHOOK_URL,
      secret_token: WEBHOOK.WEBHOOK_SECRET,
      allowed_updates: ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"],
    });
    const person = meet("vi");
    const sent = person.say("cụm công nghiệp");
    const answer = await person.read();
    expect(answer.replyTo).toBe(sent);
    expect((await person.turn("▶", answer)).text).toContain("đoạn 8");
    person.edit(sent, "xuất khẩu");
    expect((await person.reread((await person.turn("▶", answer)) ?? answer)).text).toContain("đoạn 7");
    expect((await person.in(openGroup()).ask("/ask a?")).text).toContain("đoạn 7");
    expect((await person.query("a")).results).toHaveLength(2);
  });

  it("hears nobody who does not know the secret, and nothing that is no update or too big", async () => {
    const { telegram } = await start();
    const update = makeUpdate(1, "cụm công nghiệp");
    expect(await telegram.post(update, "")).toBe(401);
    expect(await telegram.post(update, `${WEBHOOK.WEBHOOK_SECRET}x`)).toBe(401);
    expect(await telegram.post(update, WEBHOOK.WEBHOOK_SECRET.slice(1))).toBe(401);
    for (const body of ["", "{", "[]", "null", "{}", '{"update_id":"1"}', '{"update_id":1.5}']) {
      expect(await telegram.post(body), body).toBe(400);
    }
    expect(await announce(`${telegram.proxiedTo}/telegram/updates`, 2 ** 20 + 1)).toBe(413);
    expect((await fetch(`${telegram.proxiedTo}/`)).status).toBe(404);
    expect((await fetch(`${telegram.proxiedTo}/metrics`)).status).toBe(404);
    expect(telegram.callsOf("sendMessage")).toEqual([]);
  });

  it("answers Telegram at once, and handles an update once however often it is delivered", async () => {
    const gate = makeGate();
    const search = makeSearch({
      answer: async (question) => {
        if (question === "chậm") await gate.opened;
        return makeAnswer({ question });
      },
    });
    const { telegram } = await start({ search });
    const update = makeUpdate(1, "chậm");
    const statuses = [await telegram.post(update), await telegram.post(update)];
    gate.open();
    await telegram.until(() => telegram.callsOf("sendMessage").length === 1);
    statuses.push(await telegram.post(update), await telegram.post(makeUpdate(2, "nhanh")));
    await telegram.until(() => telegram.callsOf("sendMessage").length === 2);
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(telegram.messagesTo(50).map(({ replyTo }) => replyTo)).toEqual([1, 2]);
  });

  it("answers, of what piled up during an outage, only the latest question of each person", async () => {
    const { telegram } = await start();
    const long = Math.floor(Date.now() / 1000) - 3600;
    for (const id of [1, 2, 3]) await telegram.post(makeUpdate(id, `câu ${id}`, long));
    await telegram.until(() => telegram.callsOf("sendMessage").length === 1);
    await telegram.post(makeUpdate(4, "câu 4", long));
    await telegram.post(makeUpdate(5, "câu 5"));
    await telegram.until(() => telegram.callsOf("sendMessage").length === 3);
    expect(telegram.messagesTo(50).map(({ replyTo }) => replyTo)).toEqual([3, 4, 5]);
  });

  it("asks to try again when something fails, and stops nobody else", async () => {
    const search = makeSearch({
      answer: (question) => {
        if (question === "hỏng") throw new Error("broken");
        return makeAnswer({ question });
      },
    });
    const { meet } = await start({ search });
    expect((await meet("vi").ask("hỏng")).text).toMatch(/^Xin lỗi, có trục trặc/);
    expect((await meet("vi").ask("cụm công nghiệp")).text).toContain("đoạn 7");
  });

  it("finishes what is in hand before it stops, and what it could not, in its next life", async () => {
    const gate = makeGate();
    const search = makeSearch({
      answer: async (question) => {
        if (question === "chậm") await gate.opened;
        return makeAnswer({ question });
      },
    });
    const { telegram, polling } = await start({ search });
    await telegram.post(makeUpdate(1, "chậm"));
    const stopped = polling.stop();
    gate.open();
    await stopped;
    expect(telegram.messagesTo(50)).toHaveLength(1);

    const store = openStore(IN_MEMORY);
    const killed = makeUpdate(7, "trước khi bị tắt");
    store.inbox.receive([{ id: 7, body: JSON.stringify(killed) }]);
    await running?.close();
    const { telegram: other } = await start({ store });
    await other.until(() => other.callsOf("sendMessage").length === 1);
    expect(other.messagesTo(50).map(({ replyTo }) => replyTo)).toEqual([7]);
  });

  it("does not start when Telegram does not take the address, or the port is taken", async () => {
    const telegram = await startTelegramDouble();
    telegram.fail("setWebhook", {
      kind: "status",
      code: 400,
      description: "Bad Request: bad webhook: An HTTPS URL must be provided",
    });
    const environment = { ...WEBHOOK };
    await expect(runBot({ telegram, environment })).rejects.toThrow(
      /^Telegram does not take WEBHOOK_URL \(.*HTTPS URL must be provided\)\.$/,
    );
    const first = await runBot({ telegram, environment });
    const PORT = new URL(telegram.proxiedTo ?? "").port;
    await expect(runBot({ telegram, environment: { ...WEBHOOK, PORT } })).rejects.toThrow(
      new RegExp(`^Port ${PORT} on 127.0.0.1 cannot be listened on .*; choose another by PORT\\.$`),
    );
    await first.close();
  });
});
