import type { SearchAnswer } from "@mintreu/api/search/schema";

/** Searches as somebody who has not signed in: the same procedure, called without the cookie that says who asks. */
export async function askAsVisitor(input: { text: string; limit: number }, signal: AbortSignal): Promise<SearchAnswer> {
  const query = new URLSearchParams({ input: JSON.stringify(input) });
  const response = await fetch(`/api/trpc/search.query?${query}`, { credentials: "omit", signal });
  if (!response.ok) throw new Error(`The search answered with ${response.status}.`);
  const { result }: { result: { data: SearchAnswer } } = await response.json();
  return result.data;
}
