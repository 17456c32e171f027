import type { Peer } from "../../src/benchmark/peers/peer.ts";
import type { Embedder } from "../../src/embedding/embedder.ts";

/** As deep as a list of answers goes. */
const DEPTH = 10;

/** What one would write first: the cosine with every passage, in plain TypeScript. */
export function createCosine(embedder: Embedder): Peer {
  return {
    async index(passages) {
      const vectors = await embedder.embedPassages(passages.map(({ text }) => text));
      return async (question) => {
        const asked = await embedder.embedQuestion(question);
        return vectors
          .map((vector, at) => ({ id: passages[at]?.id ?? "", cosine: multiply(vector, asked) }))
          .sort((a, b) => b.cosine - a.cosine)
          .slice(0, DEPTH)
          .map(({ id }) => id);
      };
    },
  };
}

/** The dot product, which of unit vectors is the cosine. */
function multiply(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
