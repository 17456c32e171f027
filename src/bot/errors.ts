import { GrammyError } from "grammy";

/** Telegram does not let this bot work, and trying again does not help. The message says what to do. */
export class TelegramRefusal extends Error {
  override readonly name = "TelegramRefusal";
}

/** Recognises the errors after which nothing but a person can help, and says what that person is to do. */
export function explainRefusal(error: unknown): TelegramRefusal | undefined {
  if (!(error instanceof GrammyError)) return undefined;
  const remedy = REMEDIES.get(error.error_code);
  return remedy === undefined ? undefined : new TelegramRefusal(remedy, { cause: error });
}

const REMEDIES: ReadonlyMap<number, string> = new Map([
  [401, "Telegram refuses BOT_TOKEN (401 Unauthorized): copy it again from @BotFather."],
  [404, "Telegram does not know BOT_TOKEN (404 Not Found): check it, and TELEGRAM_API_ROOT if that is set."],
  [409, "Another copy of this bot is running with the same BOT_TOKEN (409 Conflict): stop one of the two."],
]);

/**
 * Says whether a call failed because the person is out of reach: they blocked the bot, deleted their account, or
 * left the chat. Nothing is wrong with the bot then, and there is nobody to tell.
 */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return false;
  return error.error_code === 403 || (error.error_code === 400 && /chat not found/i.test(error.description));
}
