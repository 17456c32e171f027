import { benchmark } from "../src/benchmark/benchmark-command.ts";
import { runCommand } from "../src/cli/command-line.ts";

process.exitCode = await runCommand((surroundings) => benchmark(process.argv.slice(2), surroundings));
