"use client";

import { call } from "@mintreu/ui/support/call.ts";
import { useEffect } from "react";

/** Counts that an article is read, once somebody really looks at it; a page that was only fetched is not read. */
export function ViewCount({ id }: { id: string }) {
  useEffect(() => {
    const count = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", count);
      void call("articles.countView", { id }).catch(() => undefined);
    };
    document.addEventListener("visibilitychange", count);
    count();
    return () => document.removeEventListener("visibilitychange", count);
  }, [id]);
  return null;
}
