import { AutoTokenizer, env } from "@xenova/transformers";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { BUNDLED_MODEL, MODELS_DIR } from "../../src/embedding/model-files.ts";
import { speedUpUnigram, UnigramSegmenter } from "../../src/embedding/unigram.ts";

const PIECES = [
  { piece: "▁cụm", score: -3 },
  { piece: "▁công", score: -3 },
  { piece: "▁nghiệp", score: -3 },
  { piece: "▁công▁nghiệp", score: -4 },
  { piece: "▁", score: -5 },
  { piece: "c", score: -6 },
  { piece: "ụ", score: -6 },
];

describe("the segmenter", () => {
  const segmenter = new UnigramSegmenter(PIECES, -16);

  it("takes the most probable pieces", () => {
    expect(segmenter.segment("▁cụm▁công▁nghiệp")).toEqual(["▁cụm", "▁công▁nghiệp"]);
    expect(segmenter.segment("▁cụ")).toEqual(["▁", "c", "ụ"]);
  });

  it("takes a letter that is no piece by itself", () => {
    expect(segmenter.segment("▁xụ")).toEqual(["▁", "x", "ụ"]);
    expect(segmenter.segment("")).toEqual([]);
  });

  it("leaves no letter out, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => segmenter.segment(text).join("") === text),
    );
  });
});

describe("a tokenizer that was sped up", () => {
  let own: Awaited<ReturnType<typeof AutoTokenizer.from_pretrained>>;
  let quick: typeof own;
  beforeAll(async () => {
    env.allowRemoteModels = false;
    env.localModelPath = MODELS_DIR;
    own = await AutoTokenizer.from_pretrained(BUNDLED_MODEL);
    quick = await AutoTokenizer.from_pretrained(BUNDLED_MODEL);
    speedUpUnigram(quick);
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
