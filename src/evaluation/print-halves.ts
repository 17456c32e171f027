import type { GoldResult } from "./evaluate-gold.ts";
import { formatShare, formatTable } from "./format-table.ts";
import { HALVES, type Half } from "./halves.ts";
import type { TurnResult } from "./long-conversations.ts";

interface Output {
  write(text: string): void;
}

/** One JSON object a result, or a table a half. */
export function printHalves<Result extends { readonly half: Half }>(
  results: readonly Result[],
  format: (results: readonly Result[]) => string,
  { json }: { readonly json?: boolean },
  stdout: Output,
): void {
  if (json) for (const result of results) stdout.write(`${JSON.stringify(result)}\n`);
  else
    for (const half of HALVES)
      stdout.write(`${half} half\n${format(results.filter((result) => result.half === half))}\n`);
}

/** A table of how the turns of conversations did. */
export function formatTurns(results: readonly TurnResult[]): string {
  return formatTable(
    ["turn", "turns", "success@1", "success@5", "read in context", "not found"],
    results.map((result) => [
      result.kind,
      String(result.turns),
      formatShare(result.successAt1),
      formatShare(result.successAt5),
      formatShare(result.inContext),
      formatShare(result.notFound),
    ]),
  );
}

/** A table of how each kind of question did. */
export function formatGold(results: readonly GoldResult[]): string {
  return formatTable(
    ["kind", "questions", "success@1", "success@5", "marked", "answered", "related", "not found"],
    results.map((result) => [
      result.kind,
      String(result.questions),
      formatShare(result.successAt1),
      formatShare(result.successAt5),
      formatShare(result.marked),
      formatShare(result.answered),
      formatShare(result.related),
      formatShare(result.notFound),
    ]),
  );
}
