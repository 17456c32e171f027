import { createHash } from "node:crypto";
import { realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { errorCode, listFiles } from "./list-files.ts";

/** Looking takes at most this part of the time, however many files there are. */
const BUSY_SHARE = 0.03;
/** So many files are asked after at a time. */
const BATCH = 64;

export interface WatchFolderOptions {
  readonly folder: string;
  /** How long nothing may have changed before something is done: files are saved one after another, and in parts. */
  readonly settleMs: number;
  readonly intervalMs: number;
  /** How long to wait before what could not be done is tried again, though nothing changed. */
  readonly retryMs: number;
  /** Is called at the start, and whenever the folder has changed and settled; gives whether it is done. */
  readonly onSettled: () => Promise<boolean>;
  readonly signal: AbortSignal;
}

/**
 * Looks now and then whether the files of a folder have changed, until it is told to stop. It asks the file system
 * rather than waiting to be told, because notices of changes are lost on network drives and in containers.
 */
export async function watchFolder(options: WatchFolderOptions): Promise<void> {
  const { folder, settleMs, intervalMs, retryMs, onSettled, signal } = options;
  let lookMs = 0;
  const look = async (): Promise<string> => {
    const began = performance.now();
    const state = await describeFolder(folder);
    lookMs = performance.now() - began;
    return state;
  };
  const pause = () => setTimeout(Math.max(intervalMs, lookMs / BUSY_SHARE), undefined, { signal });
  try {
    for (;;) {
      // Taken before the work: what changes meanwhile is seen afterwards.
      const handled = await look();
      const isDone = await onSettled();
      const ended = performance.now();
      let state = handled;
      let changedAt = ended;
      for (;;) {
        await pause();
        const now = await look();
        if (now !== state) changedAt = performance.now();
        state = now;
        const isSettled = performance.now() - changedAt >= settleMs;
        if (isSettled && (state !== handled || (!isDone && performance.now() - ended >= retryMs))) break;
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Differs whenever a file came, went, or was written to. A folder that cannot be read is a state like others. */
async function describeFolder(folder: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    const root = await realpath(folder);
    const files = await listFiles(root, ({ file, reason }) => hash.update(`${reason} ${file}\0`));
    for (let at = 0; at < files.length; at += BATCH) {
      const states = files.slice(at, at + BATCH).map(async (file) => {
        const path = join(root, file);
        return stat(path).then(
          ({ size, mtimeMs, ino }) => `${file}\0${size} ${mtimeMs} ${ino}\0`,
          (error: unknown) => `${file}\0${errorCode(error)}\0`,
        );
      });
      for (const state of await Promise.all(states)) hash.update(state);
    }
    return hash.digest("hex");
  } catch (error) {
    return errorCode(error);
  }
}
