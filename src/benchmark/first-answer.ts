import { loadEnvironment, readConfig } from "../config.ts";
import { loadSearch } from "../search/load-search.ts";

// A process of its own, started by `measureStart`: opens the index, answers once and says what that took.
const config = readConfig(loadEnvironment());
const search = await loadSearch({
  articlesDir: config.articlesDir,
  indexDir: config.indexDir,
  model: config.embeddingModel,
  allowModelDownload: false,
});
const sinceStart = () => performance.timeOrigin + performance.now();
const readyAt = sinceStart();
await search.search(process.argv[2] ?? "");
const answeredAt = sinceStart();
for (const question of process.argv.slice(3)) await search.search(question);
process.stdout.write(
  `${JSON.stringify({ readyAt, answeredAt, residentBytes: process.memoryUsage.rss() })}\n`,
);
