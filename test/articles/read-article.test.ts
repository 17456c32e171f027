import { describe, expect, test } from "vitest";
import { articleOf, proseOf, sentenceAbout } from "../support/corpus.ts";

const FIRST = sentenceAbout("chương trình khuyến công");
const SECOND = sentenceAbout("chương trình kích cầu");

describe("what the text says of the article", () => {
  test.each([
    ["12/01/2021 5:02 PM", "2021-01-12"],
    ["Thứ Ba, ngày 12/01/2021, 17:02 (GMT+7)", "2021-01-12"],
    ["Hà Nội, ngày 12 tháng 1 năm 2021", "2021-01-12"],
    ["Cập nhật lúc 08:30 - 2021-01-12", "2021-01-12"],
  ])("takes the line %j for its date", (line, date) => {
    const article = articleOf(`Một tên bài báo\n\n${line}\n\n${FIRST}`);
    expect(article).toMatchObject({ title: "Một tên bài báo", publishedOn: date });
    expect(proseOf(article)).toEqual([FIRST]);
  });

  test.each([
    ["a meeting's day in a sentence", "Ngày 17/2/2022, Sở Công Thương họp tại Hà Nội."],
    ["the day from which a rule holds", "Áp dụng từ 01/01/2022"],
    ["a deadline", "Hạn nộp hồ sơ trước ngày 30/06/2021"],
    ["a day that does not exist", "31/02/2021"],
  ])("does not take %s for it", (_, line) => {
    expect(articleOf(`${line}\n\n${FIRST}`).publishedOn).toBeNull();
  });

  test.each([
    ["(Chinhphu.vn) – ", "Chinhphu.vn"],
    ["Hà Nội (TTXVN) - ", "TTXVN"],
    ["(Báo Hà Nội Mới) — ", "Báo Hà Nội Mới"],
  ])("takes the agency of %j for the publisher and leaves it out of the quote", (dateline, publisher) => {
    const article = articleOf(`${dateline}${FIRST}\n\n${SECOND}`);
    expect(article.publisher).toBe(publisher);
    expect(proseOf(article)).toEqual([FIRST, SECOND]);
  });

  test.each([
    "Bộ Công Thương (MOIT) - cơ quan quản lý ngành - đã họp.",
    "(Tiếp theo kỳ trước và hết của loạt bài này) - Hà Nội đã họp.",
    "(xem hình) - Hà Nội đã họp tại trụ sở mới.",
  ])("does not take the brackets of %j for an agency", (prose) => {
    const article = articleOf(`${prose}\n\n${SECOND}`);
    expect(article.publisher).toBeNull();
    expect(proseOf(article)[0]).toBe(prose);
  });

  test("reads lines that name the source and the author", () => {
    expect(articleOf(`${FIRST}\n\nNguồn: Báo Công Thương\nTác giả: Thùy Linh`)).toMatchObject({
      publisher: "Báo Công Thương",
      author: "Thùy Linh",
    });
  });

  test("takes a name after the last paragraph for the author, but no keyword", () => {
    expect(articleOf(`${FIRST}\n\nHà Anh - Minh Đức\n\nTop`).author).toBe("Hà Anh - Minh Đức");
    expect(articleOf(`${FIRST}\n\nTừ khóa:\nHà Nội\nCông Thương`).author).toBeNull();
    expect(articleOf(`${FIRST}\n\nTin liên quan\nHà Nội`).author).toBeNull();
  });

  test("invents nothing: what is unknown is null", () => {
    expect(articleOf(FIRST, "thu-muc/bai.txt")).toMatchObject({
      id: "thu-muc/bai",
      file: "thu-muc/bai.txt",
      title: null,
      publisher: null,
      publishedOn: null,
      url: null,
      author: null,
      opening: "Sở Công Thương Hà Nội cho biết chương trình khuyến…",
    });
  });
});

describe("what is not prose of the article", () => {
  test.each([
    ["a caption with its credit", "Ông Thắng phát biểu tại hội nghị. Ảnh: Thùy Linh"],
    ["a caption with its credit in brackets", "Bộ trưởng Trần Tuấn Anh. (Ảnh: KTĐT)"],
    ["an illustration", "Ảnh minh họa."],
    ["a caption whose credit stands on the next line", "Quang cảnh buổi làm việc.\nẢnh: TTXVN"],
    ["page words", "Chia sẻ\nIn bài viết\nTop"],
    ["a menu", "Trang chủ\nThời sự\nKinh tế"],
    ["a heading", "Thương mại điện tử tăng mạnh"],
  ])("is left out, and parts sections: %s", (_, lines) => {
    const article = articleOf(`${FIRST}\n\n${lines}\n\n${SECOND}`);
    expect(proseOf(article)).toEqual([FIRST, SECOND]);
    expect(article.paragraphs[0]?.section).not.toBe(article.paragraphs[1]?.section);
  });

  test.each(["Tin liên quan", "Xem thêm:", "Tin bài khác:", "Bài cùng chuyên mục", "Related news"])(
    "is what stands under %j at the end, with or without marks",
    (heading) => {
      const links = ["Hà Nội làm gì để có thêm chợ?", "Giá điện tăng từ tháng sau", "“Sẽ làm ngay”"];
      expect(proseOf(articleOf(`${FIRST}\n\n${SECOND}\n\n${heading}\n${links.join("\n")}`))).toEqual([
        FIRST,
        SECOND,
      ]);
    },
  );

  test("is a link in the middle, and prose goes on after it", () => {
    const article = articleOf(`${FIRST}\n\nXem thêm:\nGiá điện tăng từ tháng sau?\n\n${SECOND}`);
    expect(proseOf(article)).toEqual([FIRST, SECOND]);
  });
});

describe("a short note", () => {
  test("is prose even as one line without a stop", () => {
    expect(proseOf(articleOf("Chợ Đồng Xuân mở cửa lại vào thứ hai"))).toEqual([
      "Chợ Đồng Xuân mở cửa lại vào thứ hai",
    ]);
  });

  test("of two lines has a title and prose", () => {
    const article = articleOf("Thông báo giờ mở cửa\nChợ Đồng Xuân mở cửa lại vào thứ hai");
    expect(article.title).toBe("Thông báo giờ mở cửa");
    expect(proseOf(article)).toEqual(["Chợ Đồng Xuân mở cửa lại vào thứ hai"]);
  });

  test("of page words only is no article", () => {
    expect(() => articleOf("Top\nChia sẻ\n")).toThrow("no-prose");
    expect(() => articleOf("---\ntitle: Chỉ có tên\n---\n")).toThrow("no-prose");
  });
});
