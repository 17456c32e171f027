import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { load as parse } from "js-yaml";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { foldDiacritics } from "../../src/language/fold.ts";
import { Lexicon, type LexiconData } from "../../src/language/lexicon.ts";
import { loadLexicon } from "../../src/language/load-lexicon.ts";
import { splitWords } from "../../src/language/syllables.ts";
import { makeFolder } from "../support/corpus.ts";

const FILE = new URL("../../src/language/lexicon/vi-en.yaml", import.meta.url);

const forms = z.array(z.string());
const fileSchema = z.strictObject({
  abbreviations: z.array(
    z.strictObject({
      short: forms,
      long: forms,
      english: forms.optional(),
      caseSensitive: z.boolean().optional(),
    }),
  ),
  synonyms: z.array(forms),
  glossary: z.array(z.strictObject({ english: forms, vietnamese: forms })),
});

describe("the lexicon that comes with the product", () => {
  const data = fileSchema.parse(parse(readFileSync(FILE, "utf8")));
  const all = [
    ...data.abbreviations.flatMap(({ short, long, english = [] }) => [...short, ...long, ...english]),
    ...data.synonyms.flat(),
    ...data.glossary.flatMap(({ english, vietnamese }) => [...english, ...vietnamese]),
  ];

  test("has 80 abbreviations and 200 English terms or more", () => {
    expect(data.abbreviations.length).toBeGreaterThanOrEqual(80);
    expect(data.glossary.length).toBeGreaterThanOrEqual(200);
    expect(data.synonyms.length).toBeGreaterThan(0);
  });

  test("is written in NFC, without stray white space, and every form has a word", () => {
    expect(all.filter((form) => form !== form.normalize("NFC"))).toEqual([]);
    expect(all.filter((form) => form !== form.trim() || /\s\s/.test(form))).toEqual([]);
    expect(all.filter((form) => splitWords(form).length === 0)).toEqual([]);
  });

  test("has no form twice in a list, nor a group of one", () => {
    const lists = [
      data.abbreviations.flatMap(({ short }) => short),
      data.synonyms.flat(),
      data.glossary.flatMap(({ english }) => english.map((form) => form.toLowerCase())),
      ...data.glossary.map(({ vietnamese }) => vietnamese),
    ];
    for (const list of lists) expect(list.filter((form, at) => list.indexOf(form) !== at)).toEqual([]);
    expect(data.synonyms.filter((group) => group.length < 2)).toEqual([]);
  });

  test("gives each short form that is typed in any case one entry", () => {
    const folded = data.abbreviations
      .filter(({ caseSensitive }) => !caseSensitive)
      .flatMap(({ short }) => short.map((form) => foldDiacritics(form.toLowerCase())));
    expect(folded.filter((form, at) => folded.indexOf(form) !== at)).toEqual([]);
  });

  test("finds every one of its own forms", () => {
    const lexicon = loadLexicon();
    const typed = [
      ...data.abbreviations.flatMap(({ short, long }) => [...short, ...long]),
      ...data.synonyms.flat(),
      ...data.glossary.flatMap(({ english }) => english),
    ];
    for (const form of typed) {
      const words = splitWords(form);
      const match = lexicon.match(words, 0);
      expect([form, match?.length]).toEqual([form, words.length]);
      expect(match?.alternatives.every((alternative) => alternative.length > 0)).toBe(true);
    }
  });

  test("leaves topics to whole terms of the field", () => {
    const lexicon = loadLexicon();
    const topic = { length: 4, name: "thương mại điện tử" };
    expect(lexicon.matchTopic("thương mại điện tử tăng".split(" "), 0)).toEqual(topic);
    expect(lexicon.matchTopic("các thương mại điện tử".split(" "), 0)).toBeNull();
    expect(lexicon.matchTopic("tăng nhanh quá".split(" "), 0)).toBeNull();
    expect(lexicon.matchTopic([], 0)).toBeNull();
    expect(lexicon.matchTopic("nghìn tỷ đồng".split(" "), 0)).toBeNull();
  });

  test("names topics with the capitals of the lexicon", () => {
    expect(loadLexicon().matchTopic("liên minh châu âu".split(" "), 0)?.name).toBe("liên minh châu Âu");
  });
});

