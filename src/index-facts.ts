import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { IndexFacts } from "./bot/corpus.ts";
import { FILES, layoutOf } from "./index/layout.ts";
import { manifestSchema } from "./index/manifest.ts";

/** Says what is known of the live generation of an index folder; `null` when it cannot be read. */
export function readIndexFacts(indexDir: string): IndexFacts | null {
  const layout = layoutOf(indexDir);
  try {
    const name = readFileSync(layout.current, "utf8").trim();
    const content = readFileSync(join(layout.generation(name), FILES.manifest), "utf8");
    const manifest = manifestSchema.parse(JSON.parse(content));
    return {
      generation: manifest.name,
      builtAt: manifest.createdAt,
      model: manifest.model.name,
      passages: manifest.counts.passages,
    };
  } catch {
    return null;
  }
}
