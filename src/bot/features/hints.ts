import { Composer } from "grammy";
import { readCommand } from "../addressing.ts";
import type { BotContext } from "../context.ts";
import { replyMessage } from "../reply.ts";

/** Albums in memory at a time: their pictures come within a second or two of each other. */
const MAX_REMEMBERED_ALBUMS = 1000;

/**
 * What is left when all other features have passed: commands that nobody knows, messages without words, and buttons of
 * which nothing is known any more. Service messages (a pinned message, a changed background) ask for nothing and get
 * nothing.
 */
export function createHints(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const albums = new Set<string>();

  composer.on("callback_query", (ctx) => ctx.acknowledge(ctx.speaker.say("hint-button")));
  composer.on("message:text", async (ctx) => {
    const command = readCommand(ctx.message, ctx.me);
    // In a group, a command that does not name this bot is another one's.
    if (ctx.chat.type !== "private" && command && !command.isNamed) return;
    if (ctx.chat.type === "private") return replyMessage(ctx, "hint-command");
    return replyMessage(ctx, command ? "hint-command-group" : "ask-usage");
  });
  composer
    .on([
      "message:file",
      "message:paid_media",
      "message:contact",
      "message:location",
      "message:venue",
      "message:poll",
      "message:checklist",
      "message:dice",
      "message:game",
      "message:story",
      "message:giveaway",
    ])
    .filter(
      (ctx) => ctx.chat.type === "private" && isFirstOfAlbum(ctx.message.media_group_id, albums),
      (ctx) => replyMessage(ctx, "hint-media"),
    );
  return composer;
}

/** Telegram delivers an album as one message for each picture; one hint for all of them is enough. */
function isFirstOfAlbum(album: string | undefined, seen: Set<string>): boolean {
  if (album === undefined) return true;
  if (seen.has(album)) return false;
  seen.add(album);
  const [oldest] = seen;
  if (seen.size > MAX_REMEMBERED_ALBUMS && oldest !== undefined) seen.delete(oldest);
  return true;
}
