import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { damage } from "./damage.ts";
import { FILES } from "./layout.ts";
import { readStart } from "./read-verified.ts";

/** Raised whenever the files change their meaning; another version is rebuilt, never guessed at. */
export const FORMAT_VERSION = 2;

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
  /** SHA-256 of all the rest of this file; the first generations have none. */
  checksum: z.string().optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** Everything that a manifest says, also what this version does not know. */
const sealedSchema = z.looseObject({ checksum: z.string().optional() });

/** Far more than a manifest needs: whatever lies in its place is not read into memory whole. */
const MAX_BYTES = 1 << 20;

/** The content of `manifest.json`, with its checksum. */
export function sealManifest(manifest: Manifest): string {
  const { checksum: _, ...rest } = manifest;
  return `${JSON.stringify({ ...rest, checksum: checksumOf(rest) }, null, 2)}\n`;
}

/** A manifest, and whether its checksum says that nothing in it was changed. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly isAsWritten: boolean;
}

/** @throws GenerationError when it cannot be read or is of another form */
export async function readManifest(folder: string): Promise<ReadManifest> {
  const content = await readStart(join(folder, FILES.manifest), MAX_BYTES).catch((cause: unknown) => {
    throw damage("manifest-unreadable", { file: FILES.manifest }, cause);
  });
  try {
    const { checksum, ...rest } = sealedSchema.parse(JSON.parse(content));
    return {
      manifest: manifestSchema.parse({ ...rest, checksum }),
      isAsWritten: checksum === undefined || checksum === checksumOf(rest),
    };
  } catch (cause) {
    throw damage("manifest-damaged", { file: FILES.manifest }, cause);
  }
}

/** The same whatever the order of its fields. */
function checksumOf(manifest: object): string {
  const sortFields = (_: string, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return createHash("sha256").update(JSON.stringify(manifest, sortFields)).digest("hex");
}
