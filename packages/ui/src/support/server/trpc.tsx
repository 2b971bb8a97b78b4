import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { requestClient } from "./calls.ts";

// Apart from `calls.ts`, which a page that is only read imports alone: what hydrates would come into its scripts.
export { orNotFound, serverTrpc } from "./calls.ts";

/** Hands everything that the page has fetched to the browser, so that it asks for none of it again. */
export function Hydrate({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(requestClient())}>{children}</HydrationBoundary>;
}
