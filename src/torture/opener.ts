import { createHash } from "node:crypto";
import { loadEmbedder } from "../embedding/load-embedder.ts";
import { BUNDLED_MODEL } from "../embedding/model-files.ts";
import { openIndex } from "../index/open-generation.ts";
import { createSearch } from "../search/create-search.ts";
import { loadKnowledge } from "../search/knowledge.ts";
import { loadSearch } from "../search/load-search.ts";
import { type OpenRequest, openRequest } from "./open-in-child.ts";

// A process of its own, started by `startOpener`: opens one index folder after another as `ask` and the bot do, and
// says what came of it. When one aborts it, who started it knows which.
const embedder = await loadEmbedder({ model: BUNDLED_MODEL, allowDownload: false });
const knowledge = loadKnowledge(embedder);

process.on("message", (message) => {
  open(openRequest.parse(message)).then(
    (opening) => process.send?.(opening),
    (error: unknown) =>
      process.send?.({ kind: "refused", message: error instanceof Error ? error.message : String(error) }),
  );
});
process.send?.("ready");

async function open({ articlesDir, indexDir, question }: OpenRequest) {
  const passedOver: string[] = [];
  const generation = await openIndex(indexDir, embedder.model, (name) => passedOver.push(name));
  if (generation === null) {
    const built = await loadSearch({
      articlesDir,
      indexDir,
      model: BUNDLED_MODEL,
      allowModelDownload: false,
    });
    built.close();
    return { kind: "built" };
  }
  const { articles, dense, name } = generation;
  try {
    const { quotes } = await createSearch({ generation, ...knowledge }).search(question);
    const said = JSON.stringify([quotes.map(({ text, highlight }) => [text, highlight]), articles]);
    const fingerprint = createHash("sha256").update(said).digest("hex");
    return { kind: "served", generation: name, fingerprint, passedOver };
  } finally {
    dense.close();
  }
}
