import { asAddress } from "@mintreu/api/people/address";
import { beforeEach, expect, test } from "vitest";
import { refuseAuth } from "./guard.ts";

let counted: { address: string; email: string }[] = [];

beforeEach(() => {
  counted = [];
  const limitSignIn = async (from: { address: string; email: string }) => void counted.push(from);
  Reflect.set(globalThis, Symbol.for("mintreu.web"), { limitSignIn, asAddress });
});

const HEADERS = {
  ...{ host: "help.test", origin: "http://help.test", "x-mintreu-address": "203.0.113.7" },
  "content-type": "application/x-www-form-urlencoded;charset=UTF-8",
};

/** What is answered: a status of ours, or 0 where next-auth is asked. */
async function ask(method: string, path: string, init: { body?: string; headers?: Record<string, string> } = {}) {
  const { body = null, headers } = init;
  const request = new Request("http://help.test/api/auth", { method, body, headers: { ...HEADERS, ...headers } });
  return (await refuseAuth(request, path.split("/")))?.status ?? 0;
}
const link = (body: string, headers = {}) => ask("POST", "signin/email", { body, headers });

test.each(["GET csrf", "GET error", "GET verify-request"])("%s is next-auth's", async (asked) => {
  const [method = "", path = ""] = asked.split(" ");
  expect(await ask(method, path)).toBe(0);
});

test.each([
  // Anybody could write into our log.
  "POST _log",
  // Another name of what is limited.
  ...["POST signin/email/x", "POST signin", "POST signin/email/", "GET signin/email"],
  // It would use up a link that is only looked at.
  ...["GET callback/email", "HEAD callback/email"],
  ...[
    "POST callback/email/x",
    "POST callback",
    "GET callback/other",
    "GET session",
    "POST session",
    "GET signout",
    "GET providers",
  ],
])("%s is not there", async (asked) => {
  const [method = "", path = ""] = asked.split(" ");
  expect(await ask(method, path, method === "POST" ? { body: "email=a@b.test" } : {})).toBe(404);
  expect(counted).toEqual([]);
});

test("an address counts as the one that a link is made for, however it is written", async () => {
  for (const email of ["Ann@Example.com", " ann@example.com ", "ANN@EXAMPLE.COM"]) {
    expect(await link(String(new URLSearchParams({ email })))).toBe(0);
  }
  expect(counted).toEqual(Array(3).fill({ address: "203.0.113.7", email: "ann@example.com" }));
});

test.each([
  ["two, of which next-auth takes the last", "email=other%40example.com&email=ann%40example.com"],
  ["one with more after a comma, which next-auth drops", "email=ann%40example.com%2Cother"],
  ["none", "email="],
  ["no field", "x=1"],
  ["one that is too long", `email=${"a".repeat(300)}%40example.com`],
])("%s: refused", async (_what, body) => {
  expect(await link(body)).toBe(400);
  expect(counted).toEqual([]);
});

test("what next-auth would read in another way than we do is refused", async () => {
  const json = JSON.stringify({ email: "ann@example.com", x: "&email=other@example.com&" });
  expect(await link(json, { "content-type": "application/json" })).toBe(415);
  expect(await link(json, { "content-type": "application/x-www-form-urlencoded; a=application/json" })).toBe(415);
});

test("another site cannot have links sent, or anybody signed in as somebody of its choice", async () => {
  expect(await link("email=ann%40example.com", { origin: "https://evil.example" })).toBe(403);
  const use = (headers: Record<string, string>) =>
    ask("POST", "callback/email", { body: "email=ann%40example.com&token=secret", headers });
  expect(await use({ origin: "https://evil.example" })).toBe(403);
  expect(await use({ origin: "null" })).toBe(403);
  expect(await use({ "content-type": "text/plain" })).toBe(415);
  expect(await use({})).toBe(0);
});
