import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Embedder } from "../embedding/embedder.ts";
import { ByteRows } from "../index/scan/byte-rows.ts";

const FILE = new URL("./off-topic.txt", import.meta.url);
const COMMENT = "#";
/** How many lines are embedded before others get their turn. */
const BATCH = 64;

/**
 * What people ask that the field has nothing to do with. A cosine with a passage says little alone: it is told beside
 * how near a question is to what it would be if it were off the topic, as a speaker is verified beside a background of
 * other speakers (Reynolds, Quatieri and Dunn, 2000).
 */
export interface OffTopic {
  /** The largest cosine of a unit vector with any of them; 0 where there are none. */
  nearest(vector: Float32Array): Promise<number>;
}

/** Begins to embed them, which nobody waits for until the first question; a model that cannot fails that question. */
export function loadOffTopic(embedder: Embedder, lines: readonly string[] = readLines()): OffTopic {
  const embedded = embedLines(embedder, lines);
  embedded.catch(() => {});
  return {
    async nearest(vector) {
      const rows = await embedded;
      if (rows === null) return 0;
      let largest = -1;
      for (const cosine of rows.multiply(vector).products) largest = Math.max(largest, cosine);
      return largest;
    },
  };
}

/** @throws with one sentence that names the file */
function readLines(): string[] {
  try {
    const lines = readFileSync(FILE, "utf8").split("\n");
    return lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith(COMMENT));
  } catch (cause) {
    throw new Error(`The off-topic questions "${FILE}" cannot be read; restore them.`, { cause });
  }
}

async function embedLines(embedder: Embedder, lines: readonly string[]): Promise<ByteRows | null> {
  if (lines.length === 0) return null;
  const rows = new ByteRows(lines.length, embedder.model.dimension);
  for (const [at, line] of lines.entries()) {
    if (at % BATCH === 0) await setImmediate();
    rows.set(at, await embedder.embedQuestion(line));
  }
  return rows;
}
