import type { Speaker } from "../../messages/load-messages.ts";
import { GROUP_COMMANDS, PRIVATE_COMMANDS } from "../api/describe-commands.ts";
import { type Html, join, text } from "./html.ts";

export interface HelpRenderingOptions {
  /** `start`: with a greeting, and without the list of commands, which a newcomer need not know yet. */
  readonly occasion: "start" | "help";
  readonly isPrivate: boolean;
  /** The bot's username. */
  readonly botName: string;
  /** Whether example questions stand below as buttons. */
  readonly hasExamples: boolean;
}

/** Says what the bot does, and how to ask it where the person is. */
export function renderHelp(speaker: Speaker, options: HelpRenderingOptions): Html {
  const { occasion, isPrivate, botName, hasExamples } = options;
  const parts = [
    occasion === "start" ? speaker.say("start") : "",
    speaker.say("help"),
    isPrivate ? speaker.say("help-private") : speaker.say("help-group", { bot: botName }),
    occasion === "help" ? listCommands(isPrivate ? PRIVATE_COMMANDS : GROUP_COMMANDS, speaker) : "",
    hasExamples ? speaker.say("help-examples") : "",
  ];
  return join(
    parts.map((part) => text(part)),
    "\n\n",
  );
}

function listCommands(commands: readonly string[], speaker: Speaker): string {
  return commands
    .filter((command) => command !== "help")
    .map((command) => `/${command} – ${speaker.say(`command-${command}`)}`)
    .join("\n");
}
