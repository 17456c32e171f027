import { beforeAll, describe, expect, test } from "vitest";
import { signalsOfFit } from "../../src/search/answer-fit.ts";
import { loadKnowledge } from "../../src/search/knowledge.ts";
import { type RetrievalParts, retrieve } from "../../src/search/retrieve.ts";
import { makeCorpus } from "../support/corpus.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { indexFolder } from "../support/search.ts";

let parts: RetrievalParts;
beforeAll(async () => {
  const folder = await makeCorpus({
    "so.txt": "Theo lãnh đạo thành phố, Giám đốc Sở Du lịch Trần Minh Khôi dự hội nghị làng nghề.",
    "vien.txt": "Phó Viện trưởng Viện Dệt Lê Thu Hà nói về sợi tái chế.",
    "tinh.txt": "Lãnh đạo tỉnh Thái Nguyên, Chủ tịch Hội Chè Đỗ Văn Sơn nói về vùng nguyên liệu.",
    "thue.txt": "Vinamilk trúng thầu cung cấp sữa học đường với giá 21 tỷ đồng.",
    "bo.txt": "Nhà máy bột giấy do Công ty FPT xây dựng.",
    "khach.txt": "Cà phê xuất khẩu nhiều nhất sang Mỹ.",
    "kho.txt": "Kho lạnh Đông Anh chứa nông sản, Đông Anh có nhiều rau.",
  });
  parts = { generation: await indexFolder(folder), ...loadKnowledge(await loadBundledEmbedder()) };
});

async function fitOf(question: string) {
  const { parsed, ranked } = await retrieve(parts, question);
  const [best] = ranked;
  if (best === undefined) throw new Error(`Nothing was found for "${question}".`);
  return signalsOfFit(parts.generation, parsed, best);
}

describe("an office asked about is told only of its deputy", () => {
  test.each([
    ["Ai là Viện trưởng Viện Dệt?", 1],
    ["ai la vien truong vien det", 1],
    ["Ai là Phó Viện trưởng Viện Dệt?", 0],
    ["ai la pho vien truong vien det", 0],
    // `phố` is no `phó`, and a province no one formerly in office.
    ["Ai là Giám đốc Sở Du lịch?", 0],
    ["Ai là Chủ tịch Hội Chè?", 0],
    ["Viện trưởng Viện Dệt nói về gì?", 0],
  ])("for %j: %d", async (question, deputy) => {
    expect((await fitOf(question)).deputy).toBe(deputy);
  });
});

describe("a sentence has a name that the question does not say", () => {
  test.each([
    ["Công ty nào trúng thầu cung cấp sữa học đường?", 1],
    ["Nhà máy bột giấy do công ty nào xây dựng?", 1],
    ["Cà phê xuất khẩu nhiều nhất sang nước nào?", 1],
    ["Kho lạnh Đông Anh do công ty nào quản lý?", 0],
    // It asks for no name.
    ["Kho lạnh Đông Anh chứa gì?", 1],
  ])("for %j: %d", async (question, newName) => {
    expect((await fitOf(question)).newName).toBe(newName);
  });
});

test("a sentence has the quantity asked for", async () => {
  expect((await fitOf("Sữa học đường trúng thầu với giá bao nhiêu?")).quantity).toBe(1);
  expect((await fitOf("Kho lạnh Đông Anh rộng bao nhiêu ha?")).quantity).toBe(0);
  expect((await fitOf("Kho lạnh Đông Anh chứa gì?")).quantity).toBe(1);
});
