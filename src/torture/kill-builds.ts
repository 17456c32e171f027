import { join } from "node:path";
import type { Embedder } from "../embedding/embedder.ts";
import { readReport, runAsk, runBuild } from "./build-process.ts";
import { startOpener } from "./open-in-child.ts";
import { type Scene, withScene } from "./scene.ts";

export interface KillOptions {
  /** How many moments are spread over the build's time. */
  readonly moments: number;
  /** Which of its changes to the disk it is killed before, besides. */
  readonly changes: "every kind" | "renames";
  readonly random: () => number;
  /** Passages of the corpus: more make the build longer. */
  readonly passages: number;
  readonly onMoment?: (done: number, total: number) => void;
}

export interface KillFigures {
  /** Builds that were killed, by time and right before a change to the disk. */
  readonly killed: number;
  readonly killedBeforeChange: number;
  /** Builds that had ended when their moment came. */
  readonly cameTooLate: number;
  /** Moments after which no whole generation, or a damaged one, was there. */
  readonly lost: number;
  /** Moments after which the next build failed. */
  readonly nextFailed: number;
  /** Processes that opened what was left and did not live to tell. */
  readonly aborted: number;
  /** How long a build takes that is left alone, from its first change to the disk, in milliseconds. */
  readonly buildMs: number;
}

type Moment = { readonly killAt: number } | { readonly killAfterMs: number };

/** Kills the real build at many moments, and looks after each whether what is left serves and can be built upon. */
export async function killBuilds(embedder: Embedder, options: KillOptions): Promise<KillFigures> {
  return withScene(embedder, options.passages, async (scene) => {
    const { articlesDir, indexDir, questions, folder } = scene;
    const question = questions[0] ?? "";
    const report = join(folder, "report");
    let live = await scene.build();
    const alone = await runBuild(articlesDir, indexDir, { report });
    if (alone.status !== 0) throw new Error(`The build failed: ${alone.stderr}`);
    const { changes } = await readReport(report);
    const moments = [
      ...pickChanges(changes, options.changes).map((killAt) => ({ killAt })),
      ...spread(options.moments, alone.milliseconds, options.random),
    ];
    const opener = startOpener();
    const figures = { killed: 0, killedBeforeChange: 0, cameTooLate: 0, lost: 0, nextFailed: 0, aborted: 0 };
    try {
      for (const [at, moment] of moments.entries()) {
        options.onMoment?.(at, moments.length);
        await scene.change();
        const ended = await runBuild(articlesDir, indexDir, moment);
        if (ended.signal === null) figures.cameTooLate++;
        else if ("killAt" in moment) figures.killedBeforeChange++;
        else figures.killed++;
        const opening = await opener.open({ articlesDir, indexDir, question });
        if (opening.kind === "aborted" || opening.kind === "hung") figures.aborted++;
        // What the build before left, or the whole new one: never anything in between.
        const isWhole =
          opening.kind === "served" && opening.passedOver.length === 0 && opening.generation >= live;
        if (!isWhole) figures.lost++;
        const next = await buildNext(scene);
        if (next === null) figures.nextFailed++;
        else live = next;
      }
      const asked = await runAsk(articlesDir, indexDir, question);
      if (asked.status !== 0) figures.lost++;
    } finally {
      opener.close();
    }
    return { ...figures, buildMs: alone.milliseconds };
  });
}

async function buildNext(scene: Scene): Promise<string | null> {
  return scene.build().catch(() => null);
}

/** Moments at random, one in each of equal parts of the time. */
function spread(count: number, milliseconds: number, random: () => number): Moment[] {
  return Array.from({ length: count }, (_, at) => ({
    killAfterMs: ((at + random()) / count) * milliseconds,
  }));
}

/** Of changes of one kind in a row, of which a file's parts make many, the first and the last. */
function pickChanges(changes: readonly string[], which: KillOptions["changes"]): number[] {
  const places = changes.map((_, at) => at + 1);
  if (which === "renames") return places.filter((place) => changes[place - 1]?.startsWith("rename"));
  const nameOf = (place: number) => changes[place - 1]?.split(" ")[0];
  return places.filter((place) => nameOf(place) !== nameOf(place - 1) || nameOf(place) !== nameOf(place + 1));
}
