import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listMessages } from "../../src/bot/list-messages.ts";
import { LANGUAGES, type Language } from "../../src/messages/language.ts";
import { loadMessages } from "../../src/messages/load-messages.ts";

const said = new Set<string>();
const messages = loadMessages();
const listed = listMessages({
  translate(language, key, variables) {
    said.add(`${language} ${key}`);
    return messages.translate(language, key, variables);
  },
});

/** What people say to the bot, and what it is for the terminal. */
const HEARD: readonly string[] = ["greetings", "thanks", "openings", "complaints", "questions-about-bot"];
const TERMINAL = /^## (?:Dòng lệnh|Terminal)$/m;

/** The keys of a language's file that stand above those of the terminal. */
function readBotKeys(language: Language): string[] {
  const source = readFileSync(new URL(`../../src/messages/${language}.ftl`, import.meta.url), "utf8");
  const [own = "", ...others] = source.split(TERMINAL);
  expect(others).toHaveLength(1);
  const keys = [...own.matchAll(/^([a-z][\w-]*) =/gm)].map(([, key = ""]) => key);
  return keys.filter((key) => !HEARD.includes(key));
}

describe("every message that the bot can send, at its longest", () => {
  it("is listed in both languages", () => {
    for (const language of LANGUAGES) {
      const missing = readBotKeys(language).filter((key) => !said.has(`${language} ${key}`));
      expect(missing, language).toEqual([]);
    }
  });

  it("is within Telegram's limits", () => {
    expect(listed.filter(({ length, limit }) => length > limit)).toEqual([]);
    expect(listed.filter(({ length, content }) => length < 1 && content !== "")).toEqual([]);
  });

  it("uses the room there is for a long quote, and little of it in a group", () => {
    const lengthOf = (name: string) => listed.find((message) => message.name === name)?.length;
    expect(lengthOf("answer (answered), with context")).toBeGreaterThan(3500);
    expect(lengthOf("answer (answered), in a group")).toBeLessThan(2000);
  });
});
