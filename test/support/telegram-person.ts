import type { Message, MessageEntity, Update, User } from "grammy/types";
import type { TelegramDouble } from "./telegram-double.ts";
import type { SentMessage } from "./telegram-methods.ts";

/** The parts of a message that say what it is: text, a photo, a caption... */
export type MessageContent = Partial<Omit<Message, "message_id" | "chat" | "from" | "date">>;

/** Someone with a private chat with the bot. */
export class Person {
  readonly id: number;
  readonly #telegram: TelegramDouble;
  readonly #user: User;
  #read = 0;

  constructor(telegram: TelegramDouble, id: number, languageCode?: string) {
    this.id = id;
    this.#telegram = telegram;
    this.#user = {
      id,
      is_bot: false,
      first_name: `Người ${id}`,
      ...(languageCode && { language_code: languageCode }),
    };
  }

  /** Writes to the bot and gives the message's id. */
  say(text: string): number {
    return this.send({ text, ...findCommand(text) });
  }

  /** Sends anything to the bot and gives the message's id. */
  send(content: MessageContent): number {
    const message_id = this.#telegram.takeMessageId();
    const message = { ...content, message_id, date: 0, chat: this.#chat, from: this.#user };
    this.#telegram.deliver({ message } satisfies Omit<Update, "update_id">);
    return message_id;
  }

  /** Presses a button of a message of the bot. */
  press(data: string, under: SentMessage): void {
    this.#telegram.deliver({
      callback_query: {
        id: String(this.#telegram.takeMessageId()),
        from: this.#user,
        chat_instance: "1",
        data,
        message: { message_id: under.messageId, date: 1, chat: this.#chat, text: under.text },
      },
    });
  }

  /** The bot's next message to this person that was not read yet; waits for it. */
  async read(): Promise<SentMessage> {
    await this.#telegram.until(() => this.#telegram.messagesTo(this.id).length > this.#read);
    const message = this.#telegram.messagesTo(this.id)[this.#read++];
    if (message === undefined) throw new Error("unreachable: the message was just seen");
    return message;
  }

  /** Writes to the bot and waits for its next message. */
  async ask(text: string): Promise<SentMessage> {
    this.say(text);
    return this.read();
  }

  get #chat() {
    return { id: this.id, type: "private", first_name: this.#user.first_name } as const;
  }
}

function findCommand(text: string): { entities?: MessageEntity[] } {
  const [command] = /^\/[a-z0-9_]+(@\w+)?/i.exec(text) ?? [];
  return command === undefined
    ? {}
    : { entities: [{ type: "bot_command", offset: 0, length: command.length }] };
}
