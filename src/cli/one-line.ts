/**
 * Text of articles and people as it may stand on a terminal: line breaks become spaces, and control characters,
 * which could drive the terminal, vanish.
 */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, "");
}

/** A file's name in quotation marks, as it may stand on a terminal whatever is in it. */
export function nameFile(file: string): string {
  return oneLine(JSON.stringify(file));
}
