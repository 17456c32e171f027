import { beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/search/knowledge.ts";
import type { RetrievalParts } from "../../src/search/retrieve.ts";
import { retrieve } from "../../src/search/retrieve.ts";
import { makeCorpus, padParagraph } from "../support/corpus.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { firstMarked, indexFolder, searchFiles } from "../support/search.ts";
import { signalsAt } from "../support/signals.ts";

const HAI_PHONG = [
  "Hải Phòng bàn cách phát triển cảng biển",
  padParagraph("Ngày 4/6/2024, thành phố họp về kho bãi, bến cảng và đường sắt."),
  padParagraph("Một số hãng tàu xin lùi hạn nộp phí hạ tầng, vì đơn hàng giảm."),
  padParagraph("Sở Tài chính đồng ý cho chậm nộp ba tháng."),
].join("\n");
const CAN_THO = [
  "Cần Thơ bàn cách phát triển chợ nổi",
  padParagraph("Ngày 8/9/2024, thành phố họp về ghe thuyền và khách tham quan."),
  padParagraph("Bến đò mới rộng 2 ha."),
].join("\n");

let parts: RetrievalParts;
beforeAll(async () => {
  const folder = await makeCorpus({
    "hai-phong.txt": HAI_PHONG,
    "can-tho.txt": CAN_THO,
    "dien.txt": "Giá điện giữ nguyên.",
  });
  parts = { generation: await indexFolder(folder), ...loadKnowledge(await loadBundledEmbedder()) };
});

describe("what an article adds to its passages", () => {
  test("what only its title says", async () => {
    const found = await retrieve(parts, "Bến đò ở Cần Thơ rộng bao nhiêu?");
    const [right, other] = [
      signalsAt(parts.generation, found, "Bến đò mới"),
      signalsAt(parts.generation, found, "xin lùi hạn"),
    ];
    expect(right.titleTerms).toBeGreaterThan(0);
    expect(right.titleMeaning).toBeGreaterThan(0);
    expect(right.titleRareMeaning).toBeGreaterThan(0);
    expect([other.titleTerms, other.titleMeaning, other.titleRareMeaning]).toEqual([0, 0, 0]);
  });

  test("what only the passage before says", async () => {
    const found = await retrieve(parts, "hãng tàu xin lùi hạn nộp phí được trả lời thế nào");
    const reply = signalsAt(parts.generation, found, "đồng ý cho chậm");
    expect(reply.beforeTerms).toBeGreaterThan(0);
    expect(reply.beforeMeaning).toBeGreaterThan(0);
    expect(reply.neighbourCosine).toBe(signalsAt(parts.generation, found, "xin lùi hạn").cosine);
    const lead = signalsAt(parts.generation, found, "kho bãi, bến cảng");
    expect([lead.beforeTerms, lead.beforeMeaning]).toEqual([0, 0]);
  });

  test("that it is the first of several, and how near all are together", async () => {
    const found = await retrieve(parts, "giá điện, kho bãi và bến cảng");
    expect(signalsAt(parts.generation, found, "kho bãi, bến cảng").isLead).toBe(1);
    expect(signalsAt(parts.generation, found, "đồng ý cho chậm").isLead).toBe(0);
    expect(signalsAt(parts.generation, found, "đồng ý cho chậm").articleCosine).toBe(
      signalsAt(parts.generation, found, "xin lùi hạn").articleCosine,
    );
    // Of a single passage nothing is near but itself.
    const only = signalsAt(parts.generation, found, "Giá điện");
    expect(only.isLead).toBe(0);
    expect(only.neighbourCosine).toBe(only.cosine);
    expect(only.articleCosine).toBeCloseTo(only.cosine, 5);
  });
});

test("a reply that names nothing of what it replies to is found by what it follows", async () => {
  const search = await searchFiles({ "hai-phong.txt": HAI_PHONG, "can-tho.txt": CAN_THO });
  const answer = await search.search("Hải Phòng cho các hãng tàu chậm nộp mấy tháng?");
  expect(firstMarked(answer)).toContain("chậm nộp ba tháng");
});
