import { runCommand } from "../src/cli/command-line.ts";
import { index } from "../src/cli/index-command.ts";

process.exitCode = await runCommand((surroundings) => index(process.argv.slice(2), surroundings));
