import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { protectPage } from "./page-proxy.ts";

const ask = () => protectPage(new NextRequest("http://help.example/", { headers: { host: "help.example" } }));

test("the browser and Next get the same policy, as Next takes the nonce from its own", () => {
  const answer = ask();
  const policy = answer.headers.get("content-security-policy");
  expect(policy).toMatch(/'nonce-[\w+/]{22}=='/);
  expect(answer.headers.get("x-middleware-request-content-security-policy")).toBe(policy);
});

test("no two answers share a nonce", () => {
  const nonces = Array.from(
    { length: 50 },
    () => /nonce-([^']+)/.exec(ask().headers.get("content-security-policy") ?? "")?.[1],
  );
  expect(new Set(nonces).size).toBe(50);
});
