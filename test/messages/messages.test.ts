import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatDate, formatMoment } from "../../src/messages/format-date.ts";
import { chooseLanguage, LANGUAGES, type Language } from "../../src/messages/language.ts";
import { loadMessages, speak } from "../../src/messages/load-messages.ts";

const messages = loadMessages();

/** Every key of a language's file, with the variables that its text uses. */
function readKeys(language: Language): Map<string, string[]> {
  const source = readFileSync(new URL(`../../src/messages/${language}.ftl`, import.meta.url), "utf8");
  const entries = source.matchAll(/^(?<key>[a-z][\w-]*) =(?<text>.*(\n(?: .*|(?=\n)))*)/gm);
  return new Map(
    [...entries].map(({ groups }) => [groups?.key ?? "", [...new Set(groups?.text?.match(/\$\w+/g))].sort()]),
  );
}

describe("the messages", () => {
  it("have the same keys, with the same variables, in the same order, in every language", () => {
    const vietnamese = [...readKeys("vi")];
    expect(vietnamese.length).toBeGreaterThan(20);
    expect([...readKeys("en")]).toEqual(vietnamese);
  });

  it("can all be said in every language", () => {
    for (const language of LANGUAGES) {
      for (const [key, variables] of readKeys(language)) {
        const values = Object.fromEntries(variables.map((name) => [name.slice(1), 3]));
        expect(messages.translate(language, key, values), key).toMatch(/\S/);
      }
    }
  });

  it("are there for every key that the source says", () => {
    const folder = new URL("../../src/", import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(new URL(file, folder), "utf8"));
    const said = sources.flatMap((source) => [
      ...source.matchAll(/(?:\.say\(|replyMessage\(ctx, )"(?<key>[\w-]+)"/g),
    ]);
    const known = readKeys("vi");
    expect(said.length).toBeGreaterThan(10);
    expect(said.map((match) => match.groups?.key).filter((key) => !known.has(key ?? ""))).toEqual([]);
  });

  it("hold no invisible marks around variables, and write numbers as the language does", () => {
    expect(speak(messages, "vi").say("and-more", { count: 1234 })).toBe("và 1.234 bài khác");
    expect(speak(messages, "en").say("and-more", { count: 1234 })).toBe("and 1,234 more");
  });

  it("complain about a key or a variable that is not there", () => {
    expect(() => messages.translate("vi", "no-such-key")).toThrow('There is no message "no-such-key"');
    expect(() => messages.translate("en", "and-more")).toThrow("count");
  });

  it("offer examples in every language, short enough for a button", () => {
    for (const language of LANGUAGES) {
      const examples = messages.translate(language, "examples").split("\n");
      expect(examples.length).toBeGreaterThan(2);
      for (const example of examples) expect(example.length).toBeLessThan(64);
    }
  });
});

describe("the language", () => {
  it("is that of the person's Telegram where it is spoken here", () => {
    expect(["en", "en-GB", "EN_us", "vi-VN"].map((code) => chooseLanguage(code, "vi"))).toEqual([
      "en",
      "en",
      "en",
      "vi",
    ]);
  });

  it("is the default one for everybody else", () => {
    expect(chooseLanguage("fr", "vi")).toBe("vi");
    expect(chooseLanguage("english", "vi")).toBe("vi");
    expect(chooseLanguage(undefined, "en")).toBe("en");
  });
});

describe("a date", () => {
  it("is written as people of the language write it", () => {
    expect(formatDate("vi", "2021-01-12")).toBe("12/01/2021");
    expect(formatDate("en", "2021-01-12")).toBe("12 Jan 2021");
  });

  it("and a time of the world are those of Hanoi", () => {
    expect(formatMoment("vi", "2021-01-12T17:02:03.000Z")).toBe("13/01/2021 00:02");
    expect(formatMoment("en", "2021-01-12T01:02:03Z")).toBe("12 Jan 2021 08:02");
  });

  it("that is none stays as it is", () => {
    expect(formatMoment("vi", "hôm qua")).toBe("hôm qua");
    expect(formatDate("vi", "năm 2020")).toBe("năm 2020");
    expect(formatDate("en", "2021-13-45")).toBe("2021-13-45");
  });
});
