import { describe, expect, test } from "vitest";
import { parseStories, readStories } from "../../src/evaluation/stories.ts";

const STORY = `
# Chợ mới ở phố núi

Chợ khai trương ngày 2/9 với 120 gian hàng.
? bao giờ bắt đầu buôn bán
? có mấy quầy
= When did the market open?

Phí thuê mỗi gian là 2 triệu đồng một tháng.
? mướn chỗ tốn bao nhiêu


# Mưa lớn

Ba xã bị ngập.
`;

describe("parseStories", () => {
  test("reads titles, passages and the questions under them", () => {
    expect(parseStories(STORY)).toEqual([
      {
        title: "Chợ mới ở phố núi",
        passages: [
          {
            text: "Chợ khai trương ngày 2/9 với 120 gian hàng.",
            everyday: ["bao giờ bắt đầu buôn bán", "có mấy quầy"],
            english: ["When did the market open?"],
          },
          {
            text: "Phí thuê mỗi gian là 2 triệu đồng một tháng.",
            everyday: ["mướn chỗ tốn bao nhiêu"],
            english: [],
          },
        ],
      },
      { title: "Mưa lớn", passages: [{ text: "Ba xã bị ngập.", everyday: [], english: [] }] },
    ]);
  });

  test("brings decomposed letters together", () => {
    expect(parseStories("# Chợ\nGiá tăng.".normalize("NFD"))[0]?.title).toBe("Chợ");
  });

  test.each([
    ["a question without a passage", "# Chợ\n? bao giờ", 2],
    ["a passage without a story", "Chợ mở cửa.", 1],
    ["a mark without its space", "# Chợ\nGiá tăng.\n?bao giờ", 3],
  ])("says which line is wrong: %s", (_, text, line) => {
    expect(() => parseStories(text)).toThrow(`Line ${line} is "`);
  });
});

test("readStories names the file that it cannot read", async () => {
  await expect(readStories("/nowhere/stories.txt")).rejects.toThrow(
    'The stories "/nowhere/stories.txt" cannot be read; name an existing file.',
  );
});
