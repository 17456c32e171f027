import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createCommand, parseCount, type Surroundings } from "../cli/command-line.ts";
import { findWeights, locateModel } from "../embedding/model-files.ts";
import { StaticTokenizer } from "../embedding/static-tokenizer.ts";
import { readTokenTable } from "../embedding/token-table.ts";
import { readUnigram } from "../embedding/unigram-description.ts";
import { readStories, type Story } from "../evaluation/stories.ts";
import { readLexicon } from "../language/load-lexicon.ts";
import { sayingsOf } from "./sayings.ts";
import { type StaticModel, teach } from "./teach.ts";
import { writeRows } from "./write-rows.ts";

const STORIES_DIR = fileURLToPath(new URL("../../scripts/teaching", import.meta.url));

/** Steps between two lines of progress. */
const TELL_EVERY = 20;
const STEPS = 300;
const SEED = 1;
/** What a static model has beside its weights, and keeps. */
const DESCRIPTIONS = ["config.json", "tokenizer.json", "tokenizer_config.json"];

/** `npm run teach`: makes a model that knows the lexicon and the stories out of a static one. */
export async function teachModel(argv: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = createCommand("teach", "Teaches a static model the lexicon and the stories.", surroundings)
    .argument("<model>", "the model to begin with: its folder, or its name under index/model")
    .argument("<folder>", "where to write the taught one")
    .option("--steps <count>", "how many batches it is shown", parseCount, STEPS);
  command.parse(argv, { from: "user" });
  const [from = "", to = ""] = command.args;
  const { steps } = command.opts<{ steps: number }>();
  if (existsSync(to)) throw new Error(`"${to}" exists already; name a folder that does not.`);
  const { folder, weights, bytes, model } = await readStaticModel(from);
  const lessons = { sayings: sayingsOf(readLexicon()), stories: await readLessons(STORIES_DIR) };
  const { stdout } = surroundings;
  stdout.write(`${lessons.sayings.length} sayings, ${lessons.stories.length} stories\n`);
  const moved = teach(model, lessons, {
    steps,
    seed: SEED,
    onStep: (step, losses) => {
      if (step % TELL_EVERY !== 0 && step !== steps) return;
      const told = Object.entries(losses).map(
        ([lesson, loss]: [string, number]) => `${lesson} ${loss.toFixed(3)}`,
      );
      stdout.write(`step ${step} of ${steps}: ${told.join(", ")} nats a pair\n`);
    },
  });
  await mkdir(dirname(join(to, relative(folder, weights))), { recursive: true });
  for (const file of DESCRIPTIONS) await copyFile(join(folder, file), join(to, file));
  await writeFile(join(to, relative(folder, weights)), writeRows(bytes, moved));
  stdout.write(`${moved.size} of ${model.table.count} rows moved; the model is in "${to}"\n`);
}

interface ModelFiles {
  readonly folder: string;
  /** The path of the weights, and what is in it. */
  readonly weights: string;
  readonly bytes: Buffer;
  readonly model: StaticModel;
}

async function readStaticModel(name: string): Promise<ModelFiles> {
  const location = locateModel(name);
  const folder = join(location.root, location.name);
  const weights = await findWeights(location);
  const description = await readUnigram(folder);
  const bytes = weights === null ? null : await readFile(weights);
  const table = bytes && readTokenTable(bytes);
  const tokenizer = description && StaticTokenizer.create(description);
  if (!weights || !bytes || !table || !description || !tokenizer)
    throw new Error(`"${folder}" holds no static model; name the folder of one.`);
  return { folder, weights, bytes, model: { table, tokenizer, description } };
}

/** All stories of a folder, in the order of its files' names. */
async function readLessons(folder: string): Promise<Story[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".txt")).sort();
  const stories = (await Promise.all(files.map((file) => readStories(join(folder, file))))).flat();
  if (stories.length === 0) throw new Error(`There are no stories in "${folder}"; put .txt files there.`);
  return stories;
}
