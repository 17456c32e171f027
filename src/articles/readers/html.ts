import { Readability } from "@mozilla/readability";
import type { DocumentReader, Extract } from "../block.ts";
import { decodePage } from "../charset.ts";
import { SkipError } from "../skip.ts";
import { assembleText } from "./assemble.ts";
import { collectPieces, type DomDocument, type DomNode, MAX_ELEMENTS, parseDocument } from "./dom.ts";
import { readPageMetadata } from "./html-metadata.ts";

/** Saved web pages: the main text as a reading view shows it, without menus, advertisements and comments. */
export const htmlReader: DocumentReader = {
  kind: "document",
  extensions: [".html", ".htm"],
  async extract(bytes) {
    const { text, garbling } = decodePage(bytes);
    return { ...extractPage(text), garbling };
  },
};

/** @throws SkipError when the page holds no words, or is made as none of a newspaper is */
function extractPage(html: string): Extract {
  const document = parseDocument(html);
  // Readability takes the document apart: what the page says of itself is read before.
  const metadata = readPageMetadata(document);
  const body = assembleText(document.body ? collectPieces(document.body) : []);
  if (body.text === "") throw new SkipError("empty", "the page has no words");
  const main = findMainText(document);
  const { text, blocks } = main ? assembleText(collectPieces(main)) : body;
  return { ...(text === "" ? body : { text, blocks }), metadata };
}

function findMainText(document: DomDocument): DomNode | null {
  try {
    const options = { serializer: (node: DomNode) => node, maxElemsToParse: MAX_ELEMENTS };
    return new Readability<DomNode>(document, options).parse()?.content ?? null;
  } catch (cause) {
    throw new SkipError("broken", cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
