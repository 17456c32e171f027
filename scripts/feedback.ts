import { showFeedback } from "../src/store/feedback-command.ts";

process.exitCode = showFeedback(process.argv.slice(2), process);
