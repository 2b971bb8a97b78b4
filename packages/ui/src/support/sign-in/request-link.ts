/** What came of asking for a link. */
export type LinkAnswer = { kind: "sent" } | { kind: "limited"; seconds: number } | { kind: "failed" };

/**
 * Asks for a sign-in link the way next-auth's own page does, without its client.
 *
 * @param next path to come back to, of this app.
 * @see https://next-auth.js.org/getting-started/rest-api
 */
export async function requestLink(email: string, next: string): Promise<LinkAnswer> {
  try {
    const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
    const body = new URLSearchParams({ email, csrfToken, callbackUrl: window.location.origin + next, json: "true" });
    const response = await fetch("/api/auth/signin/email", { method: "POST", body });
    if (response.status === 429) return { kind: "limited", seconds: Number(response.headers.get("retry-after") ?? 60) };
    const { url } = await response.json();
    return response.ok && !/[?&]error=/.test(String(url)) ? { kind: "sent" } : { kind: "failed" };
  } catch {
    return { kind: "failed" };
  }
}
