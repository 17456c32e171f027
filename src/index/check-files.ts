import { join } from "node:path";
import { damage, GenerationError } from "./damage.ts";
import type { FileDigest } from "./durable.ts";
import { FILES } from "./layout.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { NoFileError, readChecked } from "./read-verified.ts";

/**
 * Compares the sizes and hashes of a generation's files with its manifest, and looks into none of them.
 * @returns what is wrong, or `null`
 */
export async function findDamage(folder: string): Promise<GenerationError | null> {
  try {
    const { manifest, isAsWritten } = await readManifest(folder);
    for (const file of Object.keys(manifest.files)) await checkFile(folder, file, expectedOf(manifest, file));
    return isAsWritten ? null : damage("manifest-changed", { file: FILES.manifest });
  } catch (error) {
    if (error instanceof GenerationError) return error;
    throw error;
  }
}

async function checkFile(folder: string, file: string, expected: FileDigest): Promise<void> {
  await readChecked(
    join(folder, file),
    (found) => checkSize(file, expected.bytes, found),
    (found) => checkDigest(file, expected, found),
    async () => {},
  ).catch((cause: unknown) => {
    throw describeUnreadable(file, cause);
  });
}

export function describeUnreadable(file: string, cause: unknown): GenerationError {
  if (cause instanceof GenerationError) return cause;
  return damage(cause instanceof NoFileError ? "file-no-file" : "file-unreadable", { file }, cause);
}

export function expectedOf(manifest: Manifest, file: string): FileDigest {
  const expected = manifest.files[file];
  if (!expected) throw damage("file-unnamed", { manifest: FILES.manifest, file });
  return expected;
}

export function checkSize(file: string, expected: number, found: number): void {
  if (expected !== found) throw damage("file-size", { file, found, expected });
}

export function checkDigest(file: string, expected: FileDigest, found: FileDigest): void {
  checkSize(file, expected.bytes, found.bytes);
  if (expected.sha256 !== found.sha256) throw damage("file-digest", { file });
}
