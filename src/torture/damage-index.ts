import { chmod, cp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Embedder } from "../embedding/embedder.ts";
import { runAsk } from "./build-process.ts";
import { type Damage, listDamages, type Victim } from "./damages.ts";
import { type Opener, type Opening, startOpener } from "./open-in-child.ts";
import { type Scene, withScene } from "./scene.ts";

export interface DamageOptions {
  /** At how many random places of each file a byte is flipped. */
  readonly places: number;
  readonly passages: number;
  readonly random: () => number;
  /** For so many kinds of damage, spread over all, the command `ask` is run, too. */
  readonly asks: number;
  readonly onDamage?: (done: number, total: number) => void;
}

export interface DamageFigures {
  readonly tried: number;
  readonly kinds: number;
  /** Of these, where permissions were taken away; 0 where they could not be. */
  readonly unreadable: number;
  readonly askedByCommand: number;
  /** Openings after which the newest whole generation answered, and those that ended in one sentence. */
  readonly served: number;
  readonly refused: number;
  /** What must not be: the kinds of damage for which it was. */
  readonly aborted: readonly string[];
  readonly lost: readonly string[];
  readonly servedDamaged: readonly string[];
  readonly unclear: readonly string[];
}

/** A user without rights, for root, whom permissions do not concern. */
const NOBODY = 65_534;

/** Damages copies of an index in every way, one at a time, and looks what opening each comes to. */
export async function damageIndex(embedder: Embedder, options: DamageOptions): Promise<DamageFigures> {
  return withScene(embedder, options.passages, async (scene) => {
    await scene.change();
    const older = await scene.build();
    await scene.change();
    const live = await scene.build();
    const isRoot = process.getuid?.() === 0;
    if (isRoot) await chmod(scene.folder, 0o755);
    const openers = { own: startOpener(), ordinary: startOpener(isRoot ? NOBODY : undefined) };
    try {
      return await tryAll(scene, { live, older }, openers, options);
    } finally {
      openers.own.close();
      openers.ordinary.close();
    }
  });
}

async function tryAll(
  scene: Scene,
  names: Pick<Victim, "live" | "older">,
  openers: { own: Opener; ordinary: Opener },
  { places, random, asks, onDamage }: DamageOptions,
): Promise<DamageFigures> {
  const { articlesDir, questions } = scene;
  const question = questions[0] ?? "";
  const victim: Victim = { ...names, indexDir: join(scene.folder, "victim") };
  const whole = await fingerprintBoth(scene, victim, openers.own, question);
  const found = { served: 0, refused: 0, unreadable: 0, askedByCommand: 0 };
  const wrong = {
    aborted: new Set<string>(),
    lost: new Set<string>(),
    servedDamaged: new Set<string>(),
    unclear: new Set<string>(),
  };
  const damages = listDamages(places);
  const kinds = [...new Set(damages.filter((own) => !own.needsOrdinaryUser).map(({ kind }) => kind))];
  const toAsk = new Set(kinds.filter((_, at) => at % Math.ceil(kinds.length / asks) === 0));
  for (const [at, damage] of damages.entries()) {
    onDamage?.(at, damages.length);
    await renew(scene.indexDir, victim.indexDir);
    await damage.apply(victim, random);
    if (damage.needsOrdinaryUser) found.unreadable++;
    const opener = damage.needsOrdinaryUser ? openers.ordinary : openers.own;
    judge(damage, await opener.open({ articlesDir, indexDir: victim.indexDir, question }));
    if (asks === 0 || !toAsk.delete(damage.kind)) continue;
    const { status, signal, stderr } = await runAsk(articlesDir, victim.indexDir, question);
    found.askedByCommand++;
    if (signal !== null) wrong.aborted.add(`${damage.kind} (ask)`);
    else if (status !== (damage.serves === "none" ? 1 : 0)) wrong.lost.add(`${damage.kind} (ask)`);
    else if (status === 1 && !/npm run index/.test(stderr)) wrong.unclear.add(`${damage.kind} (ask)`);
  }
  return {
    tried: damages.length,
    kinds: new Set(damages.map(({ kind }) => kind)).size,
    ...found,
    aborted: [...wrong.aborted],
    lost: [...wrong.lost],
    servedDamaged: [...wrong.servedDamaged],
    unclear: [...wrong.unclear],
  };

  function judge({ kind, serves }: Damage, opening: Opening): void {
    if (opening.kind === "aborted" || opening.kind === "hung") wrong.aborted.add(kind);
    else if (opening.kind === "built") wrong.lost.add(kind);
    else if (opening.kind === "refused") {
      found.refused++;
      if (serves !== "none") wrong.lost.add(kind);
      // The damages come after the sentence that says what to do, on lines of their own where there are more.
      if (!/npm run index/.test(opening.message) || opening.message.includes("\n")) wrong.unclear.add(kind);
    } else {
      found.served++;
      if (opening.fingerprint !== whole.get(opening.generation)) wrong.servedDamaged.add(kind);
      else if (serves === "none") wrong.servedDamaged.add(kind);
      else if (serves !== "either" && opening.generation !== victim[serves]) wrong.lost.add(kind);
    }
  }
}

/** What an undamaged index says from each of its generations. */
async function fingerprintBoth(
  scene: Scene,
  victim: Victim,
  opener: Opener,
  question: string,
): Promise<Map<string, string>> {
  const fingerprints = new Map<string, string>();
  for (const name of [victim.live, victim.older]) {
    await renew(scene.indexDir, victim.indexDir);
    const other = name === victim.live ? victim.older : victim.live;
    await rm(join(victim.indexDir, "generations", other), { recursive: true });
    const { articlesDir } = scene;
    const opening = await opener.open({ articlesDir, indexDir: victim.indexDir, question });
    if (opening.kind !== "served") throw new Error(`An undamaged index was not served: ${opening.kind}`);
    fingerprints.set(opening.generation, opening.fingerprint);
  }
  return fingerprints;
}

async function renew(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
}
