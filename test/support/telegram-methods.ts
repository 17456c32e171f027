import { z } from "zod";
import { type ParsedHtml, parseTelegramHtml } from "./telegram-html.ts";

/** What Telegram answers to a call that it refuses. */
export class ApiFault extends Error {
  readonly code: number;
  readonly retryAfter: number | undefined;

  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
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
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
} as const;

const button = z.strictObject({
  text: z.string().min(1),
  callback_data: z.string().refine((data) => Buffer.byteLength(data) >= 1 && Buffer.byteLength(data) <= 64),
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
  setmycommands: z.strictObject({
    commands,
    scope: z.strictObject({ type: z.literal("all_private_chats") }),
    language_code: z.enum(["vi", "en"]).optional(),
  }),
  sendchataction: z.strictObject({ chat_id: z.number(), action: z.literal("typing") }),
  answercallbackquery: z.strictObject({ callback_query_id: z.string() }),
  sendmessage: z.strictObject({
    chat_id: z.number(),
    text: z.string().min(1),
    parse_mode: z.literal("HTML"),
    link_preview_options: z.strictObject({ is_disabled: z.literal(true) }),
    reply_parameters: z
      .strictObject({ message_id: z.number(), allow_sending_without_reply: z.literal(true) })
      .optional(),
    reply_markup: z
      .strictObject({ inline_keyboard: z.array(z.array(button).min(1).max(8)).min(1) })
      .optional(),
  }),
  getupdates: z.strictObject({
    offset: z.number(),
    limit: z.number().min(1).max(100),
    timeout: z.number(),
    allowed_updates: z.array(z.string()).optional(),
  }),
} as const;

/** A message that the bot sent, as a person sees it. */
export interface SentMessage extends ParsedHtml {
  readonly messageId: number;
  readonly chatId: number;
  readonly replyTo: number | undefined;
  readonly buttons: readonly z.output<typeof button>[];
}

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
  const { chat_id, text, reply_parameters, reply_markup } = check(PARAMETERS.sendmessage, parameters);
  const html = parseMessage(text);
  if (html.text.trim().length === 0) throw new ApiFault(400, "Bad Request: text must be non-empty");
  if (html.text.length > 4096) throw new ApiFault(400, "Bad Request: message is too long");
  return {
    ...html,
    messageId,
    chatId: chat_id,
    replyTo: reply_parameters?.message_id,
    buttons: reply_markup?.inline_keyboard.flat() ?? [],
  };
}

function parseMessage(text: string): ParsedHtml {
  try {
    return parseTelegramHtml(text);
  } catch (error) {
    throw new ApiFault(
      400,
      `Bad Request: can't parse entities: ${error instanceof Error ? error.message : error}`,
    );
  }
}
