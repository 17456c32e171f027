import { describe, expect, test } from "vitest";
import type { Embedder } from "../../src/embedding/embedder.ts";
import { loadOffTopic } from "../../src/search/off-topic.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";

describe("loadOffTopic", () => {
  test("tells how near a question is to the nearest of the lines", async () => {
    const embedder = await loadBundledEmbedder();
    const { nearest } = loadOffTopic(embedder, ["cách nấu phở bò", "kết quả bóng đá hôm qua"]);
    const cosine = async (question: string) => nearest(await embedder.embedQuestion(question));
    expect(await cosine("kết quả bóng đá hôm qua")).toBeCloseTo(1, 2);
    expect(await cosine("nấu phở")).toBeGreaterThan(await cosine("kim ngạch xuất khẩu năm 2020"));
  });

  test("has lines of its own, by which it knows what people ask elsewhere", async () => {
    const embedder = await loadBundledEmbedder();
    const { nearest } = loadOffTopic(embedder);
    const cosine = async (question: string) => nearest(await embedder.embedQuestion(question));
    expect(await cosine("cách chữa ho cho trẻ nhỏ")).toBeGreaterThan(
      await cosine("phát triển cụm công nghiệp"),
    );
  });

  test("is near to nothing without lines, and where the question has no direction", async () => {
    const embedder = await loadBundledEmbedder();
    expect(await loadOffTopic(embedder, []).nearest(await embedder.embedQuestion("nấu phở"))).toBe(0);
    expect(await loadOffTopic(embedder, ["nấu phở"]).nearest(await embedder.embedQuestion("?"))).toBe(0);
  });

  test("fails the question, not the start, with a model that cannot embed", async () => {
    const embedder = await loadBundledEmbedder();
    const broken: Embedder = { ...embedder, embedQuestion: () => Promise.reject(new Error("no model")) };
    const { nearest } = loadOffTopic(broken, ["nấu phở"]);
    await expect(nearest(new Float32Array(embedder.model.dimension))).rejects.toThrow("no model");
  });
});
