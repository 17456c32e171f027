import { createHash } from "node:crypto";
import { chmod, mkdir, open, readFile, rename, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { FILES, layoutOf } from "../index/layout.ts";

/** An index folder of two generations that may be damaged. */
export interface Victim {
  readonly indexDir: string;
  readonly live: string;
  readonly older: string;
}

/** A way to damage an index folder, and what it must still do: serve one of these, or say what is wrong. */
export interface Damage {
  readonly kind: string;
  readonly serves: "older" | "live" | "either" | "none";
  /** Only for users whom permissions concern. */
  readonly needsOrdinaryUser?: boolean;
  apply(victim: Victim, random: () => number): Promise<void>;
}

const DATA_FILES = [
  FILES.articles,
  FILES.passages,
  FILES.vectors,
  FILES.lexical,
  FILES.dense,
  FILES.findings,
];
const ALL_FILES = [...DATA_FILES, FILES.manifest];
/** hnswlib's header, of which a wrong number aborts the process. */
const DENSE_HEADER_BYTES = 96;

/** Every kind of damage, those at random places so many times. */
export function listDamages(places: number): Damage[] {
  return [...damagesOfFiles(places), ...damagesOfManifest(), ...damagesOfCurrent(), ...damagesOfFolders()];
}

function damagesOfFiles(places: number): Damage[] {
  const own = (kind: string, serves: Damage["serves"], apply: Damage["apply"], times = 1): Damage[] =>
    Array.from({ length: times }, () => ({ kind, serves, apply }));
  return ALL_FILES.flatMap((file) => {
    const pathOf = ({ indexDir, live }: Victim) => join(layoutOf(indexDir).generation(live), file);
    // White space may be changed in a manifest without changing what it says.
    const serves = file === FILES.manifest ? "either" : "older";
    return [
      ...own(`flip a byte of ${file}`, serves, (victim, random) => flip(pathOf(victim), random()), places),
      ...own(`flip ten bytes of ${file}`, serves, async (victim, random) => {
        for (let at = 0; at < 10; at++) await flip(pathOf(victim), random());
      }),
      ...own(`empty ${file}`, "older", (victim) => truncate(pathOf(victim), 0)),
      ...own(`cut ${file} in half`, "older", (victim) => resize(pathOf(victim), (size) => size >> 1)),
      // The last byte of a manifest is a line break.
      ...own(`cut a byte off ${file}`, serves, (victim) => resize(pathOf(victim), (size) => size - 1)),
      ...own(`add a byte to ${file}`, "older", (victim) => resize(pathOf(victim), (size) => size + 1)),
      ...own(`make ${file} huge`, "older", (victim) => truncate(pathOf(victim), 2 ** 36)),
      ...own(`swap ${file} between generations`, "none", (victim) => swap(victim, file)),
      ...own(`remove ${file}`, "older", (victim) => rm(pathOf(victim))),
      ...own(`make ${file} a folder`, "older", async (victim) => {
        await rm(pathOf(victim));
        await mkdir(pathOf(victim));
      }),
      ...own(`make ${file} a link to itself`, "older", async (victim) => {
        await rm(pathOf(victim));
        await symlink(file, pathOf(victim));
      }),
      {
        kind: `make ${file} unreadable`,
        serves: "older",
        needsOrdinaryUser: true,
        apply: (victim) => chmod(pathOf(victim), 0),
      },
    ];
  });
}

/** Changes of what the manifest says; in a sealed one its checksum is right again, as somebody clever would have it. */
function damagesOfManifest(): Damage[] {
  const change = (
    kind: string,
    path: readonly string[],
    value: unknown,
    serves: Damage["serves"] = "older",
  ) =>
    [false, true].map(
      (isSealed): Damage => ({
        kind: `${kind}${isSealed ? ", sealed" : ""}`,
        serves: isSealed ? serves : "older",
        apply: (victim) => editManifest(victim, isSealed, (manifest) => setField(manifest, path, value)),
      }),
    );
  // Three sizes that every kind of dense index begins with, and believes.
  const header = [0, 8, 16].flatMap((field) =>
    [0xff, 0x7fff_ffff, 0xffff_ffff].map(
      (value): Damage => ({
        kind: "change the dense header, with the right sums",
        serves: "older",
        apply: (victim) => changeDenseHeader(victim, field, value),
      }),
    ),
  );
  return [
    ...change("another dimension in the manifest", ["model", "dimension"], 768),
    ...change("dimension 1 in the manifest", ["model", "dimension"], 1),
    ...change("another model in the manifest", ["model", "sha256"], "0".repeat(64)),
    ...change("another version in the manifest", ["formatVersion"], 99),
    ...change("another space in the manifest", ["dense", "space"], "l2"),
    ...change("other links in the manifest", ["dense", "m"], 64, "either"),
    ...change("a small ef in the manifest", ["dense", "efSearch"], 1, "either"),
    ...change("a huge ef in the manifest", ["dense", "efSearch"], 2_000_000_000, "either"),
    ...change("more passages in the manifest", ["counts", "passages"], 1_000_000),
    ...change("no articles in the manifest", ["counts", "articles"], 0),
    ...change("no files in the manifest", ["files"], {}),
    ...change(
      "a file outside in the manifest",
      ["files", "../../../current"],
      { bytes: 1, sha256: "0" },
      "either",
    ),
    ...header,
  ];
}

function damagesOfCurrent(): Damage[] {
  const write = (
    kind: string,
    content: (victim: Victim) => string | Uint8Array,
    serves: Damage["serves"],
  ) => ({
    kind: `current: ${kind}`,
    serves,
    apply: (victim: Victim) => writeFile(layoutOf(victim.indexDir).current, content(victim)),
  });
  return [
    {
      kind: "current: removed",
      serves: "live",
      apply: ({ indexDir }) => rm(layoutOf(indexDir).current),
    },
    {
      kind: "current: a folder",
      serves: "live",
      apply: async ({ indexDir }) => {
        await rm(layoutOf(indexDir).current);
        await mkdir(layoutOf(indexDir).current);
      },
    },
    {
      kind: "current: unreadable",
      serves: "live",
      needsOrdinaryUser: true,
      apply: ({ indexDir }) => chmod(layoutOf(indexDir).current, 0),
    },
    write("empty", () => "", "live"),
    write("nonsense", () => "không phải tên\n".repeat(5), "live"),
    write("bytes", () => Uint8Array.of(0, 255, 254, 10, 0), "live"),
    write("a path outside", () => "../../../../etc/passwd\n", "live"),
    write("a generation that is not there", () => "20990101T000000000-ffffff\n", "live"),
    write("huge", () => new Uint8Array(20_000_000), "live"),
    write("the older one", ({ older }) => `${older}\n`, "older"),
  ];
}

function damagesOfFolders(): Damage[] {
  const folderOf = ({ indexDir }: Victim, name: string) => layoutOf(indexDir).generation(name);
  const newer = "20990101T000000000-ffffff";
  return [
    { kind: "remove the live generation", serves: "older", apply: (own) => remove(folderOf(own, own.live)) },
    { kind: "remove the older generation", serves: "live", apply: (own) => remove(folderOf(own, own.older)) },
    {
      kind: "make the live generation a file",
      serves: "older",
      apply: async (own) => {
        await remove(folderOf(own, own.live));
        await writeFile(folderOf(own, own.live), "");
      },
    },
    {
      kind: "an empty folder of a newer name",
      serves: "live",
      apply: async (own) => void (await mkdir(folderOf(own, newer))),
    },
    {
      kind: "make the live generation unreadable",
      serves: "older",
      needsOrdinaryUser: true,
      apply: (own) => chmod(folderOf(own, own.live), 0),
    },
    ...DATA_FILES.map(
      (file): Damage => ({
        kind: "flip a byte in both generations",
        serves: "none",
        apply: async (own, random) => {
          for (const name of [own.live, own.older]) await flip(join(folderOf(own, name), file), random());
        },
      }),
    ),
    {
      kind: "remove both manifests",
      serves: "none",
      apply: async (own) => {
        for (const name of [own.live, own.older]) await rm(join(folderOf(own, name), FILES.manifest));
      },
    },
  ];
}

const remove = (path: string) => rm(path, { recursive: true });

/** Changes one bit at a share of the file's length; of the dense index as often in its header as elsewhere. */
async function flip(path: string, share: number): Promise<void> {
  const handle = await open(path, "r+");
  try {
    const { size } = await handle.stat();
    const isHeader = path.endsWith(FILES.dense) && share < 0.5;
    const at = Math.floor(isHeader ? share * 2 * DENSE_HEADER_BYTES : share * size);
    const byte = Buffer.alloc(1);
    await handle.read(byte, 0, 1, at);
    byte.writeUInt8(byte.readUInt8(0) ^ (1 << Math.floor((share * 7919) % 8)), 0);
    await handle.write(byte, 0, 1, at);
  } finally {
    await handle.close();
  }
}

async function resize(path: string, sizeOf: (size: number) => number): Promise<void> {
  await truncate(path, sizeOf((await readFile(path)).length));
}

async function swap({ indexDir, live, older }: Victim, file: string): Promise<void> {
  const [one, other] = [live, older].map((name) => join(layoutOf(indexDir).generation(name), file));
  if (one === undefined || other === undefined) return;
  await rename(one, `${one}.aside`);
  await rename(other, one);
  await rename(`${one}.aside`, other);
}

const anything = z.record(z.string(), z.unknown());

async function editManifest(
  { indexDir, live }: Victim,
  isSealed: boolean,
  edit: (manifest: Record<string, unknown>) => void,
): Promise<void> {
  const path = join(layoutOf(indexDir).generation(live), FILES.manifest);
  const manifest = anything.parse(JSON.parse(await readFile(path, "utf8")));
  edit(manifest);
  if (isSealed) delete manifest.checksum;
  await writeFile(path, JSON.stringify(manifest));
}

function setField(manifest: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = "", ...rest] = path;
  if (rest.length === 0) manifest[first] = value;
  else {
    const inner = anything.parse(manifest[first]);
    setField(inner, rest, value);
    manifest[first] = inner;
  }
}

async function changeDenseHeader(victim: Victim, field: number, value: number): Promise<void> {
  const path = join(layoutOf(victim.indexDir).generation(victim.live), FILES.dense);
  const bytes = await readFile(path);
  bytes.writeUInt32LE(value, field);
  await writeFile(path, bytes);
  const digest = { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  await editManifest(victim, true, (manifest) => setField(manifest, ["files", FILES.dense], digest));
}
