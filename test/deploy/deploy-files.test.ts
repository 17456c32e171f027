import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { PROJECT } from "../support/scripts.ts";

const read = (file: string) => readFileSync(join(PROJECT, file), "utf8");
const dockerfile = read("scripts/deploy/Dockerfile").replace(/\\\n/g, " ");
const unit = read("scripts/deploy/hanoi-trade-bot.service");
const manifest = z
  .object({ scripts: z.record(z.string(), z.string()), engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(read("package.json")));
/** `npm start` without the shell's `exec`. */
const start = manifest.scripts.start?.replace(/^exec /, "");

/** The values of an instruction or a setting, in order. */
function valuesOf(file: string, name: string, separator: string): string[] {
  const lines = file.split("\n").filter((line) => line.startsWith(`${name}${separator}`));
  return lines.map((line) => line.slice(name.length + 1).trim());
}

const copied = valuesOf(dockerfile, "COPY", " ")
  .filter((value) => !value.startsWith("--from"))
  .flatMap((value) => value.split(/\s+/).slice(0, -1));

describe("the Dockerfile", () => {
  test("copies what is there, and all of it gets past the ignore file, which lets nothing else in", () => {
    expect(copied.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
    const rules = read("scripts/deploy/Dockerfile.dockerignore")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    expect(rules[0]).toBe("*");
    expect(
      rules
        .slice(1)
        .map((rule) => rule.replace(/^!/, ""))
        .sort(),
    ).toEqual([...new Set(copied)].sort());
  });

  test("starts the bot as npm start does, as an ordinary user, on a Node that it takes", () => {
    expect(
      z
        .array(z.string())
        .parse(JSON.parse(valuesOf(dockerfile, "CMD", " ")[0] ?? ""))
        .join(" "),
    ).toBe(start);
    expect(valuesOf(dockerfile, "USER", " ")).toEqual(["node"]);
    const images = valuesOf(dockerfile, "FROM", " ").map((value) => value.split(" ")[0]);
    expect(new Set(images)).toEqual(new Set(["node:20-bookworm-slim"]));
    expect(manifest.engines.node).toMatch(/^>=20\./);
  });

  test("keeps what must outlive a container in volumes, and asks the bot whether it lives", () => {
    const environment = valuesOf(dockerfile, "ENV", " ").join(" ");
    const folders = ["INDEX_DIR", "DATA_DIR"].map(
      (name) => new RegExp(`${name}=(\\S+)`).exec(environment)?.[1],
    );
    expect(JSON.parse(valuesOf(dockerfile, "VOLUME", " ")[0] ?? "")).toEqual(folders);
    expect(valuesOf(dockerfile, "HEALTHCHECK", " ")[0]).toContain("/healthz");
    expect(dockerfile).toContain("METRICS_PORT || 9464");
  });
});

describe("the systemd unit", () => {
  test("starts the bot as npm start does, as a user of its own", () => {
    expect(valuesOf(unit, "ExecStart", "=")).toEqual([`/usr/bin/${start}`]);
    expect(valuesOf(unit, "User", "=")).toEqual(["hanoi-trade-bot"]);
  });

  test("starts it again after a failure, and gives it the time that it takes to stop", () => {
    expect(valuesOf(unit, "Restart", "=")).toEqual(["on-failure"]);
    const deadline = Number(
      /STOP_DEADLINE_MS = ([\d_]+)/.exec(read("src/main.ts"))?.[1]?.replaceAll("_", ""),
    );
    expect(Number(valuesOf(unit, "TimeoutStopSec", "=")[0]) * 1000).toBeGreaterThan(deadline);
  });

  test("lets it write only where its index and its memory are", () => {
    expect(valuesOf(unit, "ProtectSystem", "=")).toEqual(["strict"]);
    const folders = (valuesOf(unit, "StateDirectory", "=")[0] ?? "")
      .split(" ")
      .map((name) => `/var/lib/${name}`);
    const set = valuesOf(unit, "Environment", "=").filter((value) => value.includes("_DIR="));
    for (const value of set) expect(folders).toContain(value.split("=")[1]);
    expect(set).toHaveLength(2);
  });
});
