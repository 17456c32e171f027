import { createRequire } from "node:module";
import { type FetchRequest, fetchLimited } from "./fetch-limited.ts";
import { AddRefusal } from "./refusal.ts";
import { showAddress } from "./web-address.ts";

/** The name that sites may address in `robots.txt`. */
export const ROBOT_NAME = "hanoi-trade-bot";

/** What a crawler must read of a `robots.txt` at least (RFC 9309, 2.5); longer ones are refused. */
const MAX_ROBOTS_BYTES = 500 * 1024;
const MAX_ROBOTS_REDIRECTS = 5;

interface Rules {
  isDisallowed(url: string, robot: string): boolean | undefined;
}

// The package's own types describe an export that it does not have in ES modules.
const parseRobots: (url: string, text: string) => Rules = createRequire(import.meta.url)("robots-parser");

/**
 * Asks each site's `robots.txt` once, as RFC 9309 has it: without one (4xx) everything is allowed; when it cannot be
 * had (5xx, no connection) nothing is.
 *
 * @returns a check that throws AddRefusal where the site does not allow an address
 */
export function createRobotsCheck(request: Omit<FetchRequest, "permit">): (url: URL) => Promise<void> {
  const rulesOfSite = new Map<string, Promise<Rules>>();
  return async (url) => {
    let rules = rulesOfSite.get(url.origin);
    if (!rules) {
      rules = fetchRules(new URL("/robots.txt", url), request);
      rulesOfSite.set(url.origin, rules);
    }
    if ((await rules).isDisallowed(url.href, ROBOT_NAME))
      throw new AddRefusal("robots-disallow", showAddress(url));
  };
}

async function fetchRules(url: URL, request: Omit<FetchRequest, "permit">): Promise<Rules> {
  const limits = { ...request.limits, maxBytes: MAX_ROBOTS_BYTES, maxRedirects: MAX_ROBOTS_REDIRECTS };
  const { status, bytes } = await fetchLimited(url, { ...request, limits }).catch((cause: unknown) => {
    // What is wrong with the address itself is the better reason.
    if (cause instanceof AddRefusal && cause.reason === "private-address") throw cause;
    const detail = cause instanceof AddRefusal ? cause.detail : "";
    throw new AddRefusal("robots-unreachable", `${showAddress(url)}, ${detail}`, { cause });
  });
  if (status >= 500) throw new AddRefusal("robots-unreachable", `${showAddress(url)}, HTTP ${status}`);
  const isThere = status >= 200 && status < 300;
  return parseRobots(url.href, isThere ? new TextDecoder().decode(bytes) : "");
}
