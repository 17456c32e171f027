import { parseArgs } from "node:util";
import { listMessages } from "../src/bot/list-messages.ts";
import { loadMessages } from "../src/messages/load-messages.ts";

const { values } = parseArgs({ options: { text: { type: "boolean", default: false } } });
const listed = listMessages(loadMessages());
const lines = listed.map(({ name, language, content, length, limit }) => {
  const verdict = length <= limit ? "ok" : "TOO LONG";
  // Of one message, the HTML is shown once.
  const shown = values.text && !name.endsWith("bytes of HTML") ? `${content}\n\n` : "";
  return `${language}  ${String(length).padStart(5)} / ${String(limit).padEnd(5)} ${verdict}  ${name}\n${shown}`;
});
process.stdout.write(lines.join(""));
process.exitCode = listed.some(({ length, limit }) => length > limit) ? 1 : 0;
