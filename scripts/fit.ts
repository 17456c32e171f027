import { runCommand } from "../src/cli/command-line.ts";
import { fit as fitWeights } from "../src/evaluation/fit-command.ts";

process.exitCode = await runCommand((surroundings) => fitWeights(process.argv.slice(2), surroundings));
