/** A piece, and its log probability. */
export interface ScoredPiece {
  readonly piece: string;
  readonly score: number;
}

/** Cuts text into the most probable pieces, by Viterbi over a tree of letters in typed arrays. */
export class UnigramSegmenter {
  readonly #tree: LetterTree;
  readonly #unknownScore: number;

  /** @param unknownScore of a letter that is no piece */
  constructor(pieces: readonly ScoredPiece[], unknownScore: number) {
    this.#tree = new LetterTree(pieces);
    this.#unknownScore = unknownScore;
  }

  /** The pieces of a text; put together they are the text. Of equally probable ones the longest last piece is taken. */
  segment(text: string): string[] {
    const tree = this.#tree;
    const end = text.length;
    const best = new Float64Array(end + 1).fill(Number.NEGATIVE_INFINITY);
    const startOf = new Int32Array(end + 1);
    best[0] = 0;
    for (let start = 0; start < end; start++) {
      const before = best[start] ?? 0;
      let isLetterKnown = false;
      let node = tree.follow(LetterTree.ROOT, text.charCodeAt(start));
      for (let stop = start + 1; node >= 0; stop++) {
        const score = before + tree.scoreOf(node);
        // Not a number where no piece ends: then neither comparison holds.
        if (score > (best[stop] ?? 0)) {
          best[stop] = score;
          startOf[stop] = start;
        }
        if (stop === start + 1) isLetterKnown = !Number.isNaN(score);
        node = stop < end ? tree.follow(node, text.charCodeAt(stop)) : -1;
      }
      if (!isLetterKnown && before + this.#unknownScore > (best[start + 1] ?? 0)) {
        best[start + 1] = before + this.#unknownScore;
        startOf[start + 1] = start;
      }
    }
    const pieces: string[] = [];
    for (let stop = end; stop > 0; stop = startOf[stop] ?? 0) pieces.push(text.slice(startOf[stop], stop));
    return pieces.reverse();
  }
}

/** A prefix tree whose edges lie in one hash table with open addressing. */
class LetterTree {
  static readonly ROOT = 0;
  /**
   * Edge by edge four numbers side by side, which the processor fetches at once: the node above, one more than the
   * letter (0: no edge here), the node below, and nothing.
   */
  #edges = new Int32Array(EDGE_SIZE << 16);
  /** Node by node: the score of the piece that ends there, else NaN. */
  readonly #scores: Float64Array;
  #nodeCount = 1;

  constructor(pieces: readonly ScoredPiece[]) {
    // A letter of a piece is at most one node.
    const scores = new Float64Array(pieces.reduce((sum, { piece }) => sum + piece.length, 1)).fill(
      Number.NaN,
    );
    for (const { piece, score } of pieces) {
      const node = BEYOND_BMP.test(piece) ? LetterTree.ROOT : this.#add(piece);
      if (node !== LetterTree.ROOT) scores[node] = score;
    }
    this.#scores = scores.slice(0, this.#nodeCount);
  }

  /** The node below, or -1. */
  follow(node: number, letter: number): number {
    const slot = this.#slotOf(node, letter);
    return this.#edges[slot + LETTER] === 0 ? -1 : (this.#edges[slot + BELOW] ?? -1);
  }

  scoreOf(node: number): number {
    return this.#scores[node] ?? Number.NaN;
  }

  #add(piece: string): number {
    let node = LetterTree.ROOT;
    for (let at = 0; at < piece.length; at++) node = this.#grow(node, piece.charCodeAt(at));
    return node;
  }

  #grow(node: number, letter: number): number {
    const known = this.follow(node, letter);
    if (known >= 0) return known;
    if (2 * EDGE_SIZE * this.#nodeCount > this.#edges.length) this.#widen();
    this.#put(node, letter, this.#nodeCount);
    return this.#nodeCount++;
  }

  #put(above: number, letter: number, below: number): void {
    this.#edges.set([above, letter + 1, below], this.#slotOf(above, letter));
  }

  /** At least half of the table stays free. */
  #widen(): void {
    const edges = this.#edges;
    this.#edges = new Int32Array(2 * edges.length);
    for (let slot = 0; slot < edges.length; slot += EDGE_SIZE) {
      const letter = edges[slot + LETTER] ?? 0;
      if (letter > 0) this.#put(edges[slot] ?? 0, letter - 1, edges[slot + BELOW] ?? 0);
    }
  }

  /** Where the edge is, or would be. */
  #slotOf(node: number, letter: number): number {
    const mask = this.#edges.length - 1;
    // Multiplicative hashing (Knuth) with the golden ratio of 32 bits.
    let slot = ((Math.imul(node * 31 + letter, 0x9e3779b1) >>> 7) * EDGE_SIZE) & mask;
    while (
      this.#edges[slot + LETTER] !== 0 &&
      (this.#edges[slot] !== node || this.#edges[slot + LETTER] !== letter + 1)
    ) {
      slot = (slot + EDGE_SIZE) & mask;
    }
    return slot;
  }
}

/** An edge of the tree: how many numbers it takes, and where in it stands what. */
const EDGE_SIZE = 4;
const LETTER = 1;
const BELOW = 2;

/** The library looks letters up by UTF-16 unit but keeps whole characters: such pieces are never met. */
const BEYOND_BMP = /[\u{10000}-\u{10FFFF}]/u;
