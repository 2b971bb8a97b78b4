"use client";

import { useLive } from "@mintreu/ui/support/LiveProvider";
import type { Conversation } from "@mintreu/ui/support/useConversation.ts";
import { useRef } from "react";
import type { Insertion } from "./Inserting.tsx";

/**
 * A conversation that tells which articles were answered with: those that were put into the text and are still in it when
 * it is sent to the requester. `remember` is told of each that is put in.
 */
export function useAnswering(conversation: Conversation) {
  const { trpc } = useLive().client;
  const inserted = useRef<Insertion[]>([]);
  const { id } = conversation.view;
  const send: Conversation["send"] = (mode, body, options) => {
    conversation.send(mode, body, options);
    if (mode !== "reply") return;
    const sent = new Set(inserted.current.filter(({ mark }) => body.includes(mark)).map(({ articleId }) => articleId));
    inserted.current = [];
    // It only counts: nothing waits for it, and the reply goes out without it.
    for (const articleId of sent) trpc.search.answered.mutate({ conversationId: id, articleId }).catch(() => {});
  };
  return {
    conversation: { ...conversation, send },
    remember: (insertion: Insertion) => inserted.current.push(insertion),
  };
}