const SMALL: LexiconData = {
  abbreviations: [
    { short: ["TMĐT"], long: ["thương mại điện tử"], english: ["e-commerce"], caseSensitive: false },
    { short: ["DN", "D/N"], long: ["doanh nghiệp"], caseSensitive: false },
    { short: ["DA"], long: ["dự án"], caseSensitive: true },
  ],
  synonyms: [
    ["hàng hóa", "hàng hoá phẩm", "sản phẩm"],
    ["công ty", "hãng"],
  ],
  everyday: [
    {
      say: [
        { text: "mua bán trên mạng", isExact: false },
        { text: "tiền lời", isExact: true },
        { text: "làm công", isExact: false },
        { text: "hàng hóa tốt", isExact: false },
      ],
      mean: ["thương mại điện tử", "lãi suất"],
    },
  ],
  related: [
    { say: [{ text: "mua bán trên mạng", isExact: false }], mean: ["thanh toán điện tử", "lãi suất"] },
    { say: [{ text: "xả ra sông", isExact: false }], mean: ["nước thải"] },
    { say: [{ text: "cua", isExact: false }], mean: ["thủy sản"] },
  ],
  glossary: [
    { english: ["industrial cluster", "industrial clusters"], vietnamese: ["cụm công nghiệp"] },
    { english: ["industrial"], vietnamese: ["công nghiệp"] },
  ],
};

describe("a lexicon", () => {
  const lexicon = new Lexicon(SMALL);
  const alternativesTo = (typed: string, at = 0) =>
    lexicon.match(splitWords(typed), at)?.alternatives.map((form) => form.join(" ")) ?? null;

  test("knows abbreviations both ways, in any case and without diacritics", () => {
    for (const typed of ["TMĐT", "tmđt", "TMDT", "tmdt"]) {
      expect(alternativesTo(typed)).toEqual(["thương mại điện tử"]);
    }
    expect(alternativesTo("Thuong mai dien tu")).toEqual(["tmđt"]);
    expect(alternativesTo("e-commerce")).toEqual(["thương mại điện tử", "tmđt"]);
    expect(alternativesTo("doanh nghiệp")).toEqual(["dn", "d n"]);
    expect(alternativesTo("DN")).toEqual(["doanh nghiệp", "d n"]);
  });

  test("knows a short form that is an ordinary word only as it is written", () => {
    expect(alternativesTo("DA")).toEqual(["dự án"]);
    for (const typed of ["da", "đã", "Da", "ĐA"]) expect(alternativesTo(typed)).toBeNull();
  });

  test("lets each member of a group stand for the others", () => {
    expect(alternativesTo("sản phẩm")).toEqual(["hàng hóa", "hàng hóa phẩm"]);
    expect(alternativesTo("hang hoa")).toEqual(["hàng hóa phẩm", "sản phẩm"]);
  });

  test("takes one word with other diacritics for another word, a slip in one of several for a slip", () => {
    expect(alternativesTo("hãng")).toEqual(["công ty"]);
    expect(alternativesTo("Hang")).toEqual(["công ty"]);
    expect(alternativesTo("ngân hàng", 1)).toBeNull();
    expect(alternativesTo("hàng hoà")).toEqual(["hàng hóa phẩm", "sản phẩm"]);
  });

  test("takes everyday speech for what officials write, and not the other way round", () => {
    expect(alternativesTo("mua bán trên mạng")).toEqual(["thương mại điện tử", "lãi suất"]);
    expect(alternativesTo("MUA BAN TREN MANG")).toEqual(["thương mại điện tử", "lãi suất"]);
    expect(alternativesTo("lãi suất")).toBeNull();
    expect(alternativesTo("thương mại điện tử")).toEqual(["tmđt"]);
  });

  test("keeps what is only related apart from what means the same", () => {
    const match = lexicon.match(splitWords("mua bán trên mạng"), 0);
    expect(match?.alternatives.map((form) => form.join(" "))).toEqual(["thương mại điện tử", "lãi suất"]);
    expect(match?.related.map((form) => form.join(" "))).toEqual(["thanh toán điện tử"]);
    expect(lexicon.match(splitWords("xa ra song"), 0)).toEqual({
      length: 3,
      alternatives: [],
      related: [["nước", "thải"]],
      isSpelled: false,
    });
  });

  test("takes bare words for everyday speech only where they probably are those words", () => {
    const typed = splitWords("xa ra song cua");
    const likely = (text: string) => text.split(" ").map((syllable) => ({ text: syllable, isSure: true }));
    expect(lexicon.match(typed, 0, likely("xả ra sông của"))?.related).toEqual([["nước", "thải"]]);
    expect(lexicon.match(typed, 0, likely("xa ra song cua"))).toBeNull();
    expect(lexicon.match(typed, 3, likely("xả ra sông của"))).toBeNull();
    expect(lexicon.match(typed, 3)?.related).toEqual([["thủy", "sản"]]);
  });

  test("takes a word with other diacritics for no everyday speech, and a form marked so only with its own", () => {
    expect(alternativesTo("mua bạn trên mạng")).toBeNull();
    expect(alternativesTo("Tiền lời")).toEqual(["thương mại điện tử", "lãi suất"]);
    for (const typed of ["tien loi", "tiện lợi", "tiền loi"]) expect(alternativesTo(typed)).toBeNull();
  });

  test("takes the longest of everyday and official phrases, and cuts no official one", () => {
    expect(lexicon.match(splitWords("hàng hóa tốt"), 0)?.length).toBe(3);
    expect(lexicon.match(splitWords("làm công"), 0)?.length).toBe(2);
    const cutting = new Lexicon({ ...SMALL, synonyms: [["công nghiệp", "kỹ nghệ"]] });
    expect(cutting.match(splitWords("làm công nghiệp"), 0)).toBeNull();
    expect(cutting.match(splitWords("làm công nghiệp"), 1)?.length).toBe(2);
  });

  test("takes a word typed with other diacritics for a term of the field only where it is a slip", () => {
    const terms = new Lexicon({ ...SMALL, synonyms: [["công nhân", "thợ"]] });
    const typed = (isSure: boolean) =>
      terms.match(["công", "nhận"], 0, [
        { text: "công", isSure: true },
        { text: "nhận", isSure },
      ]);
    expect(typed(true)).toBeNull();
    expect(typed(false)?.alternatives).toEqual([["thợ"]]);
  });

  test("takes a short form in capitals for itself, whatever it is in small letters", () => {
    const data = {
      ...SMALL,
      abbreviations: [{ short: ["VAT"], long: ["giá trị gia tăng"], caseSensitive: false }],
    };
    const likely = [{ text: "vật", isSure: true }];
    expect(new Lexicon(data).match(["VAT"], 0, likely)?.length).toBe(1);
    expect(new Lexicon(data).match(["vat"], 0, likely)).toBeNull();
  });

  test("takes the longest phrase that begins at a word", () => {
    expect(lexicon.match(["industrial", "clusters"], 0)?.length).toBe(2);
    expect(lexicon.match(["industrial", "output"], 0)?.length).toBe(1);
    expect(lexicon.match(["new", "industrial", "clusters"], 0)).toBeNull();
    expect(lexicon.match(["new", "industrial", "clusters"], 1)?.length).toBe(2);
    expect(lexicon.match([], 0)).toBeNull();
    expect(lexicon.match(["DN"], 1)).toBeNull();
  });
});

