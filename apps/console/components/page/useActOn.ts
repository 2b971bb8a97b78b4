"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { type Act, useAct } from "./useAct.ts";

/** As `useAct`; afterwards, whether it worked or not, what this key names is read again. */
export function useActOn(queryKey: QueryKey): Act {
  const act = useAct();
  const queries = useQueryClient();
  return async (call) => {
    const done = await act(call);
    await queries.invalidateQueries({ queryKey });
    return done;
  };
}
