import { once } from "node:events";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Takes no more requests; settles when those in hand are answered. */
  close(): Promise<void>;
}

/** Who sends a request slowly, to hold a connection, is cut off. */
const REQUEST_TIMEOUT_MS = 10_000;

/**
 * Serves an application on an address.
 *
 * @param port 0 for any that is free
 * @param setting the environment variable that the operator is to change when the port is taken
 * @throws {Error} one clear sentence when the address cannot be listened on.
 */
export async function listen(app: Hono, host: string, port: number, setting: string): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS },
  });
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `Port ${port} on ${host} cannot be listened on (${reason}); choose another by ${setting}.`,
      {
        cause,
      },
    );
  }
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    async close() {
      const closed = once(server, "close");
      server.close();
      if ("closeIdleConnections" in server) server.closeIdleConnections();
      await closed;
    },
  };
}
