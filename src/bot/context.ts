import type { Context } from "grammy";
import type { Speaker } from "../messages/load-messages.ts";

/** What every handler gets: grammY's context, and a voice in the language of the person. */
export type BotContext = Context & { speaker: Speaker };
