import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createSite, TEST_NETWORK, type TestSite } from "../testing/site.ts";
import { type GuardedRequest, guardedFetch, isFetchable, type Network } from "./guarded-fetch.ts";
import { isPublic } from "./public-address.ts";

let site: TestSite;

beforeAll(async () => {
  site = await createSite();
});
afterAll(() => site.close());
beforeEach(() => {
  site.pages.clear();
  site.asked.length = 0;
});

const LIMITS = { maxBytes: 10_000, timeoutMs: 2_000, redirects: 3 } as const;
const get = (url: string, more: Partial<GuardedRequest> = {}, network: Network = TEST_NETWORK) =>
  guardedFetch(new URL(url, site.origin), { ...LIMITS, ...more }, network);

describe("security row 9: nothing reaches a private address, be it written", () => {
  /** As it is in production, but that names can be made up. */
  const network = (...addresses: string[]): Network => ({ resolve: async () => addresses, isAllowed: isPublic });

  const HOSTS = [
    ...["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "①②⑦.0.0.1"],
    ...["0.0.0.0", "0", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]"],
    ...["[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[fe80::1]", "[fd00::1]"],
    ...["10.0.0.1", "192.168.0.1", "172.16.0.1", "100.64.0.1", "169.254.169.254", "168.63.129.16"],
  ];
  /** On this port somebody listens and counts; and on the ones that are allowed, so that not the port saves us. */
  const ports = () => [site.port, 80, 443, 8080, 8443];

  test.each(HOSTS)("as http://%s/", async (host) => {
    const before = site.connections();
    for (const port of ports()) {
      for (const protocol of ["http", "https"]) {
        await expect(get(`${protocol}://${host}:${port}/`, {}, network("8.8.8.8"))).rejects.toThrow("private-address");
      }
    }
    expect(site.connections()).toBe(before);
  });

  test("as a name, also as one of several addresses of a name", async () => {
    const before = site.connections();
    for (const answers of [["127.0.0.1"], ["::1"], ["8.8.8.8", "127.0.0.1"], ["::ffff:127.0.0.1"]]) {
      await expect(get("http://rebound.example/", {}, network(...answers))).rejects.toThrow("private-address");
      await expect(get(`http://rebound.example:${site.port}/`, {}, network(...answers))).rejects.toThrow();
    }
    expect(site.connections()).toBe(before);
  });

  test("as the names that every machine has", async () => {
    const before = site.connections();
    for (const host of ["localhost", "LOCALHOST"]) {
      const asked = guardedFetch(new URL(`http://${host}:${site.port}/`), LIMITS);
      await expect(asked).rejects.toThrow("private-address");
      await expect(guardedFetch(new URL(`http://${host}:8080/`), LIMITS)).rejects.toThrow("private-address");
    }
    expect(site.connections()).toBe(before);
  });

  test("as the second answer of a name server: the first is the one that is used", async () => {
    let asked = 0;
    /** Asked once more, it would be an address where nobody is. */
    const rebinding: Network = {
      resolve: async () => (asked++ === 0 ? ["127.0.0.1"] : ["127.0.0.2"]),
      isAllowed: ({ address }) => address === "127.0.0.1",
    };
    site.pages.set("/", "public");
    const { body } = await get("/", {}, rebinding);
    expect(body.toString()).toBe("public");
    expect(asked).toBe(1);
  });

  test.each([301, 302, 303, 307, 308])("as the end of a redirect, %i", async (status) => {
    const inner = await createSite({ "/": "secret" });
    const network: Network = {
      resolve: async (host) => [host === "docs.example" ? "127.0.0.1" : "127.0.0.2"],
      isAllowed: ({ address, port }) => address === "127.0.0.1" && port === site.port,
    };
    for (const to of [`http://127.0.0.1:${inner.port}/`, `http://inner.example:${inner.port}/`, "http://[::1]/"]) {
      site.pages.set("/", { status, headers: { location: to } });
      await expect(get("/", {}, network)).rejects.toThrow("private-address");
    }
    expect(inner.connections()).toBe(0);
    await inner.close();
  });

  test("by way of credentials or another protocol", async () => {
    for (const url of ["http://user:pw@docs.example/", "http://user@docs.example/", "file:///etc/passwd"]) {
      expect(isFetchable(new URL(url))).toBe(false);
      await expect(guardedFetch(new URL(url), LIMITS, TEST_NETWORK)).rejects.toThrow("private-address");
    }
    for (const to of ["file:///etc/passwd", "ftp://docs.example/", "gopher://docs.example/", "//user@docs.example/"]) {
      site.pages.set("/", { status: 302, headers: { location: to } });
      await expect(get("/")).rejects.toThrow("private-address");
    }
  });
});

describe("what answers", () => {
  test("is given with its body and where it came from", async () => {
    site.pages.set("/a", { status: 302, headers: { location: "b?c=1" } });
    site.pages.set("/b?c=1", { body: "here", headers: { etag: '"1"' } });
    const { status, body, url, headers } = await get("/a");
    expect([status, body.toString(), url.pathname, headers.etag]).toEqual([200, "here", "/b", '"1"']);
  });

  test("is asked by its own name, and for nothing but what was asked", async () => {
    let got: unknown;
    site.pages.set("/", (request, response) => {
      got = [request.headers.host, request.headers.cookie, request.headers["user-agent"]];
      response.end();
    });
    await get("/", { headers: { "user-agent": "us" } });
    expect(got).toEqual([`docs.example:${site.port}`, undefined, "us"]);
  });

  test("may be packed", async () => {
    const packed = { gzip: gzipSync("packed"), br: brotliCompressSync("packed") };
    for (const [encoding, body] of Object.entries(packed)) {
      site.pages.set("/", { body, headers: { "content-encoding": encoding } });
      expect((await get("/")).body.toString()).toBe("packed");
    }
  });

  test("with a broken packing is unreadable", async () => {
    site.pages.set("/", { body: "no gzip", headers: { "content-encoding": "gzip" } });
    await expect(get("/")).rejects.toThrow("unreadable");
  });
});

describe("what costs too much ends", () => {
  test("a body that is too large, and one that is only once it is unpacked", async () => {
    site.pages.set("/", "x".repeat(10_001));
    await expect(get("/")).rejects.toThrow("too-large");
    site.pages.set("/", { body: gzipSync(Buffer.alloc(50_000_000)), headers: { "content-encoding": "gzip" } });
    const before = process.memoryUsage().rss;
    await expect(get("/", { maxBytes: 1_000_000 })).rejects.toThrow("too-large");
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  test("a body without an end", async () => {
    let gone: () => void;
    const left = new Promise<void>((resolve) => {
      gone = resolve;
    });
    site.pages.set("/", (_request, response) => {
      const timer = setInterval(() => response.write("x"), 5);
      response.on("close", () => {
        clearInterval(timer);
        gone();
      });
    });
    await expect(get("/", { timeoutMs: 200 })).rejects.toThrow("timeout");
    await left;
  });

  test("an answer that never comes, and a name server that never answers", async () => {
    site.pages.set("/", () => {});
    await expect(get("/", { timeoutMs: 100 })).rejects.toThrow("timeout");
    const network: Network = { ...TEST_NETWORK, resolve: () => new Promise(() => {}) };
    await expect(get("/", { timeoutMs: 100 }, network)).rejects.toThrow("timeout");
  });

  test("redirects in a circle", async () => {
    site.pages.set("/", { status: 301, headers: { location: "/" } });
    await expect(get("/")).rejects.toThrow("too-many-redirects");
    expect(site.asked).toHaveLength(LIMITS.redirects + 1);
  });

  test("a redirect that must not be followed is the answer", async () => {
    site.pages.set("/", { status: 301, headers: { location: "/b" } });
    expect((await get("/", { mayFollow: () => false })).status).toBe(301);
    expect(site.asked).toEqual(["GET /"]);
  });
});

describe("what does not answer is called by its name:", () => {
  test("a host that nobody has", async () => {
    await expect(get("http://nobody.example/")).rejects.toThrow("unknown-host");
  });
  test("a port where nobody listens", async () => {
    const closed = await createSite();
    await closed.close();
    await expect(get(`http://docs.example:${closed.port}/`)).rejects.toThrow("unreachable");
  });
  test("a host of which one address is down is asked at the other", async () => {
    site.pages.set("/", "up");
    const network: Network = { resolve: async () => ["127.0.0.3", "127.0.0.1"], isAllowed: () => true };
    expect((await get("/", {}, network)).body.toString()).toBe("up");
  });
});
