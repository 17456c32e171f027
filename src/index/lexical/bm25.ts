/**
 * BM25 (Robertson & Zaragoza 2009, eq. 3.15), with the idf of Lucene, which is never negative:
 * `ln(1 + (N - df + 0.5) / (df + 0.5))`.
 */
export const K1 = 1.2;
export const B = 0.75;

/** @param documents how many there are @param frequency in how many the term stands; 0 for an unseen one */
export function inverseDocumentFrequency(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

/** How much a document's length slows the gain of its terms: the same for all of them. */
export function dampingOf(length: number, averageLength: number): number {
  return K1 * (1 - B + (B * length) / averageLength);
}

/** What a term gives a document, without its idf; below `K1 + 1` however often it stands there. */
export function saturate(termFrequency: number, damping: number): number {
  return (termFrequency * (K1 + 1)) / (termFrequency + damping);
}
