import { InlineKeyboard } from "grammy";
import { writePress } from "../callback-data.ts";

/** ◀ 1/5 ▶ for the list of articles; none for a single page. Pages count from 0. */
export function createPagesKeyboard(page: number, pages: number): InlineKeyboard | undefined {
  if (pages < 2) return undefined;
  return new InlineKeyboard()
    .text("◀", writePress({ kind: "sources", page: (page + pages - 1) % pages }))
    .text(`${page + 1}/${pages}`, writePress({ kind: "nothing" }))
    .text("▶", writePress({ kind: "sources", page: (page + 1) % pages }));
}
