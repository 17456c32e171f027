import mammoth from "mammoth";
import type { DocumentReader } from "../block.ts";
import { ungarble } from "../encodings/ungarble.ts";
import { SkipError } from "../skip.ts";
import { assembleText } from "./assemble.ts";
import { collectPieces, parseDocument } from "./dom.ts";

/** Word documents: paragraphs, headings and lists by their styles; pictures are left out. */
export const docxReader: DocumentReader = {
  kind: "document",
  extensions: [".docx"],
  async extract(bytes) {
    const { text: html, garbling } = ungarble(await toHtml(bytes));
    const { body } = parseDocument(html);
    const { text, blocks } = assembleText(body ? collectPieces(body) : []);
    if (text === "") throw new SkipError("empty", "the document has no words");
    return { text, blocks, garbling, metadata: {} };
  },
};

async function toHtml(bytes: Uint8Array): Promise<string> {
  // Word's own encryption wraps the archive into an older container.
  if (Buffer.from(bytes.subarray(0, OLE.length)).equals(OLE)) throw new SkipError("encrypted", "Word");
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })).value;
  } catch (cause) {
    throw new SkipError("broken", cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
