import { AddRefusal } from "./refusal.ts";

/** Parameters that say where a reader came from, not what is read. */
const TRACKING_PARAMETER = /^(?:utm_\w+|fbclid|gclid|zalo\w*)$/i;

/** Whether an argument names something on the web, of whatever scheme, and not a file. */
export function looksLikeUrl(source: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(source);
}

/**
 * An address that may be fetched: http or https, without a name and password.
 * @throws AddRefusal otherwise
 */
export function parseWebAddress(source: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(source, base);
  } catch (cause) {
    throw new AddRefusal("address-wrong", showAddress(source), { cause });
  }
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new AddRefusal("address-wrong", showAddress(source));
  if (url.username !== "" || url.password !== "")
    throw new AddRefusal("credentials-in-address", showAddress(url));
  url.hash = "";
  return url;
}

/** An address as it may be shown and logged: without name and password, its parameters only hinted at. */
export function showAddress(address: string | URL): string {
  if (typeof address === "string" && !URL.canParse(address)) {
    // What cannot be taken apart may hold a password anywhere before its last @.
    return address.replace(/\/\/.*@/su, "//").replace(/\?.*/su, "?…");
  }
  const url = new URL(address);
  const query = url.search === "" ? "" : "?…";
  // Schemes other than the web's have no origin.
  return `${url.protocol}//${url.host}${url.pathname}${query}`;
}

/** One form for all addresses of the same page, to tell whether it is there already. */
export function addressKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING_PARAMETER.test(name)) url.searchParams.delete(name);
  }
  const host = url.host.replace(/^www\./, "");
  return `${host}${url.pathname.replace(/\/+$/, "")}${url.search}`;
}
