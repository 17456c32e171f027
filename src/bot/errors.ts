import { BotError, GrammyError, HttpError } from "grammy";

/** Telegram does not let this bot work, and trying again does not help. The message says what to do. */
export class TelegramRefusal extends Error {
  override readonly name = "TelegramRefusal";
}

/** Recognises the errors after which nothing but a person can help, and says what that person is to do. */
export function explainRefusal(error: unknown): TelegramRefusal | undefined {
  if (error instanceof TelegramRefusal) return error;
  if (!(error instanceof GrammyError)) return undefined;
  const remedy = REMEDIES.get(error.error_code);
  return remedy === undefined ? undefined : new TelegramRefusal(remedy, { cause: error });
}

const REMEDIES: ReadonlyMap<number, string> = new Map([
  [401, "Telegram refuses BOT_TOKEN (401 Unauthorized): copy it again from @BotFather."],
  [404, "Telegram does not know BOT_TOKEN (404 Not Found): check it, and TELEGRAM_API_ROOT if that is set."],
  [409, "Another copy of this bot is running with the same BOT_TOKEN (409 Conflict): stop one of the two."],
]);

/** What Telegram says when nothing is wrong with the bot, and there is nobody to tell or nothing left to change. */
const OUT_OF_REACH =
  /chat not found|user is deactivated|peer_id_invalid|not enough rights|need administrator rights|have no rights|chat_write_forbidden|group chat was (deleted|deactivated|upgraded)|topic_closed|topic_deleted|message thread not found|message to edit not found|message can't be edited|message_id_invalid|query is too old|channel_private/i;

/**
 * Says whether a call failed because what it was for is out of reach: the person blocked the bot, deleted their account
 * or the message, left the chat, or gave the bot no right to write there.
 */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return false;
  return error.error_code === 403 || (error.error_code === 400 && OUT_OF_REACH.test(error.description));
}

const TOO_MANY_REQUESTS = 429;

/**
 * Says whether a call failed because Telegram was not there for it: no connection, an error of its servers, or a flood
 * that lasts. The same call may well succeed later.
 */
export function isUnreached(error: unknown): boolean {
  if (error instanceof BotError) return isUnreached(error.error);
  if (error instanceof HttpError) return true;
  return error instanceof GrammyError && (error.error_code >= 500 || error.error_code === TOO_MANY_REQUESTS);
}

/** How long Telegram wants to be left alone after a flood, in milliseconds; 0 when it does not say. */
export function readFloodWait(error: unknown): number {
  if (error instanceof BotError) return readFloodWait(error.error);
  return error instanceof GrammyError ? 1000 * (error.parameters.retry_after ?? 0) : 0;
}

/** Says whether an edit failed because there is nothing to change. */
export function isUnchanged(error: unknown): boolean {
  return error instanceof GrammyError && /message is not modified/i.test(error.description);
}

/** Says whether an edit failed because the message is not there any more, or may not be changed any more. */
export function isGone(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    /message to edit not found|message can't be edited|message_id_invalid/i.test(error.description)
  );
}
