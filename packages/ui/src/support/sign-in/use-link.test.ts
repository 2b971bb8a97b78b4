import { NextRequest } from "next/server";
import { beforeEach, expect, test } from "vitest";
import { asNextAuthReads } from "./use-link.ts";

beforeEach(() => {
  Reflect.set(globalThis, Symbol.for("mintreu.web"), { publicUrl: "https://help.test" });
});

/** What next-auth is handed for a form of ours. */
async function used(form: Record<string, string>) {
  const body = String(new URLSearchParams(form));
  const request = new NextRequest("https://help.test/api/auth/callback/email?token=other&callbackUrl=//evil.test", {
    ...{ method: "POST", body },
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: "theme=dark" },
  });
  return asNextAuthReads(request, ["callback", "email"]);
}

test("a link is used with what its form brings, and with nothing that an address says", async () => {
  const request = await used({ token: "secret", email: "ann@example.com", next: "/products?q=a#b" });
  expect([request.method, request.nextUrl.pathname]).toEqual(["GET", "/api/auth/callback/email"]);
  expect(Object.fromEntries(request.nextUrl.searchParams)).toEqual({
    token: "secret",
    email: "ann@example.com",
    callbackUrl: "https://help.test/products?q=a#b",
  });
  expect(request.headers.get("cookie")).toBe("theme=dark");
});

test.each(["//evil.test", "/\\evil.test", "https://evil.test/", "javascript:alert(1)", "/\t/evil.test", ""])(
  "from %j one comes back to us",
  async (next) => {
    const { nextUrl } = await used({ token: "secret", email: "ann@example.com", next });
    expect(nextUrl.searchParams.get("callbackUrl")).toBe("https://help.test/");
  },
);

test("what is no use of a link stays as it is", async () => {
  const request = new NextRequest("https://help.test/api/auth/csrf");
  expect(await asNextAuthReads(request, ["csrf"])).toBe(request);
});
