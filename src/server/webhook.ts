import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { readUpdate } from "../bot/handling.ts";

export interface WebhookParts {
  /** The path of the address that Telegram was given. */
  readonly path: string;
  readonly secret: string;
  /** Takes an update; must be quick, for Telegram waits. */
  readonly take: (update: Update) => void;
}

/** Telegram's updates have some ten kilobytes at most. */
const MAX_BODY_BYTES = 1024 * 1024;

const SECRET_HEADER = "x-telegram-bot-api-secret-token";

/**
 * What Telegram calls. It is answered as soon as the update is written down, before it is handled: who waits too long
 * delivers again.
 */
export function createWebhook({ path, secret, take }: WebhookParts): Hono {
  const app = new Hono();
  app.post(
    path,
    // Before the body is read: who does not know the secret is not worth it.
    async (context, next) => {
      if (!isSame(context.req.header(SECRET_HEADER) ?? "", secret)) return context.text("Unauthorized", 401);
      return next();
    },
    bodyLimit({ maxSize: MAX_BODY_BYTES }),
    async (context) => {
      const update = readUpdate(await context.req.json().catch(() => undefined));
      if (!update) return context.text("Bad Request", 400);
      take(update);
      return context.body(null, 200);
    },
  );
  return app;
}

/** Compares in a time that tells nothing of where two texts differ, nor of their lengths. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
