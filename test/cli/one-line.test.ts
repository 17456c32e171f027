import fc from "fast-check";
import { expect, test } from "vitest";
import { oneLine } from "../../src/cli/one-line.ts";

test("text of articles becomes one line that cannot drive a terminal", () => {
  expect(oneLine("một\n\n hai\tba\r\n")).toBe("một hai ba ");
  expect(oneLine("\u001b[31mđỏ\u0007\u009b2J\u0000")).toBe("[31mđỏ2J");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(oneLine(text)).not.toMatch(/\p{Cc}/u);
    }),
  );
});
