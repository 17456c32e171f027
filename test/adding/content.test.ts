import { describe, expect, test } from "vitest";
import { decideFormat, toUtf8 } from "../../src/adding/content.ts";
import { sentenceAbout } from "../support/corpus.ts";
import { seenAsTcvn3, toWindows1252 } from "../support/legacy-encodings.ts";

const bytes = (text: string) => Buffer.from(text);

describe("the format of what was fetched", () => {
  test.each([
    ["%PDF-1.7 …", "text/html", "/a", "pdf"],
    ["\u0000", "application/pdf", "/a.pdf", null],
    ["PK\u0003\u0004 … word/document.xml …", "application/zip", "/a", "docx"],
    ["PK\u0003\u0004 … xl/workbook.xml …", "application/zip", "/a", null],
    ["\ufeff <!-- note -->\n<!DOCTYPE html><p>a", "text/plain", "/a.txt", "html"],
    ["<p>a</p>", "text/html; charset=utf-8", "/a", "html"],
    ["# a", "text/plain", "/a.md", "md"],
    ["# a", "text/markdown", "/a", "md"],
    ["a", "text/plain", "/a.html", "txt"],
    ["a", "application/octet-stream", "/a.txt", "txt"],
    ["a", null, "/a.txt", "txt"],
    ["a", null, "/a", null],
    ["{}", "application/json", "/a.txt", null],
    ["GIF89a", "image/gif", "/a", null],
  ])("of %j, called %s at %s, is %s", (content, type, name, expected) => {
    const decide = () => decideFormat(bytes(content), type, name);
    if (expected === null) expect(decide).toThrow(/unsupported-content/);
    else expect(decide()).toBe(expected);
  });
});

describe("text in another encoding", () => {
  test("is read by the byte-order mark, the server or the page", () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Hà Nội", "utf16le")]);
    expect(toUtf8(utf16, "text/html; charset=utf-8")).toBe("Hà Nội");
    expect(toUtf8(Buffer.from([0x48, 0xe0]), 'text/html; charset="windows-1258"')).toBe("Hà");
    const page = Buffer.concat([bytes('<meta charset="windows-1252"><p>H'), Buffer.from([0xe0])]);
    expect(toUtf8(page, "text/html")).toContain("<p>Hà");
    expect(toUtf8(bytes("Hà Nội"), null)).toBe("Hà Nội");
  });

  test("is read in an old encoding of Vietnamese when it is sure which", () => {
    const text = sentenceAbout("chương trình khuyến công").toLowerCase();
    expect(toUtf8(toWindows1252(seenAsTcvn3(text)), null)).toBe(text);
  });

  test("is refused when nobody knows the encoding, or it is another", () => {
    expect(() => toUtf8(bytes("a"), "text/html; charset=tcvn-nothing")).toThrow(
      "unsupported-encoding: tcvn-nothing",
    );
    expect(() => toUtf8(Buffer.from([0x48, 0xe0, 0x20]), "text/html; charset=utf-8")).toThrow(
      "unsupported-encoding: utf-8",
    );
  });
});
