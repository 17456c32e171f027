import type { BuildProgress } from "../index/build-index.ts";
import type { Speaker } from "../messages/load-messages.ts";

/** Sooner than this a rate says nothing. */
const SHORTEST_MS = 500;

/** Says how fast a build is and how long its stage still takes; empty as long as that is not known. */
export function createPace(speaker: Speaker): (progress: BuildProgress) => string {
  let stage: BuildProgress["stage"] | undefined;
  let begun = { at: 0, done: 0 };
  return (progress) => {
    const now = Date.now();
    if (progress.stage !== stage) {
      stage = progress.stage;
      // What was taken over from the generation before was done in no time.
      begun = { at: now, done: progress.done };
    }
    const done = progress.done - begun.done;
    const ms = now - begun.at;
    if (done <= 0 || ms < SHORTEST_MS) return "";
    const left = ((progress.total - progress.done) * ms) / done;
    return speaker.say("cli-pace", { rate: formatRate((done * 1_000) / ms), left: formatLeft(left / 1_000) });
  };
}

/** Slow work has a decimal, for nothing is done at a rate of 0. */
function formatRate(perSecond: number): string {
  return perSecond < 10 ? perSecond.toFixed(1) : String(Math.round(perSecond));
}

/** `0:07`, `12:30`, `1:02:03`. */
function formatLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  const hours = Math.floor(whole / 3_600);
  if (hours > 0) parts.unshift(hours);
  return parts.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}
