import { describe, expect, test } from "vitest";
import { findLine, readYaml } from "../../src/language/yaml.ts";

function failOn(source: string, maxAliases = 3): unknown {
  try {
    readYaml(source, maxAliases);
  } catch (error) {
    return error;
  }
  throw new Error("It was read.");
}

describe("YAML", () => {
  test("is read as version 1.2 says", () => {
    expect(readYaml("a: [1, no, 2021-01-12]\nb: |\n  Chợ\n  đầu mối\n", 0)).toEqual({
      a: [1, "no", "2021-01-12"],
      b: "Chợ\nđầu mối\n",
    });
    expect(readYaml("a: &x [chợ]\nb: *x\n", 1)).toEqual({ a: ["chợ"], b: ["chợ"] });
  });

  test.each(["", " \n", "# Not a word\n"])("without anything in it is nothing: %j", (source) => {
    expect(readYaml(source, 0)).toBeNull();
  });

  test.each([
    ["a list that is never closed", "a: 1\nb: [chợ\n"],
    ["a name twice", "a: 1\na: 2\n"],
    ["a name that stands for nothing", "a: 1\nb: *nothing\n"],
    ["too many references", "a: &x [chợ]\nb: [*x, *x, *x, *x]\n"],
  ])("with %s is told by its line", (_, source) => {
    expect([2, 3]).toContain(findLine(failOn(source)));
  });

  test("of several documents is no one thing", () => {
    expect(failOn("a: 1\n---\nb: 2\n")).toMatchObject({ message: "There is more than one document." });
    expect(findLine(failOn("a: 1\n---\nb: 2\n"))).toBeUndefined();
    expect(findLine(new Error("Something else"))).toBeUndefined();
  });
});
