import { beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/search/knowledge.ts";
import { type RetrievalParts, retrieve } from "../../src/search/retrieve.ts";
import { makeCorpus, padParagraph } from "../support/corpus.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { indexFolder } from "../support/search.ts";
import { signalsAt } from "../support/signals.ts";

const HAI_PHONG = [
  "Hải Phòng bàn cách phát triển cảng biển",
  padParagraph("Thành phố họp về kho bãi, bến cảng và đường sắt."),
  padParagraph("Cảng Lạch Huyện đón 820 tàu trong năm 2024."),
  padParagraph("Luồng vào cảng được nạo vét sâu thêm 2 m, tốn 640 tỷ đồng."),
].join("\n");
const CAN_THO = [
  "Cần Thơ bàn cách phát triển chợ nổi",
  padParagraph("Thành phố họp về ghe thuyền và khách tham quan."),
  padParagraph("Bến đò mới tốn 12 tỷ đồng."),
].join("\n");
const SHIPS = "Cảng Lạch Huyện đón bao nhiêu tàu?";

let parts: RetrievalParts;
beforeAll(async () => {
  const folder = await makeCorpus({ "hai-phong.txt": HAI_PHONG, "can-tho.txt": CAN_THO });
  parts = { generation: await indexFolder(folder), ...loadKnowledge(await loadBundledEmbedder()) };
});

describe("what speaks for the answer to a follow-up", () => {
  test("what it says itself, without its context", async () => {
    const found = await retrieve(parts, "nạo vét tốn bao nhiêu?", SHIPS);
    const dredged = signalsAt(parts.generation, found, "Luồng vào cảng");
    const ships = signalsAt(parts.generation, found, "đón 820 tàu");
    expect(dredged.ownTerms).toBeGreaterThan(ships.ownTerms);
    expect(dredged.ownMeaning).toBeGreaterThan(ships.ownMeaning);
    expect(dredged.ownSentenceCosine).toBeGreaterThan(ships.ownSentenceCosine);
  });

  test("that it stands beside what was answered, and is not the same again", async () => {
    const found = await retrieve(parts, "nạo vét tốn bao nhiêu?", SHIPS);
    const read = (text: string) => {
      const { ofAnsweredArticle, afterAnswered, repeatsAnswer } = signalsAt(parts.generation, found, text);
      return [ofAnsweredArticle, afterAnswered, repeatsAnswer];
    };
    expect(read("Luồng vào cảng")).toEqual([1, 1, 0]);
    expect(read("đón 820 tàu").slice(0, 2)).toEqual([1, 0]);
    expect(read("kho bãi, bến cảng")).toEqual([1, 0, 0]);
    expect(read("Bến đò mới")).toEqual([0, 0, 0]);
    const again = await retrieve(parts, "đón bao nhiêu tàu?", SHIPS);
    expect(signalsAt(parts.generation, again, "đón 820 tàu").repeatsAnswer).toBe(1);
  });

  test("that it was answered by the same passage, and what is near to that answer", async () => {
    const found = await retrieve(parts, "nạo vét tốn bao nhiêu?", SHIPS);
    const dredged = signalsAt(parts.generation, found, "Luồng vào cảng");
    const ships = signalsAt(parts.generation, found, "đón 820 tàu");
    expect([ships.ofAnsweredPassage, dredged.ofAnsweredPassage]).toEqual([1, 0]);
    const floating = signalsAt(parts.generation, found, "Bến đò mới");
    for (const name of ["cosineAfterAnswer", "bestSentenceCosineAfterAnswer"] as const) {
      expect(ships[name]).toBeGreaterThan(ships.ownSentenceCosine);
      expect(dredged[name]).toBeGreaterThan(floating[name]);
    }
  });

  test("what is near to it right after the last question, without what the conversation began with", async () => {
    const ferry = "Bến đò mới ở Cần Thơ thế nào?";
    const followUp = "vậy tốn bao nhiêu?";
    const [long, short] = [
      await retrieve(parts, followUp, `${SHIPS}\n${ferry}`),
      await retrieve(parts, followUp, ferry),
    ].map((found) => signalsAt(parts.generation, found, "Bến đò mới"));
    expect(long?.cosineAfterQuestion).toBeCloseTo(short?.cosineAfterQuestion ?? 0);
    expect(long?.bestSentenceCosineAfterQuestion).toBeCloseTo(short?.bestSentenceCosineAfterQuestion ?? 0);
    expect(long?.cosine).not.toBeCloseTo(short?.cosine ?? 0);
  });

  test("where nothing was answered, only what it says itself is near", async () => {
    const found = await retrieve(parts, "tốn bao nhiêu?", SHIPS, { wasAnswered: false });
    const ships = signalsAt(parts.generation, found, "đón 820 tàu");
    expect(ships.ofAnsweredPassage).toBe(0);
    expect(ships.bestSentenceCosineAfterAnswer).toBeCloseTo(ships.ownSentenceCosine);
  });

  test("the answer to the last of several questions counts", async () => {
    const ferry = "Bến đò mới ở Cần Thơ thế nào?";
    for (const previous of [`${SHIPS}\n${ferry}`, `${ferry}\n${SHIPS}\n${ferry}\n \n`]) {
      const found = await retrieve(parts, "vậy tốn bao nhiêu?", previous);
      expect(signalsAt(parts.generation, found, "Bến đò mới").ofAnsweredArticle).toBe(1);
      expect(signalsAt(parts.generation, found, "đón 820 tàu").ofAnsweredArticle).toBe(0);
    }
  });

  test("what a message says around its question was not answered", async () => {
    const found = await retrieve(parts, "tốn bao nhiêu?", SHIPS, { wasAnswered: false });
    expect(found.parsed.followUp?.answered).toBeNull();
    expect(signalsAt(parts.generation, found, "đón 820 tàu").ofAnsweredArticle).toBe(0);
  });

  test("nothing answers what has no words", async () => {
    const found = await retrieve(parts, "tốn bao nhiêu?", "?!");
    expect(found.parsed.followUp?.answered ?? null).toBeNull();
  });

  test("a question by itself is none", async () => {
    const found = await retrieve(parts, SHIPS);
    expect(found.parsed.followUp).toBeNull();
    const { ownTerms, ownMeaning, ownSentenceCosine, ofAnsweredArticle } = signalsAt(
      parts.generation,
      found,
      "đón 820 tàu",
    );
    expect([ownTerms, ownMeaning, ownSentenceCosine, ofAnsweredArticle]).toEqual([0, 0, 0, 0]);
  });
});
