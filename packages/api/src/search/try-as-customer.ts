import type { Actor } from "../core/actor.ts";
import type { Context } from "../core/transact.ts";
import { query } from "./query.ts";
import type { QueryInput, SearchAnswer } from "./schema.ts";

/** Signed in, and nobody: no person has this id, so nothing that is somebody's is found. */
const ANY_CUSTOMER: Actor = {
  ...{ personId: "00000000-0000-0000-0000-000000000000", name: "", sessionId: "" },
  ...{ role: "customer", app: "customer" },
};

/** Searches as every customer does who has no tickets, for trying out what editors changed; never as somebody. */
export function tryAsCustomer({ system }: Context, input: QueryInput): Promise<SearchAnswer> {
  return query({ system, actor: ANY_CUSTOMER, app: ANY_CUSTOMER.app, visitor: "" }, input);
}
