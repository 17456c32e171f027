import { describe, expect, test } from "vitest";
import { prefixesOf } from "../../src/embedding/prefixes.ts";

describe("prefixesOf", () => {
  test.each(["intfloat/multilingual-e5-small", "Xenova/e5-base-v2", "e5", "my_e5_model", "E5-large"])(
    "gives %s what the E5 family wants",
    (name) => {
      expect(prefixesOf(name)).toEqual({ question: "query: ", passage: "passage: " });
    },
  );

  test.each(["vi-en-trade-384", "Xenova/all-MiniLM-L6-v2", "some/e50-model", "bge-m3", "table5"])(
    "gives %s none",
    (name) => {
      expect(prefixesOf(name)).toEqual({ question: "", passage: "" });
    },
  );
});
