import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { MIXED_FOLDER } from "./mixed-folder.ts";

// To try by hand what `test/e2e/mixed-folder.test.ts` tests: npx tsx test/support/make-mixed-folder.ts FOLDER
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder to be made.");
for (const [file, content] of Object.entries(MIXED_FOLDER)) {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), content);
}
