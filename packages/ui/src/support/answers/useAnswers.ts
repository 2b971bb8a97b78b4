"use client";

import type { Answers } from "@mintreu/api/search/schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "../trpc.ts";

/** After the last key (ms): an answer on screen while somebody writes must not change with every letter. */
const SETTLED = 100;
/** Less says nothing yet. */
const ENOUGH = 6;
/** More changes nothing any more, and would be sent with each pause (UTF-16 code units). */
const MOST = 1_500;

/** What a question may be answered by. */
export interface Asking {
  subject: string;
  body: string;
  /** Undefined while it is not chosen, null for the platform. */
  productId: string | null | undefined;
}

/** What may answer a question before it is sent; what was there stays until something else is. Inside LiveProvider. */
export function useAnswers({ subject, body, productId = null }: Asking): Answers | undefined {
  const text = useSettled(`${subject}\n${body.slice(0, MOST)}`.trim());
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.search.answers.queryOptions({ text, productId }),
    enabled: text.length >= ENOUGH,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return text.length >= ENOUGH ? data : undefined;
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
