import { measurePeer } from "../../src/benchmark/peers/measure-peer.ts";
import type { Peer, PeerName } from "../../src/benchmark/peers/peer.ts";
import { loadEnvironment, readConfig } from "../../src/config.ts";
import type { Embedder } from "../../src/embedding/embedder.ts";
import { loadEmbedder } from "../../src/embedding/load-embedder.ts";

// A process of its own for one system, started by `npm run benchmark -- --peers`. Each loads only what it needs.
const LOADERS: Readonly<Record<PeerName, () => Promise<Peer>>> = {
  ours: async () => (await import("./ours.ts")).createOurs(await loadModel()),
  minisearch: async () => (await import("./minisearch.ts")).minisearch,
  orama: async () => (await import("./orama.ts")).createOrama({ hasTokenizer: false }),
  "orama-tokenized": async () => (await import("./orama.ts")).createOrama({ hasTokenizer: true }),
  "orama-hybrid": async () => (await import("./orama.ts")).createOramaHybrid(await loadModel()),
  cosine: async () => (await import("./cosine.ts")).createCosine(await loadModel()),
  langchain: async () => (await import("./langchain.ts")).createLangChain(await loadModel()),
};

function loadModel(): Promise<Embedder> {
  const { embeddingModel } = readConfig(loadEnvironment());
  return loadEmbedder({ model: embeddingModel, allowDownload: false });
}

const [name = "", folder = "", passagesFile] = process.argv.slice(2);
const load = new Map(Object.entries(LOADERS)).get(name);
if (!load) throw new Error(`There is no system "${name}"; it is one of ${Object.keys(LOADERS).join(", ")}.`);
process.stdout.write(`${JSON.stringify(await measurePeer(await load(), folder, passagesFile))}\n`);
