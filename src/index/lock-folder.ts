import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** The entry of a lock's folder that says who holds it: machine, process, and a number nobody else has. */
const HOLDER = /^holder-([0-9a-f]{12})-(\d+)-[0-9a-f]{16}$/;
/**
 * What `rename` says when the lock was there, even if it is gone by now; ENOENT when its holder tidied up what lay
 * beside it.
 */
const HELD = new Set(["EEXIST", "ENOTEMPTY", "ENOENT"]);
/** What it says on Windows when the lock is there, and everywhere when the permission is missing. */
const PERHAPS_HELD = new Set(["EPERM", "EACCES"]);

/**
 * File functions for proper-lockfile, whose lock is a folder: here the folder comes with its holder's name inside,
 * at once, by rename, and goes as a whole. By that name a lock whose holder was killed is known without waiting.
 */
export const LOCK_FUNCTIONS = {
  ...fs,
  mkdir(path: string, done: (error: NodeJS.ErrnoException | null) => void): void {
    const own = aside(path);
    fs.mkdir(join(own, nameHolder()), { recursive: true }, (unmade) => {
      if (unmade) return done(unmade);
      fs.rename(own, path, (error) => {
        if (!error) return done(null);
        const { code = "" } = error;
        const isHeld = HELD.has(code) || (PERHAPS_HELD.has(code) && fs.existsSync(path));
        fs.rm(own, { recursive: true, force: true }, () =>
          done(isHeld ? Object.assign(error, { code: "EEXIST" }) : error),
        );
      });
    });
  },
  rmdir(path: string, done: (error: NodeJS.ErrnoException | null) => void): void {
    const gone = aside(path);
    fs.rename(path, gone, (error) => (error ? done(error) : fs.rm(gone, { recursive: true }, done)));
  },
  rmdirSync(path: string): void {
    const gone = aside(path);
    fs.renameSync(path, gone);
    fs.rmSync(gone, { recursive: true });
  },
};

/**
 * Takes a lock away whose holder ran on this machine and runs no more. Only one of many who see it so can: who
 * succeeds in renaming the holder's entry.
 */
export async function removeDeadLock(path: string): Promise<void> {
  const holder = (await readdir(path).catch((): string[] => [])).find((entry) => HOLDER.test(entry));
  if (holder === undefined || !isDead(holder)) return;
  try {
    await rename(join(path, holder), join(path, `taken-${randomBytes(8).toString("hex")}`));
    const gone = aside(path);
    await rename(path, gone);
    await rm(gone, { recursive: true });
  } catch {
    // Somebody else was faster.
  }
}

/** Whether somebody builds at this moment, as far as can be told from here. */
export async function isLockHeld(path: string): Promise<boolean> {
  const entries = await readdir(path).catch(() => null);
  return entries !== null && !entries.some((entry) => HOLDER.test(entry) && isDead(entry));
}

function isDead(holder: string): boolean {
  const [, machine, pid] = HOLDER.exec(holder) ?? [];
  if (machine !== describeMachine()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

function nameHolder(): string {
  return `holder-${describeMachine()}-${process.pid}-${randomBytes(8).toString("hex")}`;
}

/** Where a process number means the same process: not in another container, nor after a restart of the machine. */
function describeMachine(): string {
  const read = (file: () => string): string => {
    try {
      return file();
    } catch {
      return "";
    }
  };
  const parts = [
    hostname(),
    read(() => fs.readlinkSync("/proc/self/ns/pid")),
    read(() => fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8")),
  ];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 12);
}

function aside(path: string): string {
  return `${path}.${process.pid}-${randomBytes(4).toString("hex")}`;
}
