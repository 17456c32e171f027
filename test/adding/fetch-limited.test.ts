import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { type FetchLimits, fetchLimited } from "../../src/adding/fetch-limited.ts";
import { createAgent, isPublicAddress } from "../../src/adding/public-addresses.ts";
import { AddRefusal } from "../../src/adding/refusal.ts";
import { createRobotsCheck } from "../../src/adding/robots.ts";
import { addressKey, parseWebAddress, showAddress } from "../../src/adding/web-address.ts";
import { openSite, redirectTo, type WebSite } from "../support/web-site.ts";

const LIMITS: FetchLimits = { maxBytes: 100_000, timeoutMs: 20_000, maxRedirects: 3 };
const sites: WebSite[] = [];
const anywhere = createAgent(() => true);
const inPublic = createAgent();

afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.close()));
});

async function open(pages: Parameters<typeof openSite>[0]): Promise<WebSite> {
  const site = await openSite(pages);
  sites.push(site);
  return site;
}

function get(address: string, { dispatcher = anywhere, limits = LIMITS } = {}) {
  return fetchLimited(parseWebAddress(address), { dispatcher, limits, userAgent: "test" });
}

async function refusalOf(work: Promise<unknown>): Promise<Pick<AddRefusal, "reason" | "detail">> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof AddRefusal)) throw new Error(`no refusal: ${String(error)}`);
  return { reason: error.reason, detail: error.detail };
}

describe("an address", () => {
  test("is public only on the open Internet", () => {
    const hidden = [
      ..."0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 192.168.1.1 192.0.2.1 224.0.0.1".split(
        " ",
      ),
      ..."240.0.0.1 255.255.255.255 :: ::1 fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 2001:db8::1".split(
        " ",
      ),
      ..."::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 2002:7f00:1:: 2001::1 not-an-address".split(" "),
    ];
    expect(hidden.filter(isPublicAddress)).toEqual([]);
    expect(
      ["8.8.8.8", "203.162.0.1", "2606:4700::1111", "2405:4800::1"].filter((a) => !isPublicAddress(a)),
    ).toEqual([]);
  });

  test("must be http or https, without name and password, which are never shown", async () => {
    for (const wrong of [
      "ftp://example.vn/a",
      "file:///etc/passwd",
      "data:text/html,a",
      "http://",
      "//a b",
    ]) {
      expect((await refusalOf(Promise.resolve().then(() => parseWebAddress(wrong)))).reason, wrong).toBe(
        "address-wrong",
      );
    }
    for (const secret of [
      "https://me:s3cret@example.vn/a?key=s3cret",
      "http://me:s3cret@exa mple:99999/",
      "http://s3cret@[::1/",
    ]) {
      const { detail } = await refusalOf(Promise.resolve().then(() => parseWebAddress(secret)));
      expect(detail).not.toContain("s3cret");
    }
    expect(showAddress("https://example.vn/bai?id=3&token=s3cret#a")).toBe("https://example.vn/bai?…");
  });

  test("is the same page with another scheme, www, fragment, slash or tracking", () => {
    expect(addressKey("http://www.example.vn/bai-1/?utm_source=zalo&id=3#top")).toBe(
      addressKey("https://example.vn/bai-1?id=3"),
    );
    expect(addressKey("https://example.vn/bai-1?id=3")).not.toBe(addressKey("https://example.vn/bai-1?id=4"));
  });
});

describe("fetching from public addresses only", () => {
  test.each([
    ["an address of the machine itself", (port: string) => `http://127.0.0.1:${port}/a`],
    ["the same in IPv6", (port: string) => `http://[::1]:${port}/a`],
    ["the same mapped into IPv6", (port: string) => `http://[::ffff:127.0.0.1]:${port}/a`],
    ["the same written as a number", (port: string) => `http://2130706433:${port}/a`],
    ["a name that resolves to it", (port: string) => `http://localhost:${port}/a`],
    ["the address of a cloud's metadata", () => "http://169.254.169.254/latest/meta-data/"],
  ])("refuses %s, without asking it", async (_name, makeAddress) => {
    const site = await open({ "/a": "secret" });
    const { reason } = await refusalOf(get(makeAddress(new URL(site.origin).port), { dispatcher: inPublic }));
    expect(reason).toBe("private-address");
    expect(site.asked).toEqual([]);
  });

  test("refuses a redirect to such an address", async () => {
    const hidden = await open({ "/a": "secret" });
    const dispatcher = createAgent((address) => address === "127.0.0.1");
    for (const host of ["127.0.0.2", "[::1]", "[::ffff:127.0.0.1]"]) {
      const site = await open({ "/a": redirectTo(`http://${host}:${new URL(hidden.origin).port}/a`) });
      const { reason } = await refusalOf(get(`${site.origin}/a`, { dispatcher }));
      expect(reason, host).toBe("private-address");
    }
    expect(hidden.asked).toEqual([]);
  });
});

