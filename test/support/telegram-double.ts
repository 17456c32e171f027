import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import {
  ApiFault,
  BOT_INFO,
  checkParameters,
  isMethod,
  readEdit,
  readInlineAnswer,
  readMessage,
  readPoll,
  readWebhook,
  type SentMessage,
} from "./telegram-methods.ts";

const PUSH_AGAIN_MS = 50;

/** A call of the bot, as it arrived. */
export interface Call {
  readonly method: string;
  readonly parameters: unknown;
  readonly status: number;
}

/** What goes wrong instead of an answer: an error of Telegram's, a page of a proxy, a cut or a dead connection... */
export type Fault =
  | {
      readonly kind: "status";
      readonly code: number;
      readonly description?: string;
      readonly retryAfter?: number;
      /** The new number of a group that became a supergroup. */
      readonly movedTo?: number;
    }
  | { readonly kind: "garbage" }
  | { readonly kind: "reset" }
  | { readonly kind: "hang" }
  /** The answer comes late. */
  | { readonly kind: "delay"; readonly milliseconds: number }
  /** Telegram does what it is told, and the connection breaks before it can say so. */
  | { readonly kind: "lost" };

interface Plan {
  readonly fault: Fault;
  times: number;
}

/** Shaped like a real token: the logs are searched for it. */
export const TOKEN = `${BOT_INFO.id}:AAFdouble_of-Telegram0123456789abcdef`;

/**
 * Telegram's Bot API on loopback, as far as this bot uses it: it takes what Telegram would take, refuses what
 * Telegram would refuse, and fails when told to.
 */
export class TelegramDouble {
  readonly token = TOKEN;
  readonly calls: Call[] = [];
  /** What inline queries were answered with, oldest first. */
  readonly inlineAnswers: ReturnType<typeof readInlineAnswer>[] = [];
  /** What the bot set with `setWebhook`. */
  webhook: ReturnType<typeof readWebhook> | undefined;
  /** Decides for each call whether something goes wrong with it, besides what `fail` was told. */
  accidents: ((method: string) => Fault | undefined) | undefined;
  /** Where calls of the webhook's address end up; `undefined`: the bot polls. */
  proxiedTo: string | undefined;
  #delivered: Promise<void> = Promise.resolve();
  readonly #events = new EventEmitter().setMaxListeners(0);
  readonly #faults = new Map<string, Plan>();
  readonly #updates: { readonly update_id: number }[] = [];
  readonly #sent: SentMessage[] = [];
  #server: Server | undefined;
  #port = 0;
  #nextUpdate = 1000;
  #nextMessage = 1;
  #poll: { answer: () => void; replace: () => void } | undefined;

