import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WEBHOOK } from "../support/telegram-bot.ts";
import { type Fault, startTelegramDouble, type TelegramDouble, TOKEN } from "../support/telegram-double.ts";
import { Person } from "../support/telegram-person.ts";
import { type BotProcess, spawnBot } from "../support/telegram-process.ts";

/** Shaped like a token, and unknown to Telegram. */
const WRONG_TOKEN = "987654321:AAHnobody_knows-this0123456789abcdef";
const QUESTION = "Bí mật thương mại của tôi là gì";

/** What a log or a file must not hold: tokens, whole, in half, as part of a URL; the webhook's secret. */
const SECRETS = [TOKEN, WRONG_TOKEN].flatMap((token) => [
  token,
  token.split(":")[1] ?? "",
  encodeURIComponent(token),
]);

/** Lets a test make the process stumble over mistakes of its own, with the token in them. */
const STUMBLES = `data:text/javascript,${encodeURIComponent(`
  const url = "https://api.telegram.org/bot" + process.env.BOT_TOKEN + "/getMe";
  const make = () => new Error("failed: " + url, { cause: new Error(encodeURIComponent(url)) });
  process.on("SIGWINCH", () => void Promise.reject(make()));
  process.on("SIGUSR2", () => { throw make(); });
`)}`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "telegram-secrets-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

let telegram: TelegramDouble;
let bots: BotProcess[] = [];
let data: string;
beforeEach(async () => {
  bots = [];
  data = mkdtempSync(join(folder, "data-"));
  telegram = await startTelegramDouble();
});
afterEach(async () => {
  for (const bot of bots) bot.end();
  await telegram.goAway();
});

function start(changes: Readonly<Record<string, string>> = {}): BotProcess {
  const bot = spawnBot(
    {
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      INDEX_DIR: folder,
      DATA_DIR: data,
      METRICS_PORT: "0",
      NODE_OPTIONS: `--import ${STUMBLES}`,
      ...changes,
    },
    folder,
  );
  bots.push(bot);
  return bot;
}

/** Everything that the process has left behind: what it wrote, and the files that it keeps. */
function readTraces({ output }: BotProcess): string {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const kept = files.map((file) => readFileSync(join(file.parentPath, file.name), "latin1"));
  return [output(), ...kept].join("\n");
}

function expectNoSecrets(process: BotProcess): void {
  const traces = readTraces(process);
  expect(traces.length).toBeGreaterThan(0);
  for (const secret of [...SECRETS, WEBHOOK.WEBHOOK_SECRET]) expect(traces).not.toContain(secret);
}

const FAILURES: readonly Fault[] = [
  { kind: "status", code: 400 },
  { kind: "status", code: 403, description: "Forbidden: bot was blocked by the user" },
  { kind: "status", code: 429, retryAfter: 0 },
  { kind: "status", code: 429, retryAfter: 3600 },
  { kind: "status", code: 500 },
  { kind: "garbage" },
  { kind: "reset" },
  { kind: "lost" },
];

/** Each of both, so that all levels and all ways are tried once. */
const MODES = [
  ["polling", "trace", {}],
  ["webhook", "info", WEBHOOK],
] as const;

describe.each(MODES)("by %s, at level %s, tokens and secrets", (mode, LOG_LEVEL, environment) => {
  it("are nowhere, whatever fails from the start to a crash; nor, above debug, are people's words", async () => {
    telegram.fail("getMe", { kind: "reset" });
    telegram.fail(mode === "polling" ? "deleteWebhook" : "setWebhook", { kind: "garbage" });
    telegram.fail("setMyCommands", { kind: "reset" });
    const process = start({ ...environment, LOG_LEVEL });
    await process.says("the bot is running");
    const port = /"port":(\d+),.*"msg":"the webhook is set"/.exec(process.stderr())?.[1];
    telegram.proxiedTo = port === undefined ? undefined : `http://127.0.0.1:${port}`;

    const person = new Person(telegram, 7, "vi");
    const answer = await person.ask(QUESTION);
    const calls = (method: string) => telegram.callsOf(method).length;
    for (const [index, fault] of FAILURES.entries()) {
      // Each in a chat of its own: none has to wait for the patience that another one wants.
      const other = new Person(telegram, 100 + index, "vi");
      const [sent, acknowledged, inline] = [
        calls("sendMessage"),
        calls("answerCallbackQuery"),
        calls("answerInlineQuery"),
      ];
      for (const method of ["sendMessage", "sendChatAction", "answerCallbackQuery", "answerInlineQuery"]) {
        telegram.fail(method, fault);
      }
      telegram.fail("editMessageText", fault);
      const asked = other.say(QUESTION);
      await telegram.until(() => calls("sendMessage") > sent);
      other.edit(asked, `${QUESTION}?`);
      person.press(index % 2 === 0 ? "Xem ngữ cảnh" : "👍", answer);
      await telegram.until(() => calls("answerCallbackQuery") > acknowledged);
      telegram.deliver({
        inline_query: { id: String(index), from: person.user, query: QUESTION, offset: "" },
      });
      await telegram.until(() => calls("answerInlineQuery") > inline);
    }
    telegram.fail("getUpdates", { kind: "garbage" });
    process.child.kill("SIGWINCH");
    await process.says("a failure that nobody handled");
    await telegram.goAway();
    if (mode === "polling") await process.says("updates cannot be fetched");
    process.child.kill("SIGUSR2");
    expect(await process.status).toBe(1);
    expect(process.stderr()).toContain("Telegram cannot be reached; trying again");
    expect(process.stderr()).toContain("a failure that nobody caught");
    expect(process.stderr()).toContain("[token]");
    expectNoSecrets(process);
    if (LOG_LEVEL === "info") expect(process.output()).not.toMatch(/bí mật/i);
  });
});

describe("a start that fails", () => {
  it("shows no token and no secret, whatever it fails of", async () => {
    telegram.fail("getUpdates", { kind: "status", code: 401 });
    telegram.fail("setWebhook", { kind: "status", code: 400 });
    const starts: readonly Readonly<Record<string, string>>[] = [
      { BOT_TOKEN: WRONG_TOKEN },
      { BOT_TOKEN: `${WRONG_TOKEN}/x` },
      { TELEGRAM_API_ROOT: `ftp://bot${WRONG_TOKEN}` },
      { DATA_DIR: "/dev/null/x" },
      {},
      WEBHOOK,
    ];
    const processes = starts.map((changes) => start({ LOG_LEVEL: "trace", METRICS_PORT: "off", ...changes }));
    for (const process of processes) {
      expect(await process.status, process.stderr()).toBe(1);
      expectNoSecrets(process);
    }
  });
});
