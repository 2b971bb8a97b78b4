"use client";

import { useLive } from "@mintreu/ui/support/LiveProvider";
import { useRouter } from "next/navigation";
import { useAct } from "../page/useAct.ts";

/** Starts an article from what was asked and answered in a conversation, without the requester's data, and opens it. */
export function useMakingArticle(conversationId: string): () => Promise<void> {
  const router = useRouter();
  const { trpc } = useLive().client;
  const act = useAct();
  return async () => {
    const made = await act(() => trpc.articles.fromConversation.mutate({ conversationId }));
    if (made) router.push(`/knowledge/${made.value.id}`);
  };
}
