import { runCommand } from "../src/cli/command-line.ts";
import { evaluate } from "../src/evaluation/evaluate-command.ts";

process.exitCode = await runCommand((surroundings) => evaluate(process.argv.slice(2), surroundings));
