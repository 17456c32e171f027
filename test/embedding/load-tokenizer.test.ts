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

  /** Log probability; unknown letters, of which the library makes one piece, count nothing. */
  function weigh(ids: readonly number[]): number {
    const scores: unknown = Reflect.get(own.model, "scores");
    if (!Array.isArray(scores)) throw new Error("The library keeps its scores elsewhere now.");
    return ids.reduce((sum, id) => sum + (id === own.model.unk_token_id ? 0 : Number(scores[id])), 0);
  }

  it("cuts any text as the library does, or just as probably", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."cụm công nghiệp 12.,?") }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        // `nnn` is `n nn` or `nn n`: which of two sums is larger is then decided by their last bit.
        expect(weigh(quick.encode(text))).toBeCloseTo(weigh(own.encode(text)), 6);
      }),
      { numRuns: 300, examples: [["1nnn i"]] },
    );
  });
});
