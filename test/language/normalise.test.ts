import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseText } from "../../src/language/normalise.ts";

describe("normaliseText", () => {
  test("leaves out the byte-order mark and turns CRLF into LF", () => {
    expect(normaliseText("\uFEFFmột\r\nhai\rba\n")).toBe("một\nhai\nba\n");
  });

  test("composes what was typed in parts", () => {
    expect(normaliseText("cụm công nghiệp".normalize("NFD"))).toBe("cụm công nghiệp");
  });

  test("changes nothing the second time", () => {
    const mixed = fc.string({
      unit: fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\uFEFF", "\r", "\n", "ệ")),
    });
    fc.assert(
      fc.property(mixed, (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(once).not.toContain("\r");
      }),
    );
  });
});
