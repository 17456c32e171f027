import { beforeAll, describe, expect, test } from "vitest";
import type { Embedder } from "../../src/embedding/embedder.ts";
import { type Emphasis, embedByRarity } from "../../src/search/rare-direction.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { dotProduct } from "../support/vectors.ts";

let embedder: Embedder;
beforeAll(async () => {
  embedder = await loadBundledEmbedder();
});

function emphasisOf(words: string, overrides: Partial<Emphasis> = {}): Emphasis {
  const syllables = words.split(" ");
  return {
    at: 0,
    length: syllables.length,
    words: syllables,
    isReplaced: false,
    rarity: 1,
    share: 1,
    ...overrides,
  };
}

async function cosineWith(words: string, direction: Float32Array): Promise<number> {
  return dotProduct(await embedder.embedQuestion(words), direction);
}

describe("the direction by rarity", () => {
  test("is that of the thing itself where there is but one", async () => {
    const direction = await embedByRarity(embedder, [emphasisOf("chợ đầu mối")], null);
    expect(await cosineWith("chợ đầu mối", direction)).toBeCloseTo(1, 5);
  });

  test("turns to what is rare, and away from what counts little", async () => {
    const common = emphasisOf("công nghiệp", { rarity: 0.5 });
    const rare = emphasisOf("xử lý nước thải", { rarity: 4 });
    const weighed = await embedByRarity(embedder, [common, rare], null);
    const even = await embedByRarity(embedder, [{ ...common, rarity: 4 }, rare], null);
    expect(await cosineWith("xử lý nước thải", weighed)).toBeGreaterThan(
      await cosineWith("xử lý nước thải", even),
    );
    const muted = await embedByRarity(embedder, [common, { ...rare, share: 0 }], null);
    expect(await cosineWith("công nghiệp", muted)).toBeCloseTo(1, 5);
  });

  test("lies between what was typed and what was probably meant, but not for words of the articles", async () => {
    const typed = emphasisOf("cho dau moi");
    const restored = ["chợ", "đầu", "mối"];
    const between = await embedByRarity(embedder, [typed], restored);
    expect(await cosineWith("chợ đầu mối", between)).toBeGreaterThan(
      await cosineWith("chợ đầu mối", await embedByRarity(embedder, [typed], null)),
    );
    expect(await cosineWith("cho dau moi", between)).toBeGreaterThan(0.5);
    const replaced = emphasisOf("trung tâm thương mại", { isReplaced: true, length: 3 });
    const direction = await embedByRarity(embedder, [replaced], restored);
    expect(await cosineWith("trung tâm thương mại", direction)).toBeCloseTo(1, 5);
  });

  test("is none where nothing counts", async () => {
    expect((await embedByRarity(embedder, [], null)).every((value) => value === 0)).toBe(true);
    const nothing = await embedByRarity(embedder, [emphasisOf("chợ", { rarity: 0 })], null);
    expect(nothing.every((value) => value === 0)).toBe(true);
  });
});
