import { listMessages } from "../src/bot/list-messages.ts";
import { loadMessages } from "../src/messages/load-messages.ts";

const listed = listMessages(loadMessages());
const lines = listed.map(({ name, language, length, limit }) => {
  const verdict = length <= limit ? "ok" : "TOO LONG";
  return `${language}  ${String(length).padStart(5)} / ${String(limit).padEnd(5)} ${verdict}  ${name}\n`;
});
process.stdout.write(lines.join(""));
process.exitCode = listed.some(({ length, limit }) => length > limit) ? 1 : 0;
