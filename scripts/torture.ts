import { runCommand } from "../src/cli/command-line.ts";
import { torture } from "../src/torture/torture-command.ts";

process.exitCode = await runCommand((surroundings) => torture(process.argv.slice(2), surroundings));
