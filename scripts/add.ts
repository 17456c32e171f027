import { add } from "../src/cli/add-command.ts";
import { runCommand } from "../src/cli/command-line.ts";

process.exitCode = await runCommand((surroundings) => add(process.argv.slice(2), surroundings));