describe("fetching", () => {
  test("gives the bytes, the type, and where they came from after redirects", async () => {
    const site = await open({ "/a": redirectTo("/b"), "/b": redirectTo("c?d=1"), "/c": "xin chào" });
    const { url, status, contentType, bytes } = await get(`${site.origin}/a#part`);
    expect(url.href).toBe(`${site.origin}/c?d=1`);
    expect({ status, contentType, text: Buffer.from(bytes).toString() }).toEqual({
      status: 200,
      contentType: "text/html; charset=utf-8",
      text: "xin chào",
    });
    expect([...site.agents]).toEqual(["test"]);
  });

  test("checks where a redirect leads as it checks the first address", async () => {
    const site = await open({
      "/ftp": redirectTo("ftp://example.vn/"),
      "/me": redirectTo("http://me:s3cret@example.vn/"),
    });
    expect((await refusalOf(get(`${site.origin}/ftp`))).reason).toBe("address-wrong");
    expect(await refusalOf(get(`${site.origin}/me`))).toEqual({
      reason: "credentials-in-address",
      detail: "http://example.vn/",
    });
  });

  test("gives up on endless redirects", async () => {
    const site = await open({ "/a": redirectTo("/a") });
    expect(await refusalOf(get(`${site.origin}/a`))).toEqual({ reason: "redirects", detail: "3" });
    expect(site.asked).toHaveLength(4);
  });

  test("stops reading a body that never ends", async () => {
    let sent = 0;
    const site = await open({
      "/a": (_request, response) => {
        const more = () => {
          sent += 10_000;
          if (!response.destroyed) response.write("x".repeat(10_000), () => setImmediate(more));
        };
        more();
      },
    });
    expect((await refusalOf(get(`${site.origin}/a`))).reason).toBe("too-large");
    expect(sent).toBeLessThan(100_000_000);
  });

  test("stops unpacking a bomb", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const site = await open({
      "/a": (_request, response) => void response.setHeader("content-encoding", "gzip").end(bomb),
    });
    expect((await refusalOf(get(`${site.origin}/a`))).reason).toBe("too-large");
  });

  test.each([
    ["a server that does not answer", () => {}],
    ["a body that stops coming", (response: { write(part: string): void }) => response.write("a little")],
  ])("does not wait for %s", async (_name, answer) => {
    const site = await open({ "/a": (_request, response) => answer(response) });
    const limits = { ...LIMITS, timeoutMs: 200 };
    expect(await refusalOf(get(`${site.origin}/a`, { limits }))).toEqual({
      reason: "too-slow",
      detail: "0.2 s",
    });
  });

  test("says which address cannot be reached, and why", async () => {
    const site = await openSite({});
    await site.close();
    expect(await refusalOf(get(`${site.origin}/a?key=s3cret`))).toEqual({
      reason: "unreachable",
      detail: `${site.origin}/a?…, ECONNREFUSED`,
    });
  });
});

describe("robots.txt", () => {
  const check = () => createRobotsCheck({ dispatcher: anywhere, limits: LIMITS, userAgent: "test" });
  const text = (rules: string, status = 200) => ({
    "/robots.txt": ((_request, response) => void response.writeHead(status).end(rules)) satisfies Parameters<
      typeof openSite
    >[0][string],
  });

  test("forbids what it disallows for us or for all, and is asked for once", async () => {
    const site = await open(text("User-agent: *\nDisallow: /rieng\n\nUser-agent: other\nDisallow: /"));
    const permit = check();
    await permit(new URL("/bai-1", site.origin));
    await permit(new URL("/bai-2", site.origin));
    expect(await refusalOf(permit(new URL("/rieng/a?b=c", site.origin)))).toEqual({
      reason: "robots-disallow",
      detail: `${site.origin}/rieng/a?…`,
    });
    expect(site.asked).toEqual(["/robots.txt"]);
  });

  test("knows the name that we go by", async () => {
    const site = await open(text("User-agent: Hanoi-Trade-Bot\nDisallow: /"));
    expect((await refusalOf(check()(new URL("/a", site.origin)))).reason).toBe("robots-disallow");
  });

  test("allows everything where there is none", async () => {
    const site = await open({});
    await check()(new URL("/a", site.origin));
  });

  test("forbids everything while it cannot be had", async () => {
    const broken = await open(text("", 503));
    expect(await refusalOf(check()(new URL("/a", broken.origin)))).toEqual({
      reason: "robots-unreachable",
      detail: `${broken.origin}/robots.txt, HTTP 503`,
    });
    const gone = await openSite({});
    await gone.close();
    expect((await refusalOf(check()(new URL("/a", gone.origin)))).reason).toBe("robots-unreachable");
  });
});
