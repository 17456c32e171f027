import { z } from "zod";
import { type ParsedHtml, parseTelegramHtml } from "./telegram-html.ts";

/** What Telegram answers to a call that it refuses. */
export class ApiFault extends Error {
  readonly code: number;
  /** What Telegram says beside the error: how long to wait, where a group has gone. */
  readonly hints: Readonly<Record<string, number>> | undefined;

  constructor(code: number, description: string, hints?: Readonly<Record<string, number>>) {
    super(description);
    this.code = code;
    this.hints = hints;
  }
}

/** The bot that all the tests are. */
export const BOT_INFO = {
  id: 123456789,
  is_bot: true,
  first_name: "Hà Nội",
  username: "hanoi_test_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
} as const;

const callbackData = z
  .string()
  .refine((data) => Buffer.byteLength(data) >= 1 && Buffer.byteLength(data) <= 64);

/** A button either has something for the bot, or opens an address. */
const button = z
  .strictObject({ text: z.string().min(1), callback_data: callbackData.optional(), url: z.url().optional() })
  .refine(({ callback_data, url }) => (callback_data === undefined) !== (url === undefined));

const keyboard = z.strictObject({
  inline_keyboard: z
    .array(z.array(button).min(1).max(8))
    .min(1)
    .refine((rows) => rows.flat().length <= 100),
});

const chatId = z.number().int();

/** What every text of the bot is sent with. */
const html = {
  text: z.string().min(1),
  parse_mode: z.literal("HTML"),
  link_preview_options: z.strictObject({ is_disabled: z.literal(true) }),
  reply_markup: keyboard.optional(),
} as const;

const updateTypes = z.array(
  z.enum(["message", "edited_message", "callback_query", "inline_query", "my_chat_member"]),
);

const commandScope = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("all_private_chats") }),
  z.strictObject({ type: z.literal("all_group_chats") }),
  z.strictObject({ type: z.literal("chat"), chat_id: chatId }),
]);

const inlineResult = z.strictObject({
  type: z.literal("article"),
  id: z.string().refine((id) => Buffer.byteLength(id) >= 1 && Buffer.byteLength(id) <= 64),
  title: z.string().min(1).max(256),
  description: z.string().max(512).optional(),
  input_message_content: z.strictObject({
    message_text: z.string().min(1),
    parse_mode: z.literal("HTML"),
    link_preview_options: z.strictObject({ is_disabled: z.literal(true) }),
  }),
  reply_markup: keyboard.optional(),
});

const commands = z
  .array(
    z.strictObject({
      command: z.string().regex(/^[a-z0-9_]{1,32}$/),
      description: z.string().min(1).max(256),
    }),
  )
  .max(100);

/** What each method takes; anything else is a mistake of the bot that Telegram would not always tell. */
const PARAMETERS = {
  getme: z.object({}),
  deletewebhook: z.strictObject({ drop_pending_updates: z.boolean().optional() }),
  setwebhook: z.strictObject({
    url: z.url(),
    secret_token: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/),
    allowed_updates: updateTypes,
    max_connections: z.number().min(1).max(100).optional(),
  }),
  getwebhookinfo: z.object({}),
  setmycommands: z.strictObject({
    commands,
    scope: commandScope,
    language_code: z.enum(["vi", "en"]).optional(),
  }),
  sendchataction: z.strictObject({
    chat_id: chatId,
    action: z.literal("typing"),
    message_thread_id: z.number().optional(),
  }),
  answercallbackquery: z.strictObject({
    callback_query_id: z.string(),
    text: z.string().min(1).max(200).optional(),
  }),
  answerinlinequery: z.strictObject({
    inline_query_id: z.string(),
    results: z
      .array(inlineResult)
      .max(50)
      .refine((results) => new Set(results.map(({ id }) => id)).size === results.length),
    cache_time: z.number().min(0),
    is_personal: z.boolean(),
    next_offset: z
      .string()
      .refine((offset) => Buffer.byteLength(offset) <= 64)
      .optional(),
    button: z
      .strictObject({
        text: z.string().min(1).max(64),
        start_parameter: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
      })
      .optional(),
  }),
  sendmessage: z.strictObject({
    chat_id: chatId,
    message_thread_id: z.number().optional(),
    ...html,
    reply_parameters: z
      .strictObject({ message_id: z.number(), allow_sending_without_reply: z.literal(true) })
      .optional(),
  }),
  editmessagetext: z.strictObject({ chat_id: chatId, message_id: z.number(), ...html }),
  editmessagereplymarkup: z.strictObject({ chat_id: chatId, message_id: z.number(), reply_markup: keyboard }),
  getupdates: z.strictObject({
    offset: z.number(),
    limit: z.number().min(1).max(100),
    timeout: z.number(),
    allowed_updates: updateTypes.optional(),
  }),
} as const;

