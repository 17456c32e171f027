import type { Context } from "grammy";
import type { Speaker } from "../messages/load-messages.ts";

/** What every handler gets: grammY's context, and a voice in the language of the person. */
export type BotContext = Context & {
  speaker: Speaker;
  /**
   * Ends the waiting of a pressed button, with a short note at the top of the screen where one is given. Only the
   * first call counts; without one, the button is freed when its press is done. Never fails.
   */
  acknowledge: (note?: string) => Promise<void>;
};
