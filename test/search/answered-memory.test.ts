import { expect, test } from "vitest";
import { AnsweredMemory } from "../../src/search/answered-memory.ts";

const FIRST = { passage: 3, sentence: 11 };
const SECOND = { passage: 4, sentence: 15 };

test("what was found for a question is known, with what it was read with", () => {
  const memory = new AnsweredMemory();
  memory.keep("Cảng nào lớn nhất?", undefined, FIRST);
  memory.keep("còn ở miền Nam?", "Cảng nào lớn nhất?", SECOND);
  expect(memory.find("Cảng nào lớn nhất?", undefined)).toEqual(FIRST);
  expect(memory.find("còn ở miền Nam?", "Cảng nào lớn nhất?")).toEqual(SECOND);
  expect(memory.find("còn ở miền Nam?", undefined)).toBeUndefined();
});

test("that nothing was found is known, too", () => {
  const memory = new AnsweredMemory();
  memory.keep("zzz", undefined, null);
  expect(memory.find("zzz", undefined)).toBeNull();
});

test("the question that was not asked for the longest time is forgotten first", () => {
  const memory = new AnsweredMemory(2);
  memory.keep("a", undefined, FIRST);
  memory.keep("b", undefined, FIRST);
  memory.keep("a", undefined, SECOND);
  memory.keep("c", undefined, FIRST);
  expect(memory.find("a", undefined)).toEqual(SECOND);
  expect(memory.find("b", undefined)).toBeUndefined();
});
