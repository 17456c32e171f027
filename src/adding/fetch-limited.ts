import { type Dispatcher, fetch, type Response } from "undici";
import { AddRefusal } from "./refusal.ts";
import { parseWebAddress, showAddress } from "./web-address.ts";

/** What one fetch may take. */
export interface FetchLimits {
  /** Of the body, unpacked. */
  readonly maxBytes: number;
  /** From the first connection to the last byte, redirects included; milliseconds. */
  readonly timeoutMs: number;
  readonly maxRedirects: number;
}

export interface FetchRequest {
  readonly dispatcher: Dispatcher;
  readonly limits: FetchLimits;
  readonly userAgent: string;
  /** Asked before every request, redirects too; it throws to refuse. */
  readonly permit?: (url: URL) => Promise<void>;
}

export interface Fetched {
  /** Where the answer came from at last. */
  readonly url: URL;
  readonly status: number;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const ACCEPTED = "text/html,application/xhtml+xml,application/pdf,text/markdown,text/plain;q=0.9,*/*;q=0.5";

/**
 * Fetches an address by GET. Redirects are followed one by one, each checked like the first address. Statuses
 * other than redirects are the caller's to judge.
 *
 * @throws AddRefusal when an address may not be fetched, or a limit is passed
 */
export async function fetchLimited(address: URL, request: FetchRequest): Promise<Fetched> {
  const signal = AbortSignal.timeout(request.limits.timeoutMs);
  let url = address;
  for (let redirects = 0; ; redirects++) {
    await request.permit?.(url);
    try {
      const response = await fetch(url, {
        dispatcher: request.dispatcher,
        redirect: "manual",
        signal,
        headers: { "user-agent": request.userAgent, accept: ACCEPTED },
      });
      const location = response.headers.get("location");
      if (!REDIRECTS.has(response.status) || location === null) {
        const bytes = await readBody(response, request.limits.maxBytes);
        return { url, status: response.status, contentType: response.headers.get("content-type"), bytes };
      }
      await response.body?.cancel();
      if (redirects >= request.limits.maxRedirects)
        throw new AddRefusal("redirects", String(request.limits.maxRedirects));
      url = parseWebAddress(location, url);
    } catch (error) {
      throw toRefusal(error, url, signal, request.limits);
    }
  }
}

/** Reads a body as far as the limit; what is packed counts unpacked, and no more of it is unpacked than that. */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the rest of the body.
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > maxBytes) throw new AddRefusal("too-large", `${Math.round(maxBytes / 1024)} KB`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Messages of the network name addresses as they were given: only their codes are passed on. */
function toRefusal(error: unknown, url: URL, signal: AbortSignal, limits: FetchLimits): AddRefusal {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AddRefusal) return cause;
  }
  if (signal.aborted) return new AddRefusal("too-slow", `${limits.timeoutMs / 1000} s`);
  return new AddRefusal("unreachable", `${showAddress(url)}, ${findCode(error)}`);
}

function findCode(error: unknown): string {
  let code = "";
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") code = cause.code;
    else if (code === "") code = cause.name;
  }
  return code;
}
