import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "../../src/language/sentences.ts";

function split(paragraph: string): string[] {
  return splitSentences(paragraph).map(({ start, end }) => paragraph.slice(start, end));
}

describe("splitSentences keeps whole", () => {
  test.each([
    ["a short form before a name", "Ngành Công Thương TP. Hà Nội triển khai kế hoạch năm 2021."],
    ["a decimal and a thousands separator", "Tổng mức đạt 3.060,7 nghìn tỷ đồng, tăng 7,9%."],
    ["a day and a month", "Chiều 12/1, ngày 29-7 và ngày 13.8 có hội nghị."],
    ["a range of percentages", "Doanh thu dịch vụ tăng 7%-8% (gấp gần 3 lần năm 2020)."],
    ["an enumeration that ends in an ellipsis", "Thương mại xuyên biên giới với Amazon, Alibaba, Google,…"],
    ["v.v... before a small letter", "Điện, nước, xăng, v.v... đều tăng giá."],
    ["an ellipsis before a small letter", "Các công ty bán lẻ lớn... thường chọn nơi có trung tâm."],
    ["an ellipsis before a dash and a small letter", "Vải, giày… và gỗ tăng."],
    ["a curly quotation with stops inside", "“Làm ngay. Làm tốt. Làm nhanh”, ông Huệ nói."],
    ["a straight quotation with stops inside", 'Ông nói: "Làm ngay. Làm tốt" tại hội nghị.'],
    ["a question inside a quotation", "“Bao giờ xong? Ai làm?”, ông hỏi."],
    ["an exclamation inside brackets", "Chợ đầu mối (rất cần! Rất gấp!) sẽ được xây."],
    ["a list with semicolons", "Nhiệm vụ: rà soát chợ; xử lý rác; Tổ chức hội thảo; kích cầu;…"],
    ["an initial in a name", "Ông Nguyễn V. Anh và bà J. K. Rowling đã đến."],
    ["a foreign short name", "Tập đoàn U.S. Steel đầu tư vào Hà Nội."],
    ["a title before a name", "Theo PGS. TS. Trần Văn Nam, giá sẽ giảm."],
    ["a web address", "Xem tại congthuong.hanoi.gov.vn để biết thêm."],
    ["a numbered decree", "Nghị định số 111/2015/NĐ-CP ngày 3/11/2015 của Chính phủ."],
    ["a line that an editor wrapped", "Hà Nội đã ban hành\nkế hoạch mới."],
  ])("%s", (_, sentence) => {
    expect(split(sentence)).toEqual([sentence]);
  });

  test("the number of a list item, in any line of the paragraph", () => {
    expect(split("1. Rà soát các chợ.\n2. Xây cụm công nghiệp mới.\n 3. Kích cầu.")).toEqual([
      "1. Rà soát các chợ.",
      "2. Xây cụm công nghiệp mới.",
      "3. Kích cầu.",
    ]);
  });
});

describe("splitSentences parts", () => {
  test("two plain sentences, however much white space is between", () => {
    expect(split("Giá giảm.  \n Xuất khẩu tăng!\tAi biết?   ")).toEqual([
      "Giá giảm.",
      "Xuất khẩu tăng!",
      "Ai biết?",
    ]);
  });

  test("after a short form that ends its sentence, when the next word can only open one", () => {
    expect(split("Đây là chủ trương của TP. Về lâu dài, cần thêm chợ. TP. Hà Nội đồng ý.")).toEqual([
      "Đây là chủ trương của TP.",
      "Về lâu dài, cần thêm chợ.",
      "TP. Hà Nội đồng ý.",
    ]);
  });

  test("after an ellipsis and v.v... before a capital", () => {
    expect(split("Điện, nước, v.v... Giá đều tăng… Đồng thời, lương giảm...")).toEqual([
      "Điện, nước, v.v...",
      "Giá đều tăng…",
      "Đồng thời, lương giảm...",
    ]);
  });

  test("after a year and after a percentage", () => {
    expect(split("Kế hoạch đến năm 2025. Năm 2020 tăng 4,7%. Tốt.")).toEqual([
      "Kế hoạch đến năm 2025.",
      "Năm 2020 tăng 4,7%.",
      "Tốt.",
    ]);
  });

  test("after a quotation that is a sentence itself", () => {
    expect(split("“Chúng tôi sẵn sàng.” Ông Thắng nói. “Rất tốt!” Mọi người vỗ tay.")).toEqual([
      "“Chúng tôi sẵn sàng.”",
      "Ông Thắng nói.",
      "“Rất tốt!”",
      "Mọi người vỗ tay.",
    ]);
  });

  test("inside a quotation or bracket that never closes", () => {
    expect(split("“Làm ngay. Làm tốt. (Xong")).toEqual(["“Làm ngay.", "Làm tốt.", "(Xong"]);
  });

  test("inside a quotation that would swallow the paragraph", () => {
    const long = `“${"Chúng tôi sẽ làm việc này thật tốt cho thành phố. ".repeat(12)}”`;
    expect(split(long).length).toBeGreaterThan(10);
  });
});

describe("splitSentences on any text", () => {
  const unit = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("Hà Nội", "tăng", "TP", "3,5", "1", "v.v", " ", "\n") },
    { weight: 3, arbitrary: fc.constantFrom(".", "!", "?", "…", "...", "“", "”", '"', "(", ")", "[", ";") },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 2 }) },
  );

  test("gives spans in order that do not overlap and leave out only white space", () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(last, start).trim()).toBe("");
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          last = end;
        }
        expect(text.slice(last).trim()).toBe("");
      }),
      { numRuns: 500 },
    );
  });

  test("gets through a megabyte of stops, marks and brackets", () => {
    for (const mark of [".", "“", "(", "? ", "TP. "]) {
      const text = mark.repeat(1_000_000 / mark.length);
      expect(splitSentences(text).at(-1)?.end).toBe(text.trimEnd().length);
    }
  });
});
