import type { Dense } from "./dense.ts";
import type { Findings } from "./findings.ts";
import type { LexicalIndex } from "./lexical/lexical-index.ts";
import type { Manifest } from "./manifest.ts";
import type { PassageTable } from "./passage-table.ts";
import type { StoredArticle } from "./stored-article.ts";
import type { VectorTable } from "./vector-table.ts";

/** One complete, immutable, verified build of the index, open for reading. */
export interface Generation {
  readonly name: string;
  readonly manifest: Manifest;
  readonly articles: readonly StoredArticle[];
  readonly passages: PassageTable;
  readonly vectors: VectorTable;
  readonly lexical: LexicalIndex;
  readonly dense: Dense;
  /** What its build found wrong with files. */
  readonly findings: Findings;
}
