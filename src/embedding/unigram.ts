/** A piece, and its log probability. */
export interface ScoredPiece {
  readonly piece: string;
  readonly score: number;
}

/** Stands for a letter that is no piece. */
export const UNKNOWN = -1;

/** Cuts text into the most probable pieces, by Viterbi over a tree of letters in typed arrays. */
export class UnigramSegmenter {
  readonly #tree: LetterTree;
  readonly #unknownScore: number;
  // For each place of the text, how probable the best pieces up to it are, and the last of them: where it begins, and
  // which it is. Kept from text to text, because most are short and allocating would cost as much as cutting.
  #best = new Float64Array(SHORT_TEXT);
  #startOf = new Int32Array(SHORT_TEXT);
  #pieceAt = new Int32Array(SHORT_TEXT);

  /** @param unknownScore of a letter that is no piece */
  constructor(pieces: readonly ScoredPiece[], unknownScore: number) {
    this.#tree = new LetterTree(pieces);
    this.#unknownScore = unknownScore;
  }

  /** The pieces of a text; put together they are the text. Of equally probable ones the longest last piece is taken. */
  segment(text: string): string[] {
    this.#cut(text);
    const startOf = this.#startOf;
    const pieces: string[] = [];
    for (let stop = text.length; stop > 0; stop = startOf[stop] ?? 0)
      pieces.push(text.slice(startOf[stop], stop));
    return pieces.reverse();
  }

  /** The same, each piece by its place among those the segmenter was made of; `UNKNOWN` for a letter that is none. */
  number(text: string): number[] {
    this.#cut(text);
    const numbers: number[] = [];
    for (let stop = text.length; stop > 0; stop = this.#startOf[stop] ?? 0)
      numbers.push(this.#pieceAt[stop] ?? UNKNOWN);
    return numbers.reverse();
  }

  #cut(text: string): void {
    const end = text.length;
    if (end >= this.#best.length) this.#widen(2 * end);
    const tree = this.#tree;
    const best = this.#best.fill(Number.NEGATIVE_INFINITY, 0, end + 1);
    const startOf = this.#startOf;
    const pieceAt = this.#pieceAt;
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
          pieceAt[stop] = tree.pieceOf(node);
        }
        if (stop === start + 1) isLetterKnown = !Number.isNaN(score);
        node = stop < end ? tree.follow(node, text.charCodeAt(stop)) : -1;
      }
      if (!isLetterKnown && before + this.#unknownScore > (best[start + 1] ?? 0)) {
        best[start + 1] = before + this.#unknownScore;
        startOf[start + 1] = start;
        pieceAt[start + 1] = UNKNOWN;
      }
    }
  }

  #widen(places: number): void {
    this.#best = new Float64Array(places);
    this.#startOf = new Int32Array(places);
    this.#pieceAt = new Int32Array(places);
  }
}

/** Letters; longer texts are cut just so, after asking for more memory. */
const SHORT_TEXT = 1_024;

/** A prefix tree whose edges lie in one hash table with open addressing. */
class LetterTree {
  static readonly ROOT = 0;
  /**
   * Edge by edge four numbers side by side, which the processor fetches at once: the node above, one more than the
   * letter (0: no edge here), the node below, and nothing.
   */
  #edges: Int32Array;
  /** Node by node: the score of the piece that ends there, else NaN. */
  readonly #scores: Float64Array;
  /** Node by node: which piece ends there. */
  readonly #pieces: Int32Array;
  #nodeCount = 1;

  constructor(pieces: readonly ScoredPiece[]) {
    this.#edges = new Int32Array(EDGE_SIZE * 2 ** Math.ceil(Math.log2(EDGES_A_PIECE * (pieces.length + 1))));
    // A letter of a piece is at most one node.
    const most = pieces.reduce((sum, { piece }) => sum + piece.length, 1);
    const scores = new Float64Array(most).fill(Number.NaN);
    const numbers = new Int32Array(most);
    for (const [number, { piece, score }] of pieces.entries()) {
      const node = BEYOND_BMP.test(piece) ? LetterTree.ROOT : this.#add(piece);
      if (node === LetterTree.ROOT) continue;
      scores[node] = score;
      numbers[node] = number;
    }
    this.#scores = scores.slice(0, this.#nodeCount);
    this.#pieces = numbers.slice(0, this.#nodeCount);
  }

  /** The node below, or -1. */
  follow(node: number, letter: number): number {
    const slot = this.#slotOf(node, letter);
    return this.#edges[slot + LETTER] === 0 ? -1 : (this.#edges[slot + BELOW] ?? -1);
  }

  scoreOf(node: number): number {
    return this.#scores[node] ?? Number.NaN;
  }

  pieceOf(node: number): number {
    return this.#pieces[node] ?? UNKNOWN;
  }

  #add(piece: string): number {
    let node = LetterTree.ROOT;
    for (let at = 0; at < piece.length; at++) node = this.#grow(node, piece.charCodeAt(at));
    return node;
  }

  #grow(node: number, letter: number): number {
    const slot = this.#slotOf(node, letter);
    if (this.#edges[slot + LETTER] !== 0) return this.#edges[slot + BELOW] ?? -1;
    this.#put(slot, node, letter, this.#nodeCount);
    if (2 * EDGE_SIZE * this.#nodeCount >= this.#edges.length) this.#widen();
    return this.#nodeCount++;
  }

  #put(slot: number, above: number, letter: number, below: number): void {
    this.#edges[slot] = above;
    this.#edges[slot + LETTER] = letter + 1;
    this.#edges[slot + BELOW] = below;
  }

  /** At least half of the table stays free. */
  #widen(): void {
    const edges = this.#edges;
    this.#edges = new Int32Array(2 * edges.length);
    for (let slot = 0; slot < edges.length; slot += EDGE_SIZE) {
      const above = edges[slot] ?? 0;
      const letter = (edges[slot + LETTER] ?? 0) - 1;
      if (letter >= 0) this.#put(this.#slotOf(above, letter), above, letter, edges[slot + BELOW] ?? 0);
    }
  }

  /** Where the edge is, or would be. */
  #slotOf(node: number, letter: number): number {
    const edges = this.#edges;
    const mask = edges.length - 1;
    // Multiplicative hashing (Knuth) with the golden ratio of 32 bits.
    let slot = ((Math.imul(node * 31 + letter, 0x9e3779b1) >>> 7) * EDGE_SIZE) & mask;
    while (edges[slot + LETTER] !== 0 && (edges[slot] !== node || edges[slot + LETTER] !== letter + 1)) {
      slot = (slot + EDGE_SIZE) & mask;
    }
    return slot;
  }
}

/** Room to begin with: pieces of Vietnamese and English share so many letters that they add three or four each. */
const EDGES_A_PIECE = 8;

/** An edge of the tree: how many numbers it takes, and where in it stands what. */
const EDGE_SIZE = 4;
const LETTER = 1;
const BELOW = 2;

/** The library looks letters up by UTF-16 unit but keeps whole characters: such pieces are never met. */
const BEYOND_BMP = /[\u{10000}-\u{10FFFF}]/u;
