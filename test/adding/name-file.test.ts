import { expect, test } from "vitest";
import { nameFile } from "../../src/adding/name-file.ts";

test("a file is named by date and title, in plain letters", () => {
  expect(nameFile("Đầu tư 43 cụm công nghiệp: “Cú hích” mới", "2021-01-12")).toBe(
    "2021-01-12-dau-tu-43-cum-cong-nghiep-cu-hich-moi",
  );
  expect(nameFile("../../etc/passwd", null)).toBe("etc-passwd");
});

test("a long title is cut between words, and a name is found where no letter is one of ours", () => {
  const name = nameFile("công nghiệp ".repeat(40), null);
  expect(name).toMatch(/^(?:cong-nghiep-)+(?:cong|nghiep)$/);
  expect(name.length).toBeLessThanOrEqual(80);
  expect(nameFile("河内", "2021-01-12")).toBe("2021-01-12-bai-bao");
  expect(nameFile("x".repeat(300), null)).toHaveLength(80);
});
