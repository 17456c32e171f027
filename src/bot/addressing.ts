import type { Message, MessageEntity, UserFromGetMe } from "grammy/types";

/** The parts of a message that tell whom it is for. */
export type Addressed = Pick<
  Message,
  | "message_id"
  | "chat"
  | "text"
  | "caption"
  | "entities"
  | "caption_entities"
  | "reply_to_message"
  | "forward_origin"
  | "via_bot"
>;

/** Who the bot is, as far as people name it. */
export type Name = Pick<UserFromGetMe, "id" | "username">;

/** A question that somebody has put to the bot. */
export interface Asked {
  readonly question: string;
  /** The message that holds the question: the answer replies to it. */
  readonly messageId: number;
  /** The message of the bot that the question is a reply to: it follows up on that answer. */
  readonly repliesTo: number | null;
}

/** A command at the beginning of a message, and what stands after it. */
export interface Command {
  readonly name: string;
  readonly rest: string;
  /** Whether it names the bot, as in `/ask@hanoi_bot`. */
  readonly isNamed: boolean;
}

/**
 * Says whether a message is for the bot. In a private chat all are; in a group, commands, mentions and replies to the
 * bot: everything else is talk among people, which is none of its business.
 */
export function isForBot(message: Addressed, bot: Name): boolean {
  if (message.via_bot?.id === bot.id) return false;
  if (message.chat.type === "private") return true;
  const command = readCommand(message, bot);
  if (command !== undefined) return command !== null;
  return isReplyTo(message, bot) || findMentions(message, bot).length > 0;
}

/**
 * Reads the question out of a message for the bot. `/ask` without words asks what stands in the message that it is a
 * reply to, and so does a bare mention.
 *
 * @returns `undefined` when there is none: another command, a picture, a mention without words.
 */
export function readQuestion(message: Addressed, bot: Name): Asked | undefined {
  const command = readCommand(message, bot);
  if (command === null || (command && command.name !== "ask")) return undefined;
  // The words under somebody else's picture are not the question of the person who passes it on.
  if (!command && message.text === undefined && message.forward_origin !== undefined) return undefined;
  const words = (command ? command.rest : removeMentions(message, bot)).trim();
  const repliesTo = isReplyTo(message, bot) ? (message.reply_to_message?.message_id ?? null) : null;
  if (words !== "") {
    const question = command || message.chat.type !== "private" ? words : textOf(message);
    return { question, messageId: message.message_id, repliesTo };
  }
  const pointedAt = message.reply_to_message;
  const text = pointedAt && repliesTo === null ? textOf(pointedAt).trim() : "";
  return pointedAt && text !== ""
    ? { question: text, messageId: pointedAt.message_id, repliesTo: null }
    : undefined;
}

/** The command that a message begins with; `null` for one that names another bot, `undefined` for none. */
export function readCommand(message: Addressed, bot: Name): Command | null | undefined {
  const text = textOf(message);
  const entity = entitiesOf(message).find(({ type, offset }) => type === "bot_command" && offset === 0);
  if (!entity) return undefined;
  const [name = "", addressee] = text.slice(1, entity.length).split("@");
  if (addressee !== undefined && addressee.toLowerCase() !== bot.username.toLowerCase()) return null;
  return { name: name.toLowerCase(), rest: text.slice(entity.length), isNamed: addressee !== undefined };
}

function isReplyTo({ reply_to_message: other }: Addressed, bot: Name): boolean {
  // In a topic, what is no reply looks like one to the message that opened the topic.
  return other?.from?.id === bot.id && other.forum_topic_created === undefined;
}

function findMentions(message: Addressed, bot: Name): MessageEntity[] {
  const text = textOf(message);
  const name = `@${bot.username}`.toLowerCase();
  return entitiesOf(message).filter((entity) =>
    entity.type === "mention"
      ? text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === name
      : entity.type === "text_mention" && entity.user.id === bot.id,
  );
}

function removeMentions(message: Addressed, bot: Name): string {
  return findMentions(message, bot)
    .toReversed()
    .reduce(
      (text, { offset, length }) =>
        `${text.slice(0, offset).trimEnd()} ${text.slice(offset + length).trimStart()}`,
      textOf(message),
    )
    .replace(/^\s*[,:;–-]\s*/, "");
}

function textOf(message: Pick<Message, "text" | "caption">): string {
  return message.text ?? message.caption ?? "";
}

function entitiesOf(message: Addressed): readonly MessageEntity[] {
  return message.entities ?? message.caption_entities ?? [];
}
