import type { Speaker } from "../../messages/load-messages.ts";
import type { ActivitySummary } from "../activity.ts";
import type { IndexFacts } from "../corpus.ts";
import { code, type Html, join, text } from "./html.ts";
import { joinLines, shortenEnd } from "./shorten.ts";

const MINUTE_MS = 60_000;
const MAX_ERROR_LENGTH = 200;

/** Says to an operator how the bot is. */
export function renderStatus(
  summary: ActivitySummary,
  facts: IndexFacts | null,
  now: number,
  speaker: Speaker,
): Html {
  const minutes = Math.floor((now - summary.startedAt) / MINUTE_MS);
  const milliseconds = (value: number | null) => (value === null ? "–" : Math.round(value));
  const { answered, related, "not-found": notFound } = summary.answers;
  const lines = [
    speaker.say("status-uptime", {
      days: Math.floor(minutes / 1440),
      hours: Math.floor(minutes / 60) % 24,
      minutes: minutes % 60,
    }),
    facts ? speaker.say("status-index", { generation: facts.generation, passages: facts.passages }) : "",
    speaker.say("status-updates", { count: summary.updates }),
    speaker.say("status-answers", { answered, related, notFound }),
    speaker.say("status-latency", {
      median: milliseconds(summary.medianMs),
      slowest: milliseconds(summary.slowestMs),
    }),
    speaker.say("status-errors", { count: summary.errors }),
  ];
  const errors = summary.lastErrors.map(({ at, error }) =>
    code(
      text(
        shortenEnd(
          joinLines(`${new Date(at).toISOString()} ${error.type}: ${error.message}`),
          MAX_ERROR_LENGTH,
        ),
      ),
    ),
  );
  return join([...lines.map((line) => text(line)), ...errors], "\n");
}
