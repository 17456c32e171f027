import fs from "node:fs";
import { open } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { basename } from "node:path";
import hnswlib from "hnswlib-node";

/**
 * Is loaded into a build before anything else (`--import meddle.ts?killAt=5`) and stands between it and the disk:
 * kills the process right before one of its changes to the disk, or lets the disk be full after so many bytes. What
 * it saw is written to `report`, one line a change.
 */
const { searchParams } = new URL(import.meta.url);
const numberOf = (name: string) => Number(searchParams.get(name) ?? Number.POSITIVE_INFINITY);
const killAt = numberOf("killAt");
let room = numberOf("fullAfter");
const report = searchParams.get("report");

let changes = 0;
let written = 0;
const seen: string[] = [];

function change(name: string, path: unknown): void {
  if (changes++ === 0) process.send?.("begun");
  seen.push(`${name} ${typeof path === "string" ? basename(path) : ""}`);
  if (changes === killAt) process.kill(process.pid, "SIGKILL");
}

/** How much of so many bytes the disk still takes. */
function take(bytes: number): number {
  const taken = Math.max(0, Math.min(room, bytes));
  room -= taken;
  written += taken;
  return taken;
}

function full(): NodeJS.ErrnoException {
  return Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
}

type Method = (...args: unknown[]) => unknown;

/** Puts something before each call of a method. */
function precede(owner: object, name: string, before: (args: unknown[]) => void): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== "function") throw new Error(`There is no ${name} to meddle with.`);
  const meddled: Method = function (this: unknown, ...args) {
    before(args);
    return Reflect.apply(original, this, args);
  };
  Reflect.set(owner, name, meddled);
}

for (const name of ["mkdir", "rename", "rm"]) {
  precede(fs.promises, name, ([path]) => change(name, path));
  precede(fs, name, ([path]) => change(name, path));
}

const handle = await open(new URL(import.meta.url));
const ofHandles: object = Object.getPrototypeOf(handle);
await handle.close();
precede(ofHandles, "sync", () => change("sync", ""));
precede(ofHandles, "writeFile", ([data]) => {
  change("write", "");
  const bytes = data instanceof Uint8Array ? data.byteLength : Buffer.byteLength(String(data));
  if (take(bytes) < bytes) throw full();
});

// hnswlib writes by itself, and does not notice that the disk takes only a part.
const writeGraph: unknown = Reflect.get(hnswlib.HierarchicalNSW.prototype, "writeIndexSync");
if (typeof writeGraph !== "function") throw new Error("There is no writeIndexSync to meddle with.");
Reflect.set(hnswlib.HierarchicalNSW.prototype, "writeIndexSync", function (this: unknown, path: string) {
  change("write", path);
  Reflect.apply(writeGraph, this, [path]);
  fs.truncateSync(path, take(fs.statSync(path).size));
});

syncBuiltinESMExports();
if (report !== null) process.on("exit", () => fs.writeFileSync(report, `${[written, ...seen].join("\n")}\n`));
