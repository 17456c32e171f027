import { InvalidArgumentError } from "commander";
import { createCommand, parseCount, type Surroundings } from "../cli/command-line.ts";
import type { Embedder } from "../embedding/embedder.ts";
import { loadEmbedder } from "../embedding/load-embedder.ts";
import { BUNDLED_MODEL } from "../embedding/model-files.ts";
import { createRandom } from "../evaluation/random.ts";
import { damageIndex } from "./damage-index.ts";
import { fillDisk } from "./fill-disk.ts";
import { killBuilds } from "./kill-builds.ts";
import { countFaults, renderTorture, type TortureFigures } from "./render-torture.ts";
import { swapGenerations } from "./swap-generations.ts";

const PARTS = ["kill", "disk", "damage", "swap"] as const;
type Part = (typeof PARTS)[number];

interface TortureOptions {
  readonly moments: number;
  readonly everyChange?: boolean;
  readonly places: number;
  readonly asks: number;
  readonly passages: number;
  readonly swaps: number;
  readonly rate: number;
  readonly seed: number;
  readonly only: readonly Part[];
  readonly json?: boolean;
}

/** Enough for a build to take a while; damages and full disks do not depend on the size. */
const PASSAGES = { kill: 100, disk: 100, damage: 60 } as const;
const FULL_DISKS_EACH = 8;

/**
 * `npm run torture`: what becomes of the index when everything goes wrong, in numbers. Everything happens in folders
 * of its own.
 *
 * @throws when anything was lost, aborted or left unsaid
 */
export async function torture(argv: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = createCommand(
    "torture",
    "Kills, fills, damages and swaps, and counts what is lost.",
    surroundings,
  )
    .option("--only <parts>", `of ${PARTS.join(", ")}, with commas between them`, parseParts, [...PARTS])
    .option("--moments <n>", "builds killed at moments spread over their time", parseCount, 60)
    .option("--every-change", "kill before changes to the disk of every kind, not only before renames")
    .option("--places <n>", "random places of each file where a byte is flipped", parseCount, 20)
    .option("--asks <n>", "kinds of damage for which npm run ask is run, too", parseCount, 40)
    .option("--swaps <n>", "generations swapped in", parseCount, 10)
    .option("--rate <n>", "questions a second meanwhile", parseCount, 200)
    .option("--passages <n>", "passages of the index that is swapped", parseCount, 3_000)
    .option("--seed <n>", "of all that is random", parseCount, 1)
    .option("--json", "the figures as one JSON object")
    .allowExcessArguments(false);
  command.parse(argv, { from: "user" });
  const options = command.opts<TortureOptions>();
  const { stdout } = surroundings;
  const embedder = await loadEmbedder({ model: BUNDLED_MODEL, allowDownload: false });
  const figures = await torturePart(embedder, options, surroundings);
  stdout.write(options.json ? `${JSON.stringify(figures)}\n` : renderTorture(figures));
  const faults = countFaults(figures);
  if (faults > 0) throw new Error(`The index did not stand it: ${faults} faults, see above.`);
}

async function torturePart(
  embedder: Embedder,
  { moments, everyChange, places, asks, passages, swaps, rate, seed, only }: TortureOptions,
  { stderr }: Surroundings,
): Promise<TortureFigures> {
  const random = createRandom(seed);
  const tell = (part: Part) => (done: number, total: number) => {
    if (done % 10 === 0) stderr.write(`${part} ${done}/${total}\n`);
  };
  const run = <T>(part: Part, work: () => Promise<T>) => (only.includes(part) ? work() : undefined);
  const kill = await run("kill", () =>
    killBuilds(embedder, {
      moments,
      changes: everyChange ? "every kind" : "renames",
      passages: PASSAGES.kill,
      random,
      onMoment: tell("kill"),
    }),
  );
  const disk = await run("disk", () =>
    fillDisk(embedder, { each: FULL_DISKS_EACH, passages: PASSAGES.disk }),
  );
  const damage = await run("damage", () =>
    damageIndex(embedder, {
      places,
      passages: PASSAGES.damage,
      random,
      asks,
      onDamage: tell("damage"),
    }),
  );
  const swap = await run("swap", () =>
    swapGenerations(embedder, { swaps, perSecond: rate, passages, onSwap: tell("swap") }),
  );
  return { ...(kill && { kill }), ...(disk && { disk }), ...(damage && { damage }), ...(swap && { swap }) };
}

function parseParts(list: string): Part[] {
  const parts = list.split(",").flatMap((name) => PARTS.filter((part) => part === name.trim()));
  if (parts.length === list.split(",").length) return parts;
  throw new InvalidArgumentError(`It must be some of ${PARTS.join(", ")}.`);
}
