/** What a page with choices in its address takes. */
export interface WithSearch {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What stands behind the question mark, as the browser reads it; a name that stands there twice is left out. */
export async function searchParamsOf(search: WithSearch["searchParams"]): Promise<URLSearchParams> {
  const pairs = Object.entries(await search).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return new URLSearchParams(pairs);
}
