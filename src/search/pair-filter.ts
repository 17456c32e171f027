/** Small enough to stay in the processor's cache, large enough that few pairs meet by chance. */
const SLOTS = 1 << 13;
/** Each list has a bit; the 33rd shares that of the first, which only makes the filter coarser. */
const BITS = 32;

/**
 * Tells quickly which of a few lists of numbers may share a given part of the shorter one's with another list. It
 * keeps no numbers, only the slots that they fall into: it may name a list that does not, and never misses one that does.
 */
export class PairFilter {
  readonly #share: number;
  readonly #owners = new Uint32Array(SLOTS);
  readonly #sizes: number[] = [];
  readonly #seen = new Uint32Array(SLOTS);
  #looks = 0;

  /** @param share 0 to 1, of the distinct numbers of the shorter list */
  constructor(share: number) {
    this.#share = share;
  }

  /** @param numbers each once */
  add(numbers: Float64Array): void {
    const bit = 1 << (this.#sizes.length % BITS);
    this.#sizes.push(numbers.length);
    for (const number of numbers) {
      const slot = slotOf(number);
      this.#owners[slot] = (this.#owners[slot] ?? 0) | bit;
    }
  }

  /** The places, in the order of adding, of the lists that may share enough with this one. */
  findAlike(numbers: Float64Array): number[] {
    const hits = new Uint32Array(BITS);
    const look = ++this.#looks;
    let slots = 0;
    for (let at = 0; at < numbers.length; at++) {
      const slot = slotOf(numbers[at] ?? 0);
      if (this.#seen[slot] !== look) {
        this.#seen[slot] = look;
        slots++;
      }
      // Counted as often as it stands there: never less than the distinct numbers that are shared.
      for (let owners = this.#owners[slot] ?? 0; owners !== 0; owners &= owners - 1) {
        const bit = 31 - Math.clz32(owners & -owners);
        hits[bit] = (hits[bit] ?? 0) + 1;
      }
    }
    const alike: number[] = [];
    for (const [at, size] of this.#sizes.entries()) {
      // At least as many distinct numbers as slots: the shorter list is no shorter than this.
      if ((hits[at % BITS] ?? 0) >= this.#share * Math.min(slots, size)) alike.push(at);
    }
    return alike;
  }
}

/** Multiplicative hashing (Knuth) of both halves of a number. */
function slotOf(number: number): number {
  const high = Math.floor(number / 2 ** 32);
  return (Math.imul(number | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 19;
}
