/** Telegram's tokens: the bot's id, a colon (which URLs may encode), and 35 characters; 30 to be on the safe side. */
const TOKEN = /\d+(?::|%3A)[\w-]{30,}/gi;

const HIDDEN = "[token]";

/** Takes bot tokens out of a text: all that look like one, and the given one whatever it looks like. */
export function hideTokens(text: string, botToken?: string): string {
  const withoutKnown = botToken
    ? text.replaceAll(botToken, HIDDEN).replaceAll(encodeURIComponent(botToken), HIDDEN)
    : text;
  return withoutKnown.replace(TOKEN, HIDDEN);
}