describe("a lexicon file of an operator", () => {
  async function loadFrom(content: string, everyday?: string): Promise<Lexicon> {
    const folder = await makeFolder();
    const file = join(folder, "lexicon.yaml");
    await writeFile(file, content);
    const [said, related] = [join(folder, "everyday.txt"), join(folder, "related.txt")];
    await writeFile(said, everyday ?? "");
    await writeFile(related, "");
    return loadLexicon({ terms: file, everyday: said, related });
  }

  test("may have any of the lists, or none", async () => {
    const lexicon = await loadFrom("synonyms:\n  - [chợ, thị trường]\n");
    expect(lexicon.match(["chợ"], 0)?.alternatives).toEqual([["thị", "trường"]]);
    for (const content of ["", "# nothing yet\n", "abbreviations: []\n"]) {
      expect((await loadFrom(content)).match(["chợ"], 0)).toBeNull();
    }
  });

  test.each([
    [
      "a form that is no text",
      "synonyms:\n  - [chợ, 5]\n",
      /lexicon ".*lexicon\.yaml" is wrong at synonyms\.0\.1: /,
    ],
    ["a form without a word", 'synonyms:\n  - [chợ, "&"]\n', /is wrong at synonyms\.0\.1: /],
    [
      "an abbreviation of nothing",
      "abbreviations:\n  - short: [DN]\n",
      /is wrong at abbreviations\.0\.long: /,
    ],
    ["a misspelled list", "abbreviation:\n  - short: [DN]\n    long: [doanh nghiệp]\n", /is wrong at .*: /],
    ["a list where the file should have names", "- a\n- b\n", /is wrong at .*: /],
    ["broken YAML", "synonyms: [a, b\n", /lexicon ".*lexicon\.yaml" is wrong at line 2/],
  ])("with %s is refused in one sentence that names the place", async (_, content, message) => {
    await expect(loadFrom(content)).rejects.toThrow(message);
  });

  test("has a file of everyday speech beside it, whose wrong line is named", async () => {
    const lexicon = await loadFrom("synonyms: []\n", "chợ búa > chợ\n");
    expect(lexicon.match(["chợ", "búa"], 0)?.alternatives).toEqual([["chợ"]]);
    expect(lexicon.match(["đồ", "ăn"], 0)).toBeNull();
    await expect(loadFrom("synonyms: []\n", "chợ búa\n")).rejects.toThrow(
      /speech ".*everyday\.txt" cannot be used\. Line 1 is "chợ búa"; write /,
    );
    for (const of of ["everyday", "related"])
      expect(() => loadLexicon({ [of]: "/khong/co.txt" })).toThrow(/"\/khong\/co\.txt" cannot be used/);
  });

  test("that is not there is named", () => {
    expect(() => loadLexicon({ terms: "/khong/co.yaml" })).toThrow(
      /lexicon "\/khong\/co\.yaml" cannot be read/,
    );
  });
});
