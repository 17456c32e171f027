import type { Embedder, PassageText, PassageVectors } from "./embedder.ts";

/** Embeds passages and their sentences text by text: where each token depends on its text, there is nothing to share. */
export async function embedApart(
  embedPassages: Embedder["embedPassages"],
  passages: readonly PassageText[],
): Promise<PassageVectors[]> {
  const texts = passages.flatMap(({ text, sentences }) =>
    isOne(text, sentences) ? [text] : [text, ...sentences],
  );
  const vectors = await embedPassages(texts);
  if (vectors.length !== texts.length) {
    throw new RangeError(`The embedder gave ${vectors.length} vectors for ${texts.length} texts.`);
  }
  let at = 0;
  const next = (): Float32Array => vectors[at++] ?? new Float32Array(0);
  return passages.map(({ text, sentences }) => {
    const passage = next();
    return { passage, sentences: isOne(text, sentences) ? [passage] : sentences.map(next) };
  });
}

function isOne(text: string, sentences: readonly string[]): boolean {
  return sentences.length === 1 && sentences[0] === text;
}