  get apiRoot(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts to listen; after `goAway`, on the same port. */
  async comeBack(): Promise<void> {
    const server = createServer((request, response) => void this.#serve(request, response));
    server.listen(this.#port, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    this.#port = typeof address === "object" && address !== null ? address.port : 0;
    this.#server = server;
  }

  /** Cuts all connections and refuses new ones, as in an outage. */
  async goAway(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    this.#poll = undefined;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  }

  /** Makes the next calls of a method fail, `times` of them. */
  fail(method: string, fault: Fault, times = 1): void {
    this.#faults.set(method.toLowerCase(), { fault, times });
  }

  /** Gives the bot an update. */
  deliver(update: object): number {
    const id = this.#nextUpdate++;
    const numbered = { ...update, update_id: id };
    if (this.proxiedTo === undefined) {
      this.#updates.push(numbered);
      this.#poll?.answer();
    } else {
      this.#delivered = this.#delivered.then(() => this.#push(numbered));
    }
    return id;
  }

  /** As Telegram does, again when the connection breaks; not once the test is over. */
  async #push(update: object): Promise<void> {
    while (this.#server !== undefined) {
      try {
        await this.post(update);
        return;
      } catch {
        await pause(PUSH_AGAIN_MS);
      }
    }
  }

  /** Calls the webhook as Telegram does, or with another secret or body; gives the status of the answer. */
  async post(body: unknown, secret = this.webhook?.secret_token ?? ""): Promise<number> {
    const path = new URL(this.webhook?.url ?? "http://unset/").pathname;
    const response = await fetch(`${this.proxiedTo}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    await response.body?.cancel();
    return response.status;
  }

  takeMessageId(): number {
    return this.#nextMessage++;
  }

  /** The messages that the bot sent to a chat, oldest first. */
  messagesTo(chatId: number): SentMessage[] {
    return this.#sent.filter((message) => message.chatId === chatId);
  }

  /** A message of the bot as it is now; `undefined` when it was deleted. */
  find({ chatId, messageId }: SentMessage): SentMessage | undefined {
    return this.#sent.find((message) => message.chatId === chatId && message.messageId === messageId);
  }

  /** Deletes a message of the bot, as people can. */
  delete(message: SentMessage): void {
    const index = this.#sent.findIndex(
      ({ chatId, messageId }) => chatId === message.chatId && messageId === message.messageId,
    );
    if (index >= 0) this.#sent.splice(index, 1);
  }

  callsOf(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Settles as soon as the condition holds; it is looked at again after each call of the bot. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await once(this.#events, "call");
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token = "", method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "") ?? [];
    const parameters: unknown = request.method === "POST" ? await json(request).catch(() => ({})) : {};
    const fault = this.#takeFault(method);
    if (fault?.kind === "delay") await pause(fault.milliseconds);
    if (fault !== undefined && fault.kind !== "status" && fault.kind !== "delay" && fault.kind !== "lost") {
      this.#record(method, parameters, 0);
      if (fault.kind === "garbage")
        response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad Gateway</h1>");
      if (fault.kind === "reset") request.socket.destroy();
      return;
    }
    try {
      if (token !== this.token) throw new ApiFault(401, "Unauthorized");
      if (fault?.kind === "status")
        throw new ApiFault(fault.code, fault.description ?? "Failed on purpose", {
          ...(fault.retryAfter !== undefined && { retry_after: fault.retryAfter }),
          ...(fault.movedTo !== undefined && { migrate_to_chat_id: fault.movedTo }),
        });
      if (method.toLowerCase() === "getupdates") return this.#answerPoll(method, parameters, response);
      const result = this.#perform(method.toLowerCase(), parameters);
      this.#record(method, parameters, 200);
      if (fault?.kind === "lost") request.socket.destroy();
      else respond(response, 200, { ok: true, result });
    } catch (error) {
      const { code, message, hints } = error instanceof ApiFault ? error : new ApiFault(500, String(error));
      this.#record(method, parameters, code);
      respond(response, code, {
        ok: false,
        error_code: code,
        description: message,
        ...(hints && { parameters: hints }),
      });
    }
  }

  #perform(method: string, parameters: unknown): unknown {
    if (!isMethod(method)) throw new ApiFault(404, "Not Found: method not found");
    checkParameters(method, parameters);
    switch (method) {
      case "getme":
        return BOT_INFO;
      case "setwebhook":
        this.webhook = readWebhook(parameters);
        return true;
      case "deletewebhook":
        this.webhook = undefined;
        return true;
      case "getwebhookinfo":
        return { url: this.webhook?.url ?? "", has_custom_certificate: false, pending_update_count: 0 };
      case "answerinlinequery":
        this.inlineAnswers.push(readInlineAnswer(parameters));
        return true;
      case "editmessagetext":
      case "editmessagereplymarkup":
        return this.#edit(method, parameters);
      case "sendmessage":
        break;
      default:
        return true;
    }
    const message = readMessage(parameters, this.takeMessageId());
    this.#sent.push(message);
    return describeSent(message);
  }

  #edit(method: "editmessagetext" | "editmessagereplymarkup", parameters: unknown): unknown {
    const edit = readEdit(method, parameters);
    const index = this.#sent.findIndex(
      ({ chatId, messageId }) => chatId === edit.chatId && messageId === edit.messageId,
    );
    const before = this.#sent[index];
    if (!before) throw new ApiFault(400, "Bad Request: message to edit not found");
    const after = { ...before, ...edit.content, buttons: edit.buttons, edits: before.edits + 1 };
    if (isDeepStrictEqual({ ...after, edits: before.edits }, before)) {
      throw new ApiFault(400, "Bad Request: message is not modified: it is exactly the same");
    }
    this.#sent[index] = after;
    return describeSent(after);
  }

  #answerPoll(method: string, parameters: unknown, response: ServerResponse): void {
    const { offset, limit, timeout } = readPoll(parameters);
    this.#poll?.replace();
    while (this.#updates[0] !== undefined && this.#updates[0].update_id < offset) this.#updates.shift();
    const answer = (): void => {
      clearTimeout(timer);
      if (this.#poll === poll) this.#poll = undefined;
      respond(response, 200, { ok: true, result: this.#updates.slice(0, limit) });
    };
    const replace = (): void => {
      clearTimeout(timer);
      const description = "Conflict: terminated by other getUpdates request";
      respond(response, 409, { ok: false, error_code: 409, description });
    };
    const poll = { answer, replace };
    const timer = setTimeout(answer, timeout * 1000);
    response.on("close", () => {
      clearTimeout(timer);
      if (this.#poll === poll) this.#poll = undefined;
    });
    this.#poll = poll;
    this.#record(method, parameters, 200);
    if (this.#updates.length > 0) answer();
  }

  #takeFault(method: string): Fault | undefined {
    const accident = this.accidents?.(method);
    if (accident !== undefined) return accident;
    const plan = this.#faults.get(method.toLowerCase());
    if (plan === undefined || plan.times <= 0) return undefined;
    plan.times--;
    return plan.fault;
  }

  #record(method: string, parameters: unknown, status: number): void {
    this.calls.push({ method, parameters, status });
    this.#events.emit("call");
  }
}

function describeSent({ messageId, chatId, text }: SentMessage) {
  const chat =
    chatId > 0
      ? { id: chatId, type: "private", first_name: "A" }
      : { id: chatId, type: "supergroup", title: "G" };
  return { message_id: messageId, date: 0, text, from: BOT_INFO, chat };
}

/** Starts a double on a free port. */
export async function startTelegramDouble(): Promise<TelegramDouble> {
  const telegram = new TelegramDouble();
  await telegram.comeBack();
  return telegram;
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
