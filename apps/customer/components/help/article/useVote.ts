"use client";

import type { VoteReason } from "@mintreu/api/articles/schema";
import { type CallProblem, call, problemOf } from "@mintreu/ui/support/call.ts";
import { reportHelped } from "@mintreu/ui/support/search/report.ts";
import { useRef, useState } from "react";

/** How the reason for a no stands. */
export type ReasonState = "asked" | "sending" | "sent" | "failed";

/** Why it did not help, in the reader's choice and words. */
export interface Explanation {
  reason: VoteReason | undefined;
  comment: string;
}

/** A reader's vote for an article: shown before the server has answered, taken back when it says no. */
export function useVote(id: string, before: boolean | null) {
  const [vote, setVote] = useState(before);
  const [problem, setProblem] = useState<CallProblem | null>(null);
  const [reason, setReason] = useState<ReasonState>("asked");
  const kept = useRef(before);
  const latest = useRef(0);

  const give = async (helpful: boolean) => {
    if (helpful === vote) return;
    const turn = ++latest.current;
    setVote(helpful);
    setProblem(null);
    setReason("asked");
    try {
      await call("articles.vote", { id, helpful });
      kept.current = helpful;
      if (helpful) reportHelped();
    } catch (error) {
      if (turn !== latest.current) return;
      setVote(kept.current);
      setProblem(problemOf(error));
    }
  };
  const explain = async ({ reason: why, comment }: Explanation) => {
    setReason("sending");
    const words = { ...(why && { reason: why }), ...(comment.trim() && { comment: comment.trim() }) };
    try {
      await call("articles.vote", { id, helpful: false, ...words });
      setReason("sent");
    } catch {
      setReason("failed");
    }
  };
  return { vote, problem, reason, give, explain };
}
