import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./csp.ts";

const policy = (over: Partial<Parameters<typeof contentSecurityPolicy>[0]> = {}) =>
  new Map(
    contentSecurityPolicy({ nonce: "abc", host: "help.example:3000", dev: false, ...over })
      .split("; ")
      .map((line) => [line.split(" ")[0], line.split(" ").slice(1)] as const),
  );

test("in production no script runs without the nonce, and none is made from text", () => {
  expect(policy().get("script-src")).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
  expect(policy().get("style-src")).toEqual(["'self'", "'nonce-abc'"]);
});

test("the only other origins are the sockets of the same host", () => {
  const origins = [...policy().values()].flat().filter((source) => source.includes("//"));
  expect(origins).toEqual(["ws://help.example:3000", "wss://help.example:3000"]);
});

test.each(["evil.example; script-src *", "a b", "a,b", ""])("a forged host %j adds nothing", (host) => {
  expect(policy({ host }).get("connect-src")).toEqual(["'self'"]);
  expect(policy({ host }).size).toBe(policy().size);
});

test("no page can be framed", () => expect(policy().get("frame-ancestors")).toEqual(["'none'"]));
