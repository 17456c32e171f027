import { expect, test } from "vitest";
import { readJsonLines } from "../../src/evaluation/benchmark.ts";
import { FRAMES_FILE, type Frame, frameSchema, putInFrame } from "../../src/evaluation/frames.ts";

const FRAMES: Frame[] = [
  { half: "tuning", language: "vi", bare: false, before: "Ad ơi, ", after: " ạ?" },
  { half: "tuning", language: "vi", bare: true, before: "ad oi ", after: " a" },
  { half: "tuning", language: "en", bare: false, before: "Hi, ", after: "? Thanks" },
  { half: "reporting", language: "vi", bare: false, before: "Cho hỏi ", after: "" },
];

test("a question is put in a frame of its half, its language and its way of typing", () => {
  expect(putInFrame("Chợ nào lớn nhất?", FRAMES, "tuning", 3)).toBe("Ad ơi, chợ nào lớn nhất ạ?");
  expect(putInFrame("Hà Nội có mấy chợ?", FRAMES, "tuning", 0)).toBe("Ad ơi, Hà Nội có mấy chợ ạ?");
  expect(putInFrame("cho nao lon nhat", FRAMES, "tuning", 0)).toBe("ad oi cho nao lon nhat a");
  expect(putInFrame("How many markets are there?", FRAMES, "tuning", 1)).toBe(
    "Hi, how many markets are there? Thanks",
  );
  expect(putInFrame("Chợ nào lớn nhất?", FRAMES, "reporting", 5)).toBe("Cho hỏi chợ nào lớn nhất");
  expect(putInFrame("cho nao", FRAMES, "reporting", 0)).toBe("cho nao");
});

test("there are frames for every question in both halves", async () => {
  const frames = await readJsonLines(FRAMES_FILE, frameSchema);
  for (const half of ["tuning", "reporting"] as const)
    for (const question of ["Chợ nào?", "cho nao", "which of the markets"])
      expect(putInFrame(question, frames, half, 1)).not.toBe(question);
});
