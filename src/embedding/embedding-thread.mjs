import { register } from "tsx/esm/api";

// A thread inherits no loader: it has to be told itself how to read TypeScript.
register();

/** The entry of an embedding thread. */
const { default: embedTexts } = await import("./embedding-worker.ts");
export default embedTexts;
