import { beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/search/knowledge.ts";
import { type RetrievalParts, retrieve } from "../../src/search/retrieve.ts";
import type { PassageSignals } from "../../src/search/signals.ts";
import { makeCorpus } from "../support/corpus.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { firstMarked, indexFolder, searchFiles } from "../support/search.ts";
import { signalsAt } from "../support/signals.ts";

let parts: RetrievalParts;
beforeAll(async () => {
  const folder = await makeCorpus({
    "short.txt": "Chợ đầu mối mở cửa năm 2022.",
    "long.txt": [
      "Giá điện sinh hoạt được giữ nguyên đến hết năm. Chợ đầu mối được nhắc đến trong báo cáo.",
      "Các đơn vị trao đổi, thống nhất nhiều nội dung và giao việc cho từng phòng, ban.",
    ].join(" "),
  });
  parts = { generation: await indexFolder(folder), ...loadKnowledge(await loadBundledEmbedder()) };
});

/** The signals of the passage that holds a text, for a question. */
async function signalsOf(question: string, text: string): Promise<PassageSignals> {
  return signalsAt(parts.generation, await retrieve(parts, question), text);
}

describe("signals of a passage", () => {
  test("tell how long it is beside the mean", async () => {
    const [short, long] = [await signalsOf("chợ", "mở cửa"), await signalsOf("chợ", "Giá điện")];
    expect(short.length).toBeLessThan(0);
    expect(long.length).toBeGreaterThan(0);
    // Of two passages, the lengths beside their mean add up to 2.
    expect(Math.exp(short.length) + Math.exp(long.length)).toBeCloseTo(2);
  });

  test("tell whether words and meaning point to one sentence", async () => {
    expect((await signalsOf("Giá điện sinh hoạt thế nào?", "Giá điện")).sentencesAgree).toBe(1);
    // Its word stands in one sentence, and another is about what it is about.
    expect((await signalsOf("hóa đơn EVN và báo cáo", "Giá điện")).sentencesAgree).toBe(0);
    // Of a single sentence there is nothing to differ.
    expect((await signalsOf("hóa đơn EVN và báo cáo", "mở cửa")).sentencesAgree).toBe(1);
  });

  test("tell what names it misses", async () => {
    expect((await signalsOf("Chợ ở Đông Anh mở cửa năm nào?", "mở cửa")).missedPlaces).toBeGreaterThan(0);
    expect((await signalsOf("Chợ đầu mối mở cửa năm nào?", "mở cửa")).missedPlaces).toBe(0);
    expect((await signalsOf("chợ của bà Đỗ Hồng Loan ở đâu", "mở cửa")).missedNames).toBeGreaterThan(0);
  });
});

test("what is said of another place is shown as related, and no answer", async () => {
  const search = await searchFiles({
    "bac-ninh.txt": "Tỉnh Bắc Ninh có 62 làng nghề được công nhận, trong đó 31 làng nghề truyền thống.",
    "ha-noi.txt": "Thành phố Hà Nội giữ nguyên giá nước sạch đến hết năm, Sở Tài chính cho biết.",
  });
  const asked = async (place: string) =>
    search.search(`Tỉnh ${place} có bao nhiêu làng nghề được công nhận?`);
  const [own, other] = [await asked("Bắc Ninh"), await asked("Lào Cai")];
  expect([own.outcome, other.outcome]).toEqual(["answered", "related"]);
  for (const answer of [own, other]) expect(firstMarked(answer)).toContain("62 làng nghề");
});
