import { expect, test } from "vitest";
import { hasSyllableShape } from "../../src/language/syllable-shape.ts";

test.each(
  "cụm công nghiệp cum nghiep khuyến xuất khẩu quý giờ gì ưu đãi ấy nghiêng thuở y ạ trường phường".split(
    " ",
  ),
)("%j has the shape of a Vietnamese syllable", (word) => {
  expect(hasSyllableShape(word)).toBe(true);
});

test.each(["evfta", "5s3d", "ocop", "amazon", "logistics", "grdp", "fdi", "2020", "", "wto", "top500"])(
  "%j has not",
  (word) => {
    expect(hasSyllableShape(word)).toBe(false);
  },
);
