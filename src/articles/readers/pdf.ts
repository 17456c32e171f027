import { extractTextItems, getDocumentProxy } from "unpdf";
import type { DocumentReader } from "../block.ts";
import { ungarble } from "../encodings/ungarble.ts";
import { SkipError } from "../skip.ts";
import { type Assembled, assembleText, tidyWords } from "./assemble.ts";
import { layLines, type PlacedText } from "./pdf-layout.ts";
import { joinLines, type PagedParagraph } from "./pdf-lines.ts";

/**
 * PDF with a text layer; running heads and page numbers are left out. Title and date are read from the words: what the
 * file says of itself is the name of a template and the day it was printed more often than not.
 */
export const pdfReader: DocumentReader = {
  kind: "document",
  extensions: [".pdf"],
  async extract(bytes) {
    const laid = layLines(await readPages(bytes));
    if (laid.flat().length === 0) throw new SkipError("no-text-layer", String(laid.length));
    const { text: words, garbling } = ungarble(laid.map((lines) => lines.join("\n")).join(PAGE_BREAK));
    const lines = words.split(PAGE_BREAK).map((page) => page.split("\n").map(tidyWords));
    const paragraphs = joinLines(lines);
    const assembled = assembleText(paragraphs.map(({ content }) => ({ kind: "text", content })));
    return {
      ...assembled,
      pageStarts: findPageStarts(laid.length, paragraphs, assembled),
      garbling,
      metadata: {},
    };
  },
};

/** Where the words of each page begin in the text; of a page without words, where those of the next do. */
function findPageStarts(count: number, paragraphs: readonly PagedParagraph[], { text, blocks }: Assembled) {
  const starts = new Array<number>(count).fill(text.length);
  for (const [at, { pages }] of paragraphs.entries()) {
    for (const { page, start } of pages) {
      const place = (blocks[at]?.start ?? 0) + start;
      starts[page] = Math.min(starts[page] ?? place, place);
    }
  }
  for (let page = count - 2; page >= 0; page--) {
    starts[page] = Math.min(starts[page] ?? 0, starts[page + 1] ?? 0);
  }
  return starts;
}

/** No text of a page holds it. */
const PAGE_BREAK = "\n\f\n";

/** The letters of each page where they are set. */
async function readPages(bytes: Uint8Array): Promise<PlacedText[][]> {
  try {
    // A copy, because pdf.js takes away the memory that it is given.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    try {
      return (await extractTextItems(document)).items;
    } finally {
      await document.destroy();
    }
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    throw new SkipError(error.name === "PasswordException" ? "encrypted" : "broken", error.message, {
      cause,
    });
  }
}
