import type { Chat, MessageEntity, User } from "grammy/types";
import type { TelegramDouble } from "./telegram-double.ts";
import { BOT_INFO, type SentMessage } from "./telegram-methods.ts";

/** The parts of a message that say what it is: text, a photo, a caption... */
export type MessageContent = Readonly<Record<string, unknown>>;

/** Someone in a chat with the bot: their own private one, or a group. */
export class Person {
  readonly id: number;
  readonly user: User;
  readonly chat: Chat;
  readonly #telegram: TelegramDouble;
  #read = 0;

  constructor(telegram: TelegramDouble, id: number, languageCode?: string, chat?: Chat) {
    this.id = id;
    this.#telegram = telegram;
    this.user = {
      id,
      is_bot: false,
      first_name: `Người ${id}`,
      ...(languageCode && { language_code: languageCode }),
    };
    this.chat = chat ?? { id, type: "private", first_name: this.user.first_name };
    this.#read = telegram.messagesTo(this.chat.id).length;
  }

  /** The same person in another chat. */
  in(chat: Chat): Person {
    return new Person(this.#telegram, this.id, this.user.language_code, chat);
  }

  /** Writes a text and gives the message's id. */
  say(text: string, content: MessageContent = {}): number {
    return this.send({ text, ...findEntities(text), ...content });
  }

  /** Sends anything and gives the message's id. */
  send(content: MessageContent): number {
    const message_id = this.#telegram.takeMessageId();
    const date = Math.floor(Date.now() / 1000);
    const message = { date, ...content, message_id, chat: this.chat, from: this.user };
    this.#telegram.deliver({ message });
    return message_id;
  }

  /** Replies to a message of the bot. */
  reply(text: string, to: SentMessage): number {
    return this.say(text, { reply_to_message: this.#quote(to.messageId, to.text, BOT_INFO) });
  }

  /** Replies to a message of another person. */
  replyTo(other: Person, messageId: number, theirs: string, text: string): number {
    return this.say(text, { reply_to_message: this.#quote(messageId, theirs, other.user) });
  }

  /** Changes a message of one's own. */
  edit(messageId: number, text: string): void {
    this.#telegram.deliver({
      edited_message: {
        message_id: messageId,
        date: 0,
        edit_date: 1,
        chat: this.chat,
        from: this.user,
        text,
        ...findEntities(text),
      },
    });
  }

  /** Presses a button of a message of the bot: one by its label, or any data. */
  press(button: string, under: SentMessage): void {
    const data = under.buttons.find(({ text }) => text === button)?.callback_data ?? button;
    this.#telegram.deliver({
      callback_query: {
        id: String(this.#telegram.takeMessageId()),
        from: this.user,
        chat_instance: "1",
        data,
        message: {
          message_id: under.messageId,
          date: 1,
          chat: this.chat,
          text: under.text,
          ...(under.threadId !== undefined && { message_thread_id: under.threadId, is_topic_message: true }),
        },
      },
    });
  }

  /** Presses a button and waits for what becomes of the message. */
  async turn(button: string, under: SentMessage): Promise<SentMessage> {
    this.press(button, under);
    return this.reread(under);
  }

  /** Waits until a message of the bot has changed. */
  async reread(message: SentMessage): Promise<SentMessage> {
    await this.#telegram.until(() => (this.#telegram.find(message)?.edits ?? 0) > message.edits);
    const changed = this.#telegram.find(message);
    if (changed === undefined) throw new Error("unreachable: the message was just seen");
    return changed;
  }

  /** Types after the bot's name in any chat, and waits for the results. */
  async query(query: string, offset = "") {
    const answered = this.#telegram.inlineAnswers.length;
    this.#telegram.deliver({
      inline_query: { id: String(this.#telegram.takeMessageId()), from: this.user, query, offset },
    });
    await this.#telegram.until(() => this.#telegram.inlineAnswers.length > answered);
    const answer = this.#telegram.inlineAnswers[answered];
    if (answer === undefined) throw new Error("unreachable: the answer was just seen");
    return answer;
  }

  /** The bot's next message in the chat that was not read yet; waits for it. */
  async read(): Promise<SentMessage> {
    await this.#telegram.until(() => this.#telegram.messagesTo(this.chat.id).length > this.#read);
    const message = this.#telegram.messagesTo(this.chat.id)[this.#read++];
    if (message === undefined) throw new Error("unreachable: the message was just seen");
    return message;
  }

  /** Writes to the bot and waits for its next message. */
  async ask(text: string): Promise<SentMessage> {
    this.say(text);
    return this.read();
  }

  #quote(messageId: number, text: string, from: User): MessageContent {
    return { message_id: messageId, date: 0, chat: this.chat, from, text };
  }
}

/** What Telegram finds in a text: a command at its beginning, and names after an @. */
function findEntities(text: string): { entities?: MessageEntity[] } {
  const entities: MessageEntity[] = [];
  const [command] = /^\/[a-z0-9_]+(@\w+)?/i.exec(text) ?? [];
  if (command !== undefined) entities.push({ type: "bot_command", offset: 0, length: command.length });
  for (const { 0: name, index } of text.matchAll(/(?<![\w/])@\w{5,}/g)) {
    if (index >= (command?.length ?? 0))
      entities.push({ type: "mention", offset: index, length: name.length });
  }
  return entities.length > 0 ? { entities } : {};
}
