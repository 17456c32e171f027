/** Encodings of one byte a letter as which UTF-8 is taken by mistake. */
const LABELS = ["windows-1252", "windows-1258"] as const;

export type MistakenEncoding = (typeof LABELS)[number];

/** Undoes that UTF-8 was read as another encoding; gives `null` for a line of which that cannot be. */
export function createMojibakeReader(label: MistakenEncoding): (line: string) => string | null {
  const byteOf = new Map<string, number>();
  const decoder = new TextDecoder(label);
  for (let byte = 0; byte < 256; byte++) byteOf.set(decoder.decode(Uint8Array.of(byte)), byte);
  const strict = new TextDecoder("utf-8", { fatal: true });
  return (line) => {
    const bytes = new Uint8Array(line.length);
    for (let at = 0; at < line.length; at++) {
      const byte = byteOf.get(line.charAt(at));
      if (byte === undefined) return null;
      bytes[at] = byte;
    }
    try {
      return strict.decode(bytes);
    } catch {
      return null;
    }
  };
}
