import type { Changes } from "./compare-articles.ts";
import type { Findings } from "./findings.ts";
import type { Rebuild } from "./previous.ts";

/** What a build does, or would do. */
export interface BuildPlan extends Findings {
  readonly articles: number;
  /** How the articles differ from those of the live generation. */
  readonly changes: Changes;
  /** The generation that they were compared with; `null` where there is none that can be read. */
  readonly comparedWith: string | null;
  /** Why more than the changes is made anew; `null` when nothing else is. */
  readonly rebuild: Rebuild | null;
  readonly passages: number;
  /** Passages whose vectors are taken from a generation before. */
  readonly reused: number;
  readonly embedded: number;
  readonly seconds: number;
}

/** What a build did. */
export interface BuildReport extends BuildPlan {
  readonly generation: string;
}

/** Whether a build would make the same index again. */
export function isUpToDate({
  comparedWith,
  rebuild,
  changes,
  embedded,
}: Omit<BuildPlan, "seconds">): boolean {
  const { new: added, changed, removed } = changes;
  return comparedWith !== null && !rebuild && embedded + added.length + changed.length + removed.length === 0;
}
