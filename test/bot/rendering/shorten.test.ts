import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinLines, shortenAround, shortenEnd } from "../../../src/bot/rendering/shorten.ts";
import { anyText } from "../../support/arbitrary-answers.ts";

describe("shortening around a highlight", () => {
  const text = "một hai ba BỐN NĂM sáu bảy tám";
  const highlight = { start: 11, end: 18 };

  it("leaves alone what fits", () => {
    expect(shortenAround({ text, highlight }, text.length)).toEqual({ text, highlight });
  });

  it("keeps as many words on either side as fit, and says where some are left out", () => {
    const short = shortenAround({ text, highlight }, 26);
    expect(short.text).toBe("[…] ba BỐN NĂM sáu […]");
    expect(short.text.slice(short.highlight.start, short.highlight.end)).toBe("BỐN NĂM");
  });

  it("gives the room that one side does not need to the other", () => {
    const atStart = { text: "MỘT hai ba bốn năm sáu bảy", highlight: { start: 0, end: 3 } };
    expect(shortenAround(atStart, 24).text).toBe("MỘT hai ba bốn […]");
    const atEnd = { text: "một hai ba bốn năm sáu BẢY", highlight: { start: 23, end: 26 } };
    expect(shortenAround(atEnd, 24).text).toBe("[…] bốn năm sáu BẢY");
  });

  it("cuts a highlight that alone is too long at its end", () => {
    const whole = { text, highlight: { start: 0, end: text.length } };
    const short = shortenAround(whole, 20);
    expect(short.text).toBe("một hai ba […]");
    expect(short.text.slice(short.highlight.start, short.highlight.end)).toBe("một hai ba");
  });

  it("cuts a word longer than all the room between characters", () => {
    const short = shortenAround({ text: "😀".repeat(20), highlight: { start: 0, end: 40 } }, 15);
    expect(short.text).toBe("😀😀😀 […]");
  });

  it("never passes the budget, and never splits a character, whatever the text", () => {
    const cases = fc.record({
      text: anyText,
      from: fc.nat(9000),
      to: fc.nat(9000),
      budget: fc.integer({ min: 10, max: 4096 }),
    });
    fc.assert(
      fc.property(cases, ({ text, from, to, budget }) => {
        const short = shortenAround(
          { text, highlight: { start: Math.min(from, to), end: Math.max(from, to) } },
          budget,
        );
        expect(short.text.length).toBeLessThanOrEqual(budget);
        expect(short.text).not.toMatch(/\p{Surrogate}/u);
        const { start, end } = short.highlight;
        expect(short.text.slice(start, end)).not.toMatch(/\p{Surrogate}/u);
        expect(text).toContain(short.text.slice(start, end));
      }),
    );
  });
});

describe("shortening a name", () => {
  it("cuts between words", () => {
    expect(shortenEnd("Cải thiện hạ tầng", 12)).toBe("Cải thiện…");
    expect(shortenEnd("Cải thiện", 9)).toBe("Cải thiện");
  });

  it("cuts a word longer than all the room between characters", () => {
    expect(shortenEnd("😀😀😀", 4)).toBe("😀…");
  });

  it("puts several lines on one", () => {
    expect(joinLines(" một\r\n\thai ")).toBe("một hai");
  });
});
