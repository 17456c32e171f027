const BYTE_ORDER_MARK = "\uFEFF";

/** Text as every offset of this project counts it: no byte-order mark, LF line ends, NFC. Idempotent. */
export function normaliseText(raw: string): string {
  const unmarked = raw.startsWith(BYTE_ORDER_MARK) ? raw.slice(1) : raw;
  return unmarked.replace(/\r\n?/g, "\n").normalize("NFC");
}
