import fc from "fast-check";
import { BOT_INFO } from "./telegram-methods.ts";

/** What people with changed clients, other programs and future Telegrams may send. */
const weird = fc.oneof(
  fc.constantFrom(undefined, null, "", "a", 0, -1, 1e18, true, [], {}, "__proto__", "<b>&", "\u0000", "😀"),
  fc.jsonValue({ maxDepth: 2 }),
);

const hugeText = fc.integer({ min: 1, max: 5000 }).map((length) => "ư😀 ".repeat(length));

const anyWords = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "/ask",
      "/ask a",
      "/start a-b",
      "/language xx",
      "/sources",
      "/about",
      "/forget",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(`/ask@${BOT_INFO.username} a`, `@${BOT_INFO.username}`, "/status", "/x"),
  },
  { weight: 1, arbitrary: hugeText },
);

const anyId = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2 ** 52 }));

const anyUser = fc.record(
  {
    id: anyId,
    is_bot: fc.boolean(),
    first_name: anyWords,
    language_code: fc.constantFrom("vi", "en", "xx", "", "__proto__"),
  },
  { requiredKeys: ["id", "is_bot", "first_name"] },
);

const anyChat = fc.oneof(
  { weight: 6, arbitrary: anyId.map((id) => ({ id, type: "private", first_name: "A" })) },
  anyId.map((id) => ({ id: -id, type: "group", title: "G" })),
  anyId.map((id) => ({ id: -1e12 - id, type: "supergroup", title: "G", is_forum: true })),
  anyId.map((id) => ({ id: -2e12 - id, type: "channel", title: "K" })),
);

const anyEntity = fc.record({
  type: fc.constantFrom("bot_command", "mention", "text_mention", "url", "from_the_future"),
  offset: fc.integer({ min: -5, max: 5000 }),
  length: fc.integer({ min: -5, max: 5000 }),
  user: fc.oneof(anyUser, fc.constant(BOT_INFO)),
});

const commandEntity = fc.record({
  type: fc.constant("bot_command"),
  offset: fc.constant(0),
  length: fc.integer({ min: 1, max: 12 }),
});

const anyMessage = fc.record(
  {
    message_id: anyId,
    date: fc.integer({ min: 0, max: 2 ** 33 }),
    chat: anyChat,
    from: anyUser,
    text: anyWords,
    caption: anyWords,
    entities: fc.oneof(fc.array(anyEntity, { maxLength: 3 }), fc.array(commandEntity, { maxLength: 1 })),
    reply_to_message: fc.record(
      {
        message_id: anyId,
        date: fc.nat(),
        chat: anyChat,
        from: fc.oneof(anyUser, fc.constant(BOT_INFO)),
        text: anyWords,
      },
      { requiredKeys: ["message_id", "date", "chat"] },
    ),
    message_thread_id: anyId,
    is_topic_message: fc.boolean(),
    migrate_to_chat_id: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, fc.constant(-7)),
    photo: weird,
    voice: weird,
    via_bot: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, fc.constant(BOT_INFO)),
    from_the_future: weird,
  },
  { requiredKeys: ["message_id", "date", "chat"] },
);

const name = fc.stringMatching(/^[\w-]{12}$/);
const forgedData = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("a", "v", "t", "s", "l", "n", "ask"),
      name,
      fc.integer(),
      fc.constantFrom("q", "c", ""),
    )
    .map((parts) => parts.join(":")),
  fc.string({ unit: "binary", maxLength: 64 }),
  fc.constantFrom("s:0", "s:9999", "l:vi", "n", "a:AAAAAAAAAAAA:0:q", "v:AAAAAAAAAAAA:0:q:+"),
);

const anyPress = fc.record(
  {
    id: fc.string({ maxLength: 20 }),
    from: anyUser,
    chat_instance: fc.string(),
    data: forgedData,
    message: fc.oneof(anyMessage, fc.record({ message_id: anyId, date: fc.constant(0), chat: anyChat })),
    inline_message_id: fc.string(),
  },
  { requiredKeys: ["id", "from", "chat_instance"] },
);

const anyInlineQuery = fc.record({
  id: fc.string({ maxLength: 20 }),
  from: anyUser,
  query: anyWords,
  offset: fc.oneof(fc.string(), fc.constantFrom("10", "-10", "1e9")),
});

const member = fc.record({
  user: fc.constant(BOT_INFO),
  status: fc.constantFrom("member", "left", "kicked", "administrator", "restricted", "from_the_future"),
  is_member: fc.boolean(),
});

const anyPlace = fc.record({
  chat: anyChat,
  from: anyUser,
  date: fc.nat(),
  old_chat_member: member,
  new_chat_member: member,
});

/** An update that breaks its promises: fields that are missing, of another type, or huge. */
export const anyUpdate: fc.Arbitrary<object> = fc.oneof(
  { weight: 6, arbitrary: anyMessage.map((message) => ({ message })) },
  { weight: 2, arbitrary: anyMessage.map((edited_message) => ({ edited_message })) },
  { weight: 4, arbitrary: anyPress.map((callback_query) => ({ callback_query })) },
  { weight: 2, arbitrary: anyInlineQuery.map((inline_query) => ({ inline_query })) },
  { weight: 1, arbitrary: anyPlace.map((my_chat_member) => ({ my_chat_member })) },
  {
    weight: 3,
    arbitrary: fc.dictionary(
      fc.constantFrom(
        "message",
        "edited_message",
        "callback_query",
        "inline_query",
        "my_chat_member",
        "poll",
        "x",
      ),
      weird,
      { maxKeys: 2 },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      message: fc.record({ chat: weird, from: weird, text: weird, entities: weird, date: weird }),
    }),
  },
);
