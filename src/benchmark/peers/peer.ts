import type { BenchmarkPassage } from "../../evaluation/benchmark.ts";

/** A search of somebody's making, loaded but empty. */
export interface Peer {
  /** Takes the passages in, as its documentation says, and can be asked then. */
  index(passages: readonly BenchmarkPassage[]): Promise<Ask>;
}

/** The ids of the passages found for a question, best first. */
export type Ask = (question: string) => Promise<readonly string[]>;

/** What is compared, and what tables and plots call it; ours first. */
export const PEER_LABELS = {
  ours: "this bot",
  minisearch: "MiniSearch",
  orama: "Orama full-text",
  "orama-tokenized": "Orama full-text, own tokenizer",
  "orama-hybrid": "Orama hybrid, own tokenizer",
  cosine: "cosine of our vectors",
  langchain: "LangChain.js HNSWLib",
} as const;
export type PeerName = keyof typeof PEER_LABELS;

export const PEER_NAMES: readonly PeerName[] = [
  "ours",
  "minisearch",
  "orama",
  "orama-tokenized",
  "orama-hybrid",
  "cosine",
  "langchain",
];

/** What each leaves out that takes ours its time: why it is faster where it is. */
export const LEFT_OUT: Readonly<Record<Exclude<PeerName, "ours">, string>> = {
  minisearch: "it only looks words up: no meaning, no other reading of the question, no sentence marked",
  orama: "it only looks words up, cut at every letter that English does not have",
  "orama-tokenized":
    "it only looks words up: no meaning, no other reading of the question, no sentence marked",
  "orama-hybrid": "it reads the question once and adds up two scores, without looking at sentences",
  cosine: "it only embeds the question and compares: no words looked up, no sentence marked",
  langchain: "it only embeds the question and compares: no words looked up, no sentence marked",
};
