import { PassThrough, Writable } from "node:stream";
import type { Terminal } from "../../src/cli/command-line.ts";

/** A stream that keeps what was written, and says of itself what a test wants. */
export class FakeOutput extends Writable {
  readonly isTTY: boolean;
  readonly columns = 80;
  text = "";
  readonly #colours: boolean;

  constructor({ isTTY = false, colours }: { isTTY?: boolean; colours?: boolean } = {}) {
    super({ decodeStrings: false });
    this.isTTY = isTTY;
    this.#colours = colours ?? isTTY;
  }

  hasColors(): boolean {
    return this.#colours;
  }

  override _write(chunk: unknown, _encoding: BufferEncoding, done: () => void): void {
    this.text += String(chunk);
    this.emit("text");
    done();
  }

  /** Waits until something that fits has been written since a place in the text. */
  async waitFor(expected: RegExp, from = 0): Promise<void> {
    while (!expected.test(this.text.slice(from))) {
      await new Promise((resolve) => this.once("text", resolve));
    }
  }
}

export interface FakeTerminal extends Terminal {
  readonly stdin: PassThrough & { isTTY: boolean };
  readonly stdout: FakeOutput;
  readonly stderr: FakeOutput;
}

/** A person's terminal, or with `isTTY: false` a program's three streams. */
export function makeTerminal({ isTTY = true } = {}): FakeTerminal {
  return {
    stdin: Object.assign(new PassThrough(), { isTTY }),
    stdout: new FakeOutput({ isTTY }),
    stderr: new FakeOutput({ isTTY }),
  };
}
