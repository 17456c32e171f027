import { AutoTokenizer, env } from "@xenova/transformers";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTokenizer } from "../../src/embedding/load-tokenizer.ts";
import { BUNDLED_MODEL, MODELS_DIR } from "../../src/embedding/model-files.ts";

describe("a tokenizer of the Unigram kind", () => {
  let own: Awaited<ReturnType<typeof AutoTokenizer.from_pretrained>>;
  let quick: typeof own;
  beforeAll(async () => {
    env.allowRemoteModels = false;
    env.localModelPath = MODELS_DIR;
    own = await AutoTokenizer.from_pretrained(BUNDLED_MODEL);
    quick = await loadTokenizer({ root: MODELS_DIR, name: BUNDLED_MODEL }, true);
  });

  it.each([
    "Đến nay, thành phố đã ban hành quyết định thành lập mới 43 cụm công nghiệp với tổng diện tích 753,3 ha.",
    "ha noi co bao nhieu cum cong nghiep",
    "How many industrial clusters did Hanoi establish in 2021?",
    "河内工业区 😀 chợ \ud83d ﷽ [UNK] [PAD]",
    " \n\t",
  ])("cuts as the library does: %s", (text) => {
    expect(quick.encode(text)).toEqual(own.encode(text));
  });

  it("cuts any text as the library does", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."cụm công nghiệp 12.,?") }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(quick.encode(text)).toEqual(own.encode(text));
      }),
      { numRuns: 300 },
    );
  });
});
