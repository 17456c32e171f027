/** One is usual; joined files have more. */
const BYTE_ORDER_MARKS = /^\uFEFF+/;

/** Text as every offset of this project counts it: no byte-order mark, LF line ends, NFC. Idempotent. */
export function normaliseText(raw: string): string {
  return raw.replace(BYTE_ORDER_MARKS, "").replace(/\r\n?/g, "\n").normalize("NFC");
}
