import { runCommand } from "../src/cli/command-line.ts";
import { status } from "../src/cli/status-command.ts";

process.exitCode = await runCommand((surroundings) => status(process.argv.slice(2), surroundings));
