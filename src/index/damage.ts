/** What can be wrong with a generation, and what is to be known of it to say so. */
export interface Damages {
  readonly "manifest-unreadable": { readonly file: string };
  readonly "manifest-damaged": { readonly file: string };
  readonly "manifest-changed": { readonly file: string };
  readonly "other-model": {
    readonly built: string;
    readonly builtHash: string;
    readonly builtDimension: number;
    readonly wanted: string;
    readonly wantedHash: string;
    readonly wantedDimension: number;
  };
  readonly "file-unnamed": { readonly manifest: string; readonly file: string };
  readonly "file-unreadable": { readonly file: string };
  readonly "file-no-file": { readonly file: string };
  readonly "file-size": { readonly file: string; readonly found: number; readonly expected: number };
  readonly "file-digest": { readonly file: string };
  readonly "file-shape": { readonly file: string };
  readonly counts: { readonly what: string; readonly found: number; readonly expected: number };
}

export type DamageCode = keyof Damages;

const SENTENCES: { readonly [C in DamageCode]: (details: Damages[C]) => string } = {
  "manifest-unreadable": ({ file }) => `${file} cannot be read`,
  "manifest-damaged": ({ file }) => `${file} is damaged or of another version`,
  "manifest-changed": ({ file }) => `${file} is damaged: it is not as it was written`,
  "other-model": (own) =>
    `it was built with the model "${own.built}" (${own.builtHash}, ${own.builtDimension} dimensions), ` +
    `not with the model "${own.wanted}" (${own.wantedHash}, ${own.wantedDimension} dimensions)`,
  "file-unnamed": ({ manifest, file }) => `${manifest} does not name ${file}`,
  "file-unreadable": ({ file }) => `${file} cannot be read`,
  "file-no-file": ({ file }) => `${file} cannot be read: it is no ordinary file`,
  "file-size": ({ file, found, expected }) => `${file} has ${found} bytes instead of ${expected}`,
  "file-digest": ({ file }) => `${file} is damaged: its SHA-256 differs`,
  "file-shape": ({ file }) => `${file} is damaged: it is not of the form that its manifest says`,
  counts: ({ what, found, expected }) => `it has ${found} ${what} instead of ${expected}`,
};

/** Why a generation cannot be used: a sentence, and the same as a code with its details for other languages. */
export class GenerationError extends Error {
  override readonly name = "GenerationError";
  readonly code: DamageCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: DamageCode,
    message: string,
    details: Readonly<Record<string, string | number>>,
    cause: unknown,
  ) {
    super(message, { cause });
    this.code = code;
    this.details = details;
  }
}

/** Describes a damage. */
export function damage<C extends DamageCode>(code: C, details: Damages[C], cause?: unknown): GenerationError {
  const describe: (details: Damages[C]) => string = SENTENCES[code];
  return new GenerationError(code, describe(details), { ...details }, cause);
}
