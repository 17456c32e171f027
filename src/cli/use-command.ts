import { loadEmbedder } from "../embedding/load-embedder.ts";
import { useGeneration } from "../index/use-generation.ts";
import type { FolderOptions, Surroundings } from "./command-line.ts";

/** `npm run index -- --use GENERATION`: goes back, or forth, to a generation that was kept. */
export async function use(
  generation: string,
  options: FolderOptions & { readonly json?: boolean },
  { config, speaker, stdout }: Surroundings,
): Promise<void> {
  const { model } = await loadEmbedder({
    model: config.embeddingModel,
    allowDownload: config.allowModelDownload,
  });
  const { content, ...used } = await useGeneration(options.index ?? config.indexDir, generation, model);
  if (options.json) {
    stdout.write(`${JSON.stringify({ ...used, articles: content.articles, passages: content.passages })}\n`);
    return;
  }
  const key = used.before === generation ? "use-already" : "use-done";
  const { articles, passages } = content;
  stdout.write(`${speaker.say(key, { generation, articles, passages, before: used.before ?? "-" })}\n`);
}
