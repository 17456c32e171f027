const NO = 1;
const YES = 2;

/** Yes or no of each of many things, a byte each; looked for when one is asked about, and then known: most never are. */
export class LazyFlags {
  /** 0 where nobody has looked yet. */
  readonly #known: Uint8Array;

  constructor(count: number) {
    this.#known = new Uint8Array(count);
  }

  /** @param look tells it of the thing at a place, always the same */
  has(at: number, look: (at: number) => boolean): boolean {
    if (this.#known[at] === 0) this.#known[at] = look(at) ? YES : NO;
    return this.#known[at] === YES;
  }
}
