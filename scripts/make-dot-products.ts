/**
 * Compiles `src/index/scan/dot-products.wat` to the `.wasm` beside it: `npx tsx scripts/make-dot-products.ts`. Run it
 * again when the text changes; a test tells when somebody forgot.
 */
import { readFileSync, writeFileSync } from "node:fs";
import loadWabt from "wabt";

const SOURCE = new URL("../src/index/scan/dot-products.wat", import.meta.url);

const wabt = await loadWabt();
const { buffer } = wabt.parseWat(SOURCE.pathname, readFileSync(SOURCE, "utf8"), { simd: true }).toBinary({});
writeFileSync(new URL("dot-products.wasm", SOURCE), buffer);