/** A message that the bot sent, as a person sees it. */
export interface SentMessage extends ParsedHtml {
  readonly messageId: number;
  readonly chatId: number;
  readonly replyTo: number | undefined;
  /** The topic of a forum. */
  readonly threadId: number | undefined;
  readonly buttons: readonly z.output<typeof button>[];
  /** How often it was edited. */
  readonly edits: number;
}

export type InlineResult = z.output<typeof inlineResult>;

export type Method = keyof typeof PARAMETERS;

export function isMethod(name: string): name is Method {
  return Object.hasOwn(PARAMETERS, name);
}

/** Checks the parameters of a call as Telegram would, and more strictly. */
export function checkParameters(method: Method, parameters: unknown): void {
  check(PARAMETERS[method], parameters);
}

/** Reads what `getUpdates` was given. */
export function readPoll(parameters: unknown): z.output<typeof PARAMETERS.getupdates> {
  return check(PARAMETERS.getupdates, parameters);
}

function check<Schema extends z.ZodType>(schema: Schema, parameters: unknown): z.output<Schema> {
  const result = schema.safeParse(parameters);
  if (result.success) return result.data;
  throw new ApiFault(400, `Bad Request: ${z.prettifyError(result.error)}`);
}

/** Reads what `sendMessage` was given, with Telegram's limits. */
export function readMessage(parameters: unknown, messageId: number): SentMessage {
  const { chat_id, text, reply_parameters, reply_markup, message_thread_id } = check(
    PARAMETERS.sendmessage,
    parameters,
  );
  return {
    ...parseMessage(text),
    messageId,
    chatId: chat_id,
    replyTo: reply_parameters?.message_id,
    threadId: message_thread_id,
    buttons: reply_markup?.inline_keyboard.flat() ?? [],
    edits: 0,
  };
}

/** Reads what `editMessageText` or `editMessageReplyMarkup` was given. */
export function readEdit(method: "editmessagetext" | "editmessagereplymarkup", parameters: unknown) {
  const edit =
    method === "editmessagetext"
      ? check(PARAMETERS.editmessagetext, parameters)
      : check(PARAMETERS.editmessagereplymarkup, parameters);
  return {
    chatId: edit.chat_id,
    messageId: edit.message_id,
    content: "text" in edit ? parseMessage(edit.text) : undefined,
    buttons: edit.reply_markup?.inline_keyboard.flat() ?? [],
  };
}

/** Reads what `answerInlineQuery` was given; the texts of the results are checked as messages are. */
export function readInlineAnswer(parameters: unknown) {
  const answer = check(PARAMETERS.answerinlinequery, parameters);
  return {
    ...answer,
    results: answer.results.map((result) => ({
      ...result,
      ...parseMessage(result.input_message_content.message_text),
    })),
  };
}

/** Reads what `setWebhook` was given. */
export function readWebhook(parameters: unknown): z.output<typeof PARAMETERS.setwebhook> {
  return check(PARAMETERS.setwebhook, parameters);
}

function parseMessage(text: string): ParsedHtml {
  try {
    const html = parseTelegramHtml(text);
    if (html.text.trim().length === 0) throw new ApiFault(400, "Bad Request: text must be non-empty");
    if (html.text.length > 4096) throw new ApiFault(400, "Bad Request: message is too long");
    return html;
  } catch (error) {
    if (error instanceof ApiFault) throw error;
    throw new ApiFault(
      400,
      `Bad Request: can't parse entities: ${error instanceof Error ? error.message : error}`,
    );
  }
}
