import { ask } from "../src/cli/ask-command.ts";
import { runCommand } from "../src/cli/command-line.ts";

process.exitCode = await runCommand((surroundings) => ask(process.argv.slice(2), surroundings));
