import { readFileSync } from "node:fs";
import { z } from "zod";
import { type EverydayEntry, parseEveryday } from "./everyday.ts";
import { Lexicon, type LexiconData } from "./lexicon.ts";
import { splitWords } from "./syllables.ts";
import { findLine, readYaml } from "./yaml.ts";

const form = z.string().refine((text) => splitWords(text).length > 0, "A form needs a word");
const forms = z.array(form).min(1);

const schema = z.strictObject({
  abbreviations: z
    .array(
      z.strictObject({
        short: forms,
        long: forms,
        english: forms.optional(),
        caseSensitive: z.boolean().default(false),
      }),
    )
    .default([]),
  synonyms: z.array(forms).default([]),
  glossary: z.array(z.strictObject({ english: forms, vietnamese: forms })).default([]),
});

/** A list may be written once and named where it is wanted again. */
const MOST_ALIASES = 100;

/** What a lexicon is read from. */
interface LexiconFiles {
  readonly terms: URL | string;
  readonly everyday: URL | string;
  readonly related: URL | string;
}

const FILES: LexiconFiles = {
  terms: new URL("./lexicon/vi-en.yaml", import.meta.url),
  everyday: new URL("./lexicon/everyday.txt", import.meta.url),
  related: new URL("./lexicon/related.txt", import.meta.url),
};

/** Makes the lexicon of what `readLexicon` reads. */
export function loadLexicon(others: Partial<LexiconFiles> = {}): Lexicon {
  return new Lexicon(readLexicon(others));
}

/**
 * Reads the terms of the field, everyday speech, and what is related to it; the product's own files by default.
 * @throws with one sentence that names the file and the place when it has not the right form
 */
export function readLexicon(others: Partial<LexiconFiles> = {}): LexiconData {
  const files = { ...FILES, ...others };
  const file = files.terms;
  const parsed = schema.safeParse(readFile(file) ?? {});
  if (parsed.success) {
    const [everyday, related] = [readEveryday(files.everyday), readEveryday(files.related)];
    return { ...parsed.data, everyday, related };
  }
  const issue = parsed.error.issues[0];
  const place = issue?.path.join(".") || "its top";
  throw new Error(`The lexicon "${file}" is wrong at ${place}: ${issue?.message}.`);
}

function readEveryday(file: URL | string): EverydayEntry[] {
  try {
    return parseEveryday(readFileSync(file, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The file of everyday speech "${file}" cannot be used. ${reason}`, { cause });
  }
}

function readFile(file: URL | string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`The lexicon "${file}" cannot be read; name an existing file.`, { cause });
  }
  try {
    return readYaml(text, MOST_ALIASES);
  } catch (cause) {
    const line = findLine(cause);
    const place = line === undefined ? "" : ` at line ${line}`;
    throw new Error(`The lexicon "${file}" is wrong${place}: it is no YAML.`, { cause });
  }
}
