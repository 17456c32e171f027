import { describe, expect, test } from "vitest";
import { articleOf, proseOf, sentenceAbout } from "../../support/corpus.ts";

const FIRST = sentenceAbout("chương trình khuyến công");
const SECOND = sentenceAbout("chương trình kích cầu");

describe("a plain text article", () => {
  test("has a paragraph a line, with or without empty lines between", () => {
    expect(proseOf(articleOf(`${FIRST}\n${SECOND}`))).toEqual([FIRST, SECOND]);
    expect(proseOf(articleOf(`\n\n  ${FIRST}\t\n \n\n${SECOND}\n\n`))).toEqual([FIRST, SECOND]);
  });

  test("is put together again where an editor wrapped it", () => {
    const wrapped = [
      "Sở Công Thương Hà Nội vừa báo cáo kết quả thực hiện chương trình",
      "khuyến công năm 2020. Theo báo cáo, toàn thành phố đã hỗ trợ 300 lớp",
      "đào tạo nghề cho hơn 10.000 lao động.",
    ].join("\n");
    const article = articleOf(`${wrapped}\n\n${SECOND}`);
    expect(proseOf(article)).toEqual([wrapped, SECOND]);
  });

  test("keeps the items of a list apart", () => {
    const items = [
      "- Rà soát toàn bộ các chợ trên địa bàn thành phố, quận, huyện",
      "- Xây dựng cụm công nghiệp mới ở các huyện ngoại thành Hà Nội",
    ];
    expect(proseOf(articleOf(`Nhiệm vụ gồm:\n${items.join("\n")}`))).toEqual(["Nhiệm vụ gồm:", ...items]);
  });

  test("keeps unmarked items that a colon announces", () => {
    const article = articleOf(
      "Ba nhóm nhiệm vụ gồm:\nRà soát các chợ\nXây dựng cụm công nghiệp\n\nMọi việc phải xong trong năm nay.",
    );
    expect(proseOf(article)).toEqual([
      "Ba nhóm nhiệm vụ gồm:",
      "Rà soát các chợ",
      "Xây dựng cụm công nghiệp",
      "Mọi việc phải xong trong năm nay.",
    ]);
  });
});
