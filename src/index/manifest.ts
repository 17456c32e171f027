import { z } from "zod";

/** Raised whenever the files change their meaning; another version is rebuilt, never guessed at. */
export const FORMAT_VERSION = 1;

const count = z.number().int().nonnegative();

/** `manifest.json`: what a generation is made of, checked before any other file of it is opened. */
export const manifestSchema = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  name: z.string(),
  createdAt: z.iso.datetime(),
  model: z.object({
    name: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    dimension: count.positive(),
  }),
  dense: z.object({
    space: z.literal("ip"),
    m: count.positive(),
    efConstruction: count.positive(),
    efSearch: count.positive(),
  }),
  chunking: z.object({ minWords: count.positive(), maxWords: count.positive() }),
  counts: z.object({ articles: count, passages: count, sentences: count }),
  /** Every file of the generation but this one. */
  files: z.record(z.string(), z.object({ bytes: count, sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;
