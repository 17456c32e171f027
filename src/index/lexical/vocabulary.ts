import type { ArrayFile, StoredArray } from "../array-file.ts";

/** Terms and their ids, which count from 0 in the order of first use. */
export class Vocabulary {
  readonly #ids: Map<string, number>;
  readonly #terms: string[];

  constructor(terms: Iterable<string> = []) {
    this.#terms = [...terms];
    this.#ids = new Map(this.#terms.map((term, id) => [term, id]));
  }

  get size(): number {
    return this.#terms.length;
  }

  /** The id of a term, -1 for an unknown one. */
  find(term: string): number {
    return this.#ids.get(term) ?? -1;
  }

  /** The id of a term, a new one for an unknown one. */
  add(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.length;
    this.#terms.push(term);
    this.#ids.set(term, id);
    return id;
  }

  /** @throws RangeError for an id that was never given */
  term(id: number): string {
    const term = this.#terms[id];
    if (term === undefined)
      throw new RangeError(`The vocabulary has ${this.size} terms, none with id ${id}.`);
    return term;
  }

  terms(): readonly string[] {
    return this.#terms;
  }

  /** Terms hold no white space, so a line each keeps them apart. */
  store(name: string): Record<string, StoredArray> {
    return { [name]: new TextEncoder().encode(this.#terms.join("\n")) };
  }

  static read(file: ArrayFile, name: string): Vocabulary {
    const text = new TextDecoder().decode(file.get(name, "Uint8Array"));
    return new Vocabulary(text === "" ? [] : text.split("\n"));
  }
}
