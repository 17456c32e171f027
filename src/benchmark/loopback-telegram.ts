import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";

/** Telegram as far as measuring needs it: it hands out questions and says when each is answered. */
export interface LoopbackTelegram {
  readonly apiRoot: string;
  /** Sends a question from a person of their own; settles when the bot has sent them a message. */
  ask(question: string): Promise<void>;
  close(): Promise<void>;
}

export const BENCHMARK_TOKEN = "1:benchmark";

export const BENCHMARK_BOT = {
  id: 1,
  is_bot: true,
  first_name: "Hà Nội",
  username: "hanoi_benchmark_bot",
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

const pollSchema = z.object({ offset: z.number().default(0), limit: z.number().default(100) });
const messageSchema = z.object({ chat_id: z.number(), text: z.string() });

/** Starts it on a free port of this machine. */
export async function startLoopbackTelegram(): Promise<LoopbackTelegram> {
  const waiting = new Map<number, () => void>();
  let updates: { update_id: number; message: object }[] = [];
  let next = 1;
  let poll: (() => void) | undefined;

  function answerPoll(parameters: unknown, response: ServerResponse): void {
    const { offset, limit } = pollSchema.parse(parameters);
    updates = updates.filter(({ update_id }) => update_id >= offset);
    const answer = () => {
      poll = undefined;
      respond(response, updates.slice(0, limit));
    };
    if (updates.length > 0) answer();
    else poll = answer;
  }

  function send(parameters: unknown, response: ServerResponse): void {
    const { chat_id, text } = messageSchema.parse(parameters);
    respond(response, { message_id: next++, date: 0, chat: { id: chat_id, type: "private" }, text });
    waiting.get(chat_id)?.();
    waiting.delete(chat_id);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.url?.split("/").at(-1)?.toLowerCase();
    const parameters: unknown = request.method === "POST" ? await json(request).catch(() => ({})) : {};
    if (method === "getupdates") answerPoll(parameters, response);
    else if (method === "sendmessage") send(parameters, response);
    else respond(response, method === "getme" ? BENCHMARK_BOT : true);
  }

  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    ask(question) {
      const id = next++;
      const from = { id, is_bot: false, first_name: "Người hỏi", language_code: "vi" };
      const chat = { id, type: "private", first_name: from.first_name };
      const date = Math.floor(Date.now() / 1000);
      updates.push({ update_id: id, message: { message_id: id, date, chat, from, text: question } });
      const answered = new Promise<void>((resolve) => waiting.set(id, resolve));
      poll?.();
      return answered;
    },
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function respond(response: ServerResponse, result: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ok: true, result }));
}
