import cliProgress from "cli-progress";
import type { BuildProgress } from "../index/build-index.ts";
import type { Speaker } from "../messages/load-messages.ts";
import { createPace } from "./pace.ts";
import type { Screen } from "./screen.ts";

/** Shows how far a build is. */
export interface ProgressDisplay {
  update(progress: BuildProgress): void;
  /** Clears the bar; may be called more than once. */
  stop(): void;
}

/** Off a terminal, a line is written no more often than this. */
const LINE_EVERY_MS = 5_000;

/** A bar on a terminal; elsewhere a line every few seconds, so that logs stay short. */
export function showProgress(stream: NodeJS.WritableStream & Screen, speaker: Speaker): ProgressDisplay {
  return stream.isTTY ? showBar(stream, speaker) : writeLines(stream, speaker);
}

function showBar(stream: NodeJS.WritableStream, speaker: Speaker): ProgressDisplay {
  const bar = new cliProgress.SingleBar(
    {
      stream,
      clearOnComplete: true,
      // The bar's own signal handler only stops the bar: with it, Ctrl-C would not end the build.
      gracefulExit: false,
      format: "{stage} {bar} {percentage}% {value}/{total} {pace}",
    },
    cliProgress.Presets.shades_classic,
  );
  const paceOf = createPace(speaker);
  let stage: BuildProgress["stage"] | undefined;
  return {
    update(progress) {
      if (progress.total === 0) return;
      const payload = { stage: speaker.say(`cli-stage-${progress.stage}`), pace: paceOf(progress) };
      if (progress.stage !== stage) {
        stage = progress.stage;
        bar.start(progress.total, progress.done, payload);
      } else bar.update(progress.done, payload);
    },
    stop: () => bar.stop(),
  };
}

function writeLines(stream: NodeJS.WritableStream, speaker: Speaker): ProgressDisplay {
  const paceOf = createPace(speaker);
  let last = Date.now();
  return {
    update(progress) {
      const pace = paceOf(progress);
      if (Date.now() - last < LINE_EVERY_MS) return;
      last = Date.now();
      const { stage, done, total } = progress;
      stream.write(`${`${speaker.say(`cli-stage-${stage}`)} ${done}/${total} ${pace}`.trimEnd()}\n`);
    },
    stop: () => {},
  };
}
