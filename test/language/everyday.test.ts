import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseEveryday } from "../../src/language/everyday.ts";
import { foldDiacritics } from "../../src/language/fold.ts";
import { loadLexicon } from "../../src/language/load-lexicon.ts";
import { splitSyllables, splitWords } from "../../src/language/syllables.ts";

const FILES = {
  everyday: { entries: 2_000, forms: 10_000 },
  related: { entries: 2_000, forms: 5_000 },
};

/** A form however it is spelled: commas and capitals make no difference. */
function syllablesOf(form: string): string {
  return splitSyllables(form).join(" ");
}

describe.each(Object.entries(FILES))("the file of what is %s", (name, least) => {
  const text = readFileSync(new URL(`../../src/language/lexicon/${name}.txt`, import.meta.url), "utf8");
  const entries = parseEveryday(text);
  const said = entries.flatMap(({ say }) => say.map((form) => form.text));

  test("has thousands of entries and forms", () => {
    expect(entries.length).toBeGreaterThanOrEqual(least.entries);
    expect(said.length).toBeGreaterThanOrEqual(least.forms);
  });

  test("is written in NFC, without stray white space", () => {
    expect(text.normalize("NFC")).toBe(text);
    const lines = text.split("\n").filter((line) => !line.startsWith("#"));
    expect(lines.filter((line) => line !== line.trim() || /\s\s/.test(line))).toEqual([]);
  });

  test("says nothing twice, and of nothing that it means itself", () => {
    const forms = said.map(syllablesOf);
    expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
    const circles = entries.flatMap(({ say, mean }) => {
      const means = mean.map(syllablesOf);
      expect(new Set(means).size).toBe(means.length);
      return say.filter((form) => means.includes(syllablesOf(form.text))).map((form) => form.text);
    });
    expect(circles).toEqual([]);
  });

  test("asks for diacritics only where there are any, and always for those of a single Vietnamese syllable", () => {
    const forms = entries.flatMap(({ say }) => say);
    const isBare = (form: string) => foldDiacritics(form.toLowerCase()) === form.toLowerCase();
    expect(forms.filter(({ text, isExact }) => isExact && isBare(text))).toEqual([]);
    expect(
      forms.filter(({ text, isExact }) => !isExact && !isBare(text) && splitWords(text).length === 1),
    ).toEqual([]);
  });

  test("is found by the lexicon, each form whole", () => {
    const lexicon = loadLexicon();
    for (const form of said) {
      const words = splitWords(form);
      expect([form, lexicon.match(words, 0)?.length]).toEqual([form, words.length]);
    }
  });
});

describe("parseEveryday", () => {
  test("reads what is said and what is meant, leaving out empty lines and remarks", () => {
    const text =
      "# đồ ăn\n\nđồ ăn, *tiền lời > thực phẩm\n  mua bán trên mạng > thương mại điện tử, TMĐT  \n";
    expect(parseEveryday(text)).toEqual([
      {
        say: [
          { text: "đồ ăn", isExact: false },
          { text: "tiền lời", isExact: true },
        ],
        mean: ["thực phẩm"],
      },
      { say: [{ text: "mua bán trên mạng", isExact: false }], mean: ["thương mại điện tử", "TMĐT"] },
    ]);
    expect(parseEveryday("")).toEqual([]);
  });

  test.each([
    ["nothing meant", "đồ ăn"],
    ["an empty meaning", "đồ ăn >"],
    ["nothing said", "> thực phẩm"],
    ["a comma too many", "đồ ăn, > thực phẩm"],
    ["two meanings", "đồ ăn > thực phẩm > lương thực"],
    ["a form without a word", "đồ ăn, * > thực phẩm"],
  ])("names the line with %s", (_, line) => {
    expect(() => parseEveryday(`# first\n${line}\n`)).toThrow(/^Line 2 is ".*"; write what people say/);
  });
});
