import { rmSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { afterAll, describe, expect, test } from "vitest";
import { networkOf, type ReaderContext } from "../core/reader.ts";
import { sessionCookie } from "../people/sessions.ts";
import { testSettings } from "../testing/settings.ts";
import { ADDRESS_HEADER, addressOf, isLocal, isOurs, isSameOrigin, visitorOf } from "./request.ts";

interface Parts {
  url?: string;
  headers?: Record<string, string>;
  remoteAddress?: string;
}
const request = ({ url = "/", headers = {}, remoteAddress = "192.0.2.1" }: Parts) =>
  ({ url, headers, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe("the network a request comes from", () => {
  const from = (remoteAddress: string) => addressOf(request({ remoteAddress }), false);

  test("is not what a client says, however often it changes its word", () => {
    const says = (word: string, trusted = false) =>
      addressOf(request({ headers: { "x-forwarded-for": word } }), trusted);
    expect(new Set(["1.1.1.1", "2.2.2.2", "3.3.3.3, 4.4.4.4", ""].map((word) => says(word)))).toEqual(
      new Set(["192.0.2.1"]),
    );
    // What our own proxy saw stands last; before it, a client may write anything.
    expect(new Set(["9.9.9.9", "1.1.1.1, 9.9.9.9", "junk,9.9.9.9"].map((word) => says(word, true)))).toEqual(
      new Set(["9.9.9.9"]),
    );
  });
  test("is one for all the addresses of one subscriber", () => {
    const all = ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:DB8:0001:2:0:0:0:7%eth0"];
    expect(new Set(all.map(from))).toEqual(new Set(["2001:db8:1:2::/64"]));
    expect(from("2001:db8:1:3::1")).not.toBe(from("2001:db8:1:2::1"));
    expect(from("::1")).toBe("0:0:0:0::/64");
  });
  test("is one for IPv4, also where it is written as IPv6", () => {
    expect(from("::ffff:203.0.113.7")).toBe("203.0.113.7");
    expect(from("203.0.113.8")).toBe("203.0.113.8");
  });
});

describe("who has not signed in", () => {
  const settings = testSettings();
  afterAll(() => rmSync(settings.dataDir, { recursive: true, force: true }));
  const visitor = (address: string, browser = "Mozilla/5.0 (X11) Firefox/150.0") =>
    visitorOf({ settings }, { [ADDRESS_HEADER]: address, "user-agent": browser });
  const network = (of: string) => networkOf({ visitor: of } as ReaderContext);

  test("is known by network and browser, and by neither in words", () => {
    expect(visitor("203.0.113.7")).toBe(visitor("203.0.113.7"));
    const all = [visitor("203.0.113.7"), visitor("203.0.113.8"), visitor("203.0.113.7", "Mozilla/5.0 Safari/619")];
    expect(new Set(all).size).toBe(3);
    for (const one of all) expect(one).toMatch(/^[\w-]{16}\.[\w-]{16}$/);
  });
  test("is of the same network with another browser", () => {
    expect(network(visitor("203.0.113.7", "a"))).toBe(network(visitor("203.0.113.7", "b")));
    expect(network(visitor("203.0.113.7"))).not.toBe(network(visitor("203.0.113.8")));
  });
  test.each([
    "Googlebot/2.1",
    "Mozilla/5.0 (compatible; bingbot/2.0)",
    "Slackbot-LinkExpanding 1.0",
    "facebookexternalhit/1.1",
  ])("is nobody where it calls itself a robot: %s", (browser) => {
    expect(visitor("203.0.113.7", browser)).toBe("");
  });
});

describe("a request", () => {
  const url = "https://help.example";

  test.each(["http://help.example/", "*", "help.example:443", "//"])(
    "for %j is not ours by that address",
    (address) => {
      const host = address === "//" ? "evil.example" : "help.example";
      expect(isOurs(request({ url: address, headers: { host } }), url)).toBe(false);
    },
  );
  test.each(["evil.example", "help.example.evil.example", "help.example:80", "help.example@evil.example", ""])(
    "for the host %j is not ours, whatever a proxy's header says",
    (host) => {
      const headers = { host, "x-forwarded-host": "help.example", forwarded: "host=help.example" };
      expect(isOurs(request({ headers }), url)).toBe(false);
    },
  );
  test.each(["http://help.example", "https://help.example:444", "https://a.help.example", "null", "", "help.example"])(
    "from %j is another site's",
    (origin) => expect(isSameOrigin(request({ headers: { origin } }), url)).toBe(false),
  );
  test("from a page of ours, or no page at all, is not", () => {
    expect(isSameOrigin(request({ headers: { origin: url } }), url)).toBe(true);
    expect(isSameOrigin(request({}), url)).toBe(true);
  });
});

test("no other host can plant a session where there is https", () => {
  expect(sessionCookie("customer", "https://help.example")).toMatch(/^__Host-/);
  expect(sessionCookie("customer", "http://localhost:3000")).not.toMatch(/^__/);
});

test("a demo is for the machine it runs on, whatever host a neighbour names", () => {
  const local = (remoteAddress: string) => isLocal(request({ remoteAddress, headers: { host: "localhost:3000" } }));
  for (const address of ["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"]) expect(local(address)).toBe(true);
  for (const address of ["192.168.1.5", "fe80::1", "::ffff:10.0.0.1", "", "1270.0.0.1"])
    expect(local(address)).toBe(false);
});
