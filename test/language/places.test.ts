import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadPlaces, Places } from "../../src/language/places.ts";
import { splitSyllables, splitWords } from "../../src/language/syllables.ts";
import { makeCorpus } from "../support/corpus.ts";

const PLACES = new Places([
  ["Hàn Quốc", "South Korea"],
  ["Lào Cai"],
  ["Lào"],
  ["Anh", "UK"],
  ["Hoa Kỳ", "Mỹ"],
]);

/** The first name of each place in a text. */
function namesIn(text: string, places = PLACES): string[] {
  const words = splitWords(text);
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    const match = places.match(words, at);
    if (match) found.push((match.names[0] ?? []).join(" "));
    at += match?.length ?? 1;
  }
  return found;
}

describe("Places", () => {
  test.each([
    ["Xuất khẩu sang Hàn Quốc đạt bao nhiêu?", ["hàn quốc"]],
    ["xuat khau sang han quoc dat bao nhieu", ["hàn quốc"]],
    ["Hàn Quốc".normalize("NFD"), ["hàn quốc"]],
    ["exports to South Korea", ["hàn quốc"]],
    // The longest name wins.
    ["Lào Cai và Lào", ["lào cai", "lào"]],
    // Other diacritics make other words.
    ["hạn quốc", []],
    ["", []],
  ])("finds in %j the places %j", (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test.each([
    ["Hàng nào bán sang Anh?", ["anh"]],
    ["hàng nào bán sang anh", ["anh"]],
    ["hàng xuất đi UK", ["anh"]],
    ["hàng xuất đi uk", ["anh"]],
    ["Anh cho em hỏi", []],
    ["cho em hỏi anh ơi", []],
    ["mỹ phẩm nhập khẩu", []],
  ])("takes a name of one syllable for a place only where it is written as one: %j", (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test("gives all names of a place", () => {
    expect(PLACES.match(["USA"], 0)).toBeNull();
    expect(PLACES.match(["hoa", "ky"], 0)).toEqual({ length: 2, names: [["hoa", "kỳ"], ["mỹ"]] });
  });
});

describe("the file of places", () => {
  const text = readFileSync(new URL("../../src/language/lexicon/places.txt", import.meta.url), "utf8");

  test("is written in NFC, and has no name twice", () => {
    expect(text.normalize("NFC")).toBe(text);
    const names = text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .flatMap((line) => line.split("|").map((name) => splitSyllables(name).join(" ")));
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test("is found in questions", () => {
    expect(
      namesIn("Bắc Ninh, TP.HCM hay quận Hoàn Kiếm xuất sang Nhật nhiều hơn?", loadPlaces()),
    ).toHaveLength(4);
  });

  test("is named where it cannot be read or used", async () => {
    expect(() => loadPlaces("/khong/co.txt")).toThrow(
      'The file of places "/khong/co.txt" cannot be read; restore it.',
    );
    const folder = await makeCorpus({ "places.txt": "# đúng\nHà Nội | Hanoi\nHuế | \n" });
    expect(() => loadPlaces(`${folder}/places.txt`)).toThrow('line 3 is "Huế |"; write names with "|"');
  });
});
