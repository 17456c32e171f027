import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTcvn3 } from "../../../src/articles/encodings/tcvn3.ts";
import { ungarble, ungarbleBytes } from "../../../src/articles/encodings/ungarble.ts";
import { readVni } from "../../../src/articles/encodings/vni.ts";
import { normaliseText } from "../../../src/language/normalise.ts";
import { SEEDS } from "../../support/corpus.ts";
import { seenAs, seenAsTcvn3, seenAsVni, toWindows1252 } from "../../support/legacy-encodings.ts";

const SEED_TEXTS = readdirSync(SEEDS).map((file) => normaliseText(readFileSync(join(SEEDS, file), "utf8")));
const VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";
const SENTENCE =
  "Ủy ban nhân dân thành phố ban hành quyết định thành lập cụm công nghiệp, thu hút đầu tư của doanh nghiệp.";

describe("the tables of the old encodings", () => {
  test("know every letter of Vietnamese", () => {
    expect(readTcvn3(seenAsTcvn3(VOWELS))).toBe(VOWELS);
    for (const letter of VOWELS) expect(readVni(seenAsVni(letter))).toBe(letter);
    for (const letter of VOWELS.toUpperCase()) expect(readVni(seenAsVni(letter))).toBe(letter);
    expect(readTcvn3(seenAsTcvn3("ĂÂÊÔƠƯĐ"))).toBe("ĂÂÊÔƠƯĐ");
  });

  test("know known words", () => {
    expect(readTcvn3("Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc")).toBe(
      "Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc",
    );
    expect(readVni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc")).toBe(
      "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc",
    );
  });

  test("keep words in capitals in capitals, of which TCVN3 had no codes", () => {
    expect(readTcvn3("BéC«NG TH¦¥NG")).toBe("BỘCÔNG THƯƠNG");
  });
});

describe("ungarble", () => {
  test.each([
    ["TCVN3", (text: string) => seenAsTcvn3(text)],
    ["VNI", (text: string) => seenAsVni(text)],
    ["UTF-8/windows-1252", (text: string) => seenAs("windows-1252", text)],
    ["UTF-8/windows-1258", (text: string) => seenAs("windows-1258", text)],
  ])("puts the five articles right that were read as or in %s", (encoding, garble) => {
    for (const text of SEED_TEXTS) {
      // Capitals with tones had no codes of their own in TCVN3.
      const meant = encoding === "TCVN3" ? text.toLowerCase() : text;
      const { text: mended, garbling } = ungarble(garble(meant));
      expect(garbling).toEqual({ kind: "converted", detail: encoding });
      expect(mended).toBe(meant);
    }
  });

  test("leaves text that is as it should be, also with quotes, signs, and words of other languages", () => {
    for (const text of SEED_TEXTS) expect(ungarble(text)).toEqual({ text, garbling: null });
    for (const text of [
      "",
      "«Công nghiệp» – «thương mại» – «năng lượng» – «hậu cần» của Hà Nội: 5 m², 20 °C, ±3 µm, ½ tấn, © ® §",
      "The naïve people of Zürich and Malmö who run a café in São Paulo have a façade of their own, and an über résumé.",
    ])
      expect(ungarble(text)).toEqual({ text, garbling: null });
  });

  test("leaves the lines of a mixed text that are in Unicode", () => {
    const title = "Hà Nội: các dự án công nghiệp";
    const { text, garbling } = ungarble(`${title}\n\n${seenAsTcvn3(SENTENCE.toLowerCase())}\n`);
    expect(garbling?.kind).toBe("converted");
    expect(text).toBe(`${title}\n\n${SENTENCE.toLowerCase()}\n`);
  });

  test("changes nothing where it is not sure, and shows some of the words", () => {
    const strange = "ßþ ðæ ¿½ øß þð æ¿ ½ø ßð".repeat(3);
    expect(ungarble(strange)).toEqual({ text: strange, garbling: { kind: "garbled", detail: "ßþ ðæ øß" } });
    const lost = "H\ufffd N\ufffdi mở thêm cụm công nghiệp.";
    expect(ungarble(lost)).toEqual({ text: lost, garbling: { kind: "garbled", detail: "H\ufffd N\ufffdi" } });
  });
});

describe("ungarbleBytes", () => {
  test("reads the bytes of the old encodings", () => {
    const own = SENTENCE.toLowerCase();
    expect(ungarbleBytes(toWindows1252(seenAsTcvn3(own)))).toEqual({
      text: own,
      garbling: { kind: "converted", detail: "TCVN3" },
    });
    expect(ungarbleBytes(toWindows1252(seenAsVni(SENTENCE)))?.text).toBe(SENTENCE);
  });

  test("gives nothing for others", () => {
    expect(ungarbleBytes(Buffer.from("Giá vàng tăng, giá điện giảm", "latin1"))).toBeNull();
    expect(ungarbleBytes(Buffer.from([0xff, 0xfe, 0x00, 0x80]))).toBeNull();
  });
});
