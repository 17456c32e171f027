import { runCommand } from "../src/cli/command-line.ts";
import { teachModel } from "../src/teaching/teach-command.ts";

process.exitCode = await runCommand((surroundings) => teachModel(process.argv.slice(2), surroundings));
