import { expect, test } from "vitest";
import { areBound, findLikelySyllables } from "../../src/language/likely-syllables.ts";
import { loadSyllableModel } from "../../src/language/restoration/syllable-model.ts";

const language = loadSyllableModel();

/** Each syllable with whether it is sure. */
function likely(typed: string, restored: string | null = null): string {
  const found = findLikelySyllables(language, typed.split(" "), restored?.split(" ") ?? null);
  return found.map(({ text, isSure }) => (isSure ? text : `(${text})`)).join(" ");
}

test("what was typed with diacritics is sure where no other is far more usual beside a neighbour", () => {
  expect(likely("công nhận làng nghề")).toBe("công nhận làng nghề");
  expect(likely("cụm công nghiêp")).toBe("cụm công (nghiêp)");
  expect(likely("giải phóng mặt băng")).toBe("giải phóng mặt (băng)");
  expect(likely("công nhận")).toBe("công nhận");
  expect(likely("chợ")).toBe("chợ");
});

test("what was guessed is sure where it makes a word with a neighbour", () => {
  expect(likely("ngan sach", "ngân sách")).toBe("ngân sách");
  expect(likely("duoc pham", "được phạm")).toBe("(được) (phạm)");
});

test("syllables of a word stand side by side oftener than by chance", () => {
  expect(areBound(language, "ngân", "sách")).toBe(true);
  expect(areBound(language, "và", "của")).toBe(false);
});
