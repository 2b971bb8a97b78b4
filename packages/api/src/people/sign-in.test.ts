import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { DomainError } from "../core/errors.ts";
import { createPerson, createWorld, type World } from "../testing/world.ts";
import { authOptionsFor } from "./auth.ts";
import { authAdapter } from "./auth-adapter.ts";
import { limitSignIn, mailSignInLink, requestSignIn } from "./request-sign-in.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const mails = (toEmail: string) => world.system.db.prisma.mail.findMany({ where: { toEmail } });
const address = ({ personId }: { personId: string }) => `${personId}@example.com`;
const link = (email: string, app: "customer" | "console" = "customer") => {
  return { email, app, url: "http://localhost:3000/sign-in/link?token=secret" };
};

test("asking for a link does the same and takes as long, whether or not anybody has the address", async () => {
  const times = { known: [] as number[], unknown: [] as number[] };
  const ask = async (kind: keyof typeof times, email: string) => {
    const started = performance.now();
    expect(await requestSignIn(world.system, link(email))).toBe(undefined);
    times[kind].push(performance.now() - started);
  };
  await ask("known", address(world.customer));
  for (let i = 0; i < 40; i++) {
    await ask("known", address(world.customer));
    await ask("unknown", `nobody-${i}@example.com`);
  }
  const median = (all: number[]) => all.sort((a, b) => a - b)[all.length >> 1] ?? 0;
  expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(5);
  const rows = await world.system.db.prisma.outbox.findMany({ where: { name: "people.mail-sign-in-link" } });
  expect(rows).toHaveLength(81);
});

describe("the mail of a link", () => {
  test("goes to whoever has the address, however it is written, and once however often its job runs", async () => {
    const person = await createPerson(world.system, "customer", "Carla");
    const asked = link(address(person).toUpperCase());
    for (let i = 0; i < 3; i++) await mailSignInLink(world.system, asked, "sign-in:job");
    expect((await mails(address(person))).map(({ text }) => text.includes(asked.url))).toEqual([true]);
  });
  test("goes to nobody when nobody has the address", async () => {
    await mailSignInLink(world.system, link("nobody@example.com"), "sign-in:nobody");
    expect(await mails("nobody@example.com")).toEqual([]);
  });
  test("tells who is at the wrong door where theirs is, and brings no link", async () => {
    await mailSignInLink(world.system, link(address(world.developer)), "sign-in:wrong");
    const [mail] = await mails(address(world.developer));
    expect(mail?.text).toContain("http://localhost:3001/sign-in");
    expect(mail?.text).not.toContain("secret");
  });
});

describe("the link that is mailed", () => {
  const mailed = async (callbackUrl: string) => {
    const email = `${randomUUID()}@example.com`;
    const { providers } = authOptionsFor(world.system, { app: "customer", publicUrl: "http://localhost:3000" });
    const [provider] = providers;
    if (provider?.type !== "email") throw new Error("one signs in by e-mail");
    const asked = new URLSearchParams({ callbackUrl, token: "secret", email });
    const url = `http://localhost:3000/api/auth/callback/email?${asked}`;
    const rest = { token: "secret", expires: new Date(), provider, theme: {} };
    await provider.sendVerificationRequest({ identifier: email, url, ...rest });
    const payload = { path: ["email"], equals: email };
    const job = await world.system.db.prisma.outbox.findFirstOrThrow({ where: { payload } });
    const link = new URL(z.object({ url: z.string() }).parse(job.payload).url);
    expect(link.searchParams.get("email")).toBe(email);
    expect(link.searchParams.get("token")).toBe("secret");
    return link;
  };
  test("leads to a page of ours, and from there to where one was", async () => {
    const link = await mailed("http://localhost:3000/products?q=a#b");
    expect(link.origin + link.pathname).toBe("http://localhost:3000/sign-in/link");
    expect(link.searchParams.get("next")).toBe("/products?q=a#b");
  });
  test.each([
    "https://evil.example/x",
    "//evil.example/x",
    "javascript:alert(1)",
    "http://localhost:3000.evil.example/x",
  ])("names no place of another's: %s", async (callbackUrl) => {
    expect((await mailed(callbackUrl)).searchParams.get("next")).toBe("/");
  });
});

describe("tries are limited", () => {
  const limited = async (from: { address: string; email: string }) =>
    limitSignIn(world.system, from).then(
      () => false,
      (error: unknown) => error instanceof DomainError && error.code === "RATE_LIMITED",
    );
  const tries = async (count: number, from: (i: number) => { address: string; email: string }) => {
    const outcomes: boolean[] = [];
    for (let i = 0; i < count; i++) outcomes.push(await limited(from(i)));
    return outcomes.indexOf(true);
  };

  test("to 5 for one mail address, from wherever they come and however it is written", async () => {
    const email = (i: number) => (i % 2 ? "Victim@example.com" : " victim@EXAMPLE.com ");
    expect(await tries(8, (i) => ({ address: `203.0.113.${i}`, email: email(i) }))).toBe(5);
  });
  test("to 30 from one network address, whoever they are for", async () => {
    expect(await tries(35, (i) => ({ address: "198.51.100.1", email: `person-${i}@example.com` }))).toBe(30);
  });
  test("at once as well", async () => {
    const from = { address: "198.51.100.2", email: "burst@example.com" };
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => limited(from)));
    expect(outcomes.filter((refused) => !refused)).toHaveLength(5);
  });
});

describe("a link", () => {
  const adapter = () => {
    const { createVerificationToken, useVerificationToken } = authAdapter(world.system, "customer");
    if (!createVerificationToken || !useVerificationToken) throw new Error("next-auth needs both");
    return { create: createVerificationToken, use: useVerificationToken };
  };
  const expires = new Date("2030-01-01");

  test("works once, also when it is used twenty times at once", async () => {
    const { create, use } = adapter();
    await create({ identifier: "a@example.com", token: "hash", expires });
    const used = Array.from({ length: 20 }, () => use({ identifier: "a@example.com", token: "hash" }));
    expect((await Promise.all(used)).filter((result) => result !== null)).toHaveLength(1);
    expect(await use({ identifier: "a@example.com", token: "hash" })).toBe(null);
  });
  test("works for its own address alone", async () => {
    const { create, use } = adapter();
    await create({ identifier: "b@example.com", token: "other", expires });
    expect(await use({ identifier: "c@example.com", token: "other" })).toBe(null);
    expect(await use({ identifier: "b@example.com", token: "other" })).not.toBe(null);
  });
});
