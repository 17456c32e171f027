import { lookup as resolve } from "node:dns";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, buildConnector } from "undici";
import { AddRefusal } from "./refusal.ts";

/** What connecting may take, in milliseconds; the whole of a fetch has a limit of its own. */
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Whether an IP address is one of the open Internet. Private, loopback, link-local, unique-local, multicast and
 * reserved ones are not, nor are those that wrap an IPv4 address in IPv6 (mapped, 6to4, NAT64, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  const withoutZone = address.replace(/%.*$/, "");
  return ipaddr.isValid(withoutZone) && ipaddr.parse(withoutZone).range() === "unicast";
}

/**
 * Connections to allowed addresses only. The check is on what is really connected to: the socket gets exactly the
 * addresses that were checked, so a name that resolves to another address the second time gains nothing.
 */
export function createAgent(isAllowed: (address: string) => boolean = isPublicAddress): Agent {
  const connect = buildConnector({ lookup: createLookup(isAllowed), timeout: CONNECT_TIMEOUT_MS });
  return new Agent({
    connect(options, done) {
      const host = options.hostname.replace(/^\[|\]$/g, "");
      // The socket does not look up what is an address already.
      if (isIP(host) !== 0 && !isAllowed(host)) {
        done(new AddRefusal("private-address", host), null);
        return;
      }
      connect(options, done);
    },
  });
}

/** A name with even one address that is not allowed is refused: it is no site of the open Internet. */
function createLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        done(error, "");
        return;
      }
      const hidden = addresses.find(({ address }) => !isAllowed(address));
      if (hidden) {
        done(new AddRefusal("private-address", `${hostname}, ${hidden.address}`), "");
        return;
      }
      const [first] = addresses;
      if (options.all) done(null, addresses);
      else done(null, first?.address ?? "", first?.family);
    });
  };
}
