"use client";

import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import type { Conversation } from "@mintreu/ui/support/useConversation.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Insertion } from "./Inserting.tsx";

/**
 * A conversation that tells which articles were answered with: those that were put into the text and are still in it when
 * it is sent to the requester. `remember` is told of each that is put in.
 */
export function useAnswering(conversation: Conversation) {
  const { trpc } = useLive().client;
  const api = useTRPC();
  const queries = useQueryClient();
  const inserted = useRef<Insertion[]>([]);
  const { id } = conversation.view;
  const send: Conversation["send"] = (mode, body, options) => {
    conversation.send(mode, body, options);
    if (mode !== "reply") return;
    const sent = new Set(inserted.current.filter(({ mark }) => body.includes(mark)).map(({ articleId }) => articleId));
    inserted.current = [];
    if (sent.size === 0) return;
    const counted = [...sent].map((articleId) => trpc.search.answered.mutate({ conversationId: id, articleId }));
    // It only counts: nothing waits for it, and the reply goes out without it.
    void Promise.allSettled(counted).then(() =>
      queries.invalidateQueries({ queryKey: api.search.suggestions.queryKey({ conversationId: id }) }),
    );
  };
  return {
    conversation: { ...conversation, send },
    remember: (insertion: Insertion) => inserted.current.push(insertion),
  };
}
