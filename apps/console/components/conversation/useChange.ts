"use client";

import type { ConversationView } from "@mintreu/api/conversations/get";
import { dismissToast, showToast } from "@mintreu/ui/kit/toasts.ts";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { failureOf } from "@mintreu/ui/support/live/failure.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFailureText } from "./useFailureText.ts";

/** A change of a conversation. */
export interface Change {
  /** What it makes of the conversation; on screen at once. */
  shown: Partial<ConversationView>;
  call: () => Promise<unknown>;
  /** Said when it is done. */
  said: string;
  /** Takes it back; null where no way leads back. */
  undo: (() => Promise<boolean>) | null;
}

/** The toast of the change before: only the last one can be taken back, so that no two contradict each other. */
let lastSaid = 0;

/** Makes changes: shows each before the server has answered, and takes it back with a word when the answer is no. */
export function useChange(id: string): (change: Change) => Promise<boolean> {
  const t = useTranslations("properties");
  const queries = useQueryClient();
  const api = useTRPC();
  const { connection } = useLive().client;
  const queryKey = api.conversations.get.queryKey({ id });
  const textOf = useFailureText();
  const patch = (change: (view: ConversationView) => ConversationView) => {
    queries.setQueryData<ConversationView>(queryKey, (view) => view && change(view));
  };
  return async ({ shown, call, said, undo }) => {
    const before = queries.getQueryData(queryKey);
    patch((view) => ({ ...view, ...shown }));
    try {
      await call();
    } catch (error) {
      if (before) patch((view) => ({ ...view, ...takeBack(view, { shown, before }) }));
      showToast({ tone: "danger", title: t("failed"), text: textOf(failureOf(error)) });
      return false;
    }
    // With a connection the live stream tells the lists; without one nobody would.
    if (connection?.state !== "open") {
      void queries.invalidateQueries({ queryKey: api.conversations.list.pathKey() });
      void queries.invalidateQueries({ queryKey: api.conversations.counts.pathKey() });
    }
    dismissToast(lastSaid);
    lastSaid = showToast({ title: said, ...(undo ? { action: { label: t("undo"), run: () => void undo() } } : {}) });
    return true;
  };
}

interface Refused {
  shown: Partial<ConversationView>;
  before: ConversationView;
}

/** What was shown too early, as it was; what somebody else changed since stays. */
function takeBack(view: ConversationView, { shown, before }: Refused): Partial<ConversationView> {
  const keys = Object.keys(shown) as (keyof ConversationView)[];
  return Object.fromEntries(keys.filter((key) => view[key] === shown[key]).map((key) => [key, before[key]]));
}
