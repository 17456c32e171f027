import { describe, expect, it } from "vitest";
import { rememberAnswers } from "../../src/search/remember.ts";
import { makeAnswer } from "../support/answers.ts";

/** Remembers two answers, and lists what had to be searched for. */
function remember() {
  const searched: string[] = [];
  const ask = rememberAnswers(async (question) => {
    searched.push(question);
    if (question === "lỗi") throw new Error("broken");
    return makeAnswer({ question });
  }, 2);
  return { ask, searched };
}

describe("remembered answers", () => {
  it("are given again for the same question, and only for that", async () => {
    const { ask, searched } = remember();
    const first = await ask("chợ");
    expect(await ask("chợ")).toEqual({ ...first, elapsedMs: expect.any(Number) });
    await ask("chợ", { limit: 3 });
    await ask("chợ", { previousQuestion: "cụm" });
    expect(searched).toEqual(["chợ", "chợ", "chợ"]);
  });

  it("are found once for all who ask at the same time", async () => {
    const { ask, searched } = remember();
    await Promise.all([ask("chợ"), ask("chợ"), ask("chợ")]);
    expect(searched).toEqual(["chợ"]);
  });

  it("are forgotten when others were asked for since", async () => {
    const { ask, searched } = remember();
    for (const question of ["a", "b", "a", "c", "a", "b"]) await ask(question);
    expect(searched).toEqual(["a", "b", "c", "b"]);
  });

  it("do not include failures", async () => {
    const { ask, searched } = remember();
    await expect(ask("lỗi")).rejects.toThrow("broken");
    await expect(ask("lỗi")).rejects.toThrow("broken");
    expect(searched).toEqual(["lỗi", "lỗi"]);
  });
});
