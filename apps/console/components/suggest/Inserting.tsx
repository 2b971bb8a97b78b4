"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";

/** An article on its way into a reply. */
export interface Insertion {
  articleId: string;
  /** What goes into the text. */
  text: string;
  /** By this it is found in what is sent: only then it was answered with. */
  mark: string;
}

interface Inserter {
  /** Puts an article into the reply that is open; nothing where none can be written. */
  insert: (insertion: Insertion) => void;
  /** Says who takes insertions from now on; gives a function that ends it. */
  take: (taker: (insertion: Insertion) => void) => () => void;
}

const InsertingContext = createContext<Inserter | null>(null);

/** Around a conversation and its details: what is found in one goes into the text of the other. */
export function InsertingProvider({ children }: { children: ReactNode }) {
  const taker = useRef<((insertion: Insertion) => void) | null>(null);
  const inserter = useMemo<Inserter>(
    () => ({
      insert: (insertion) => taker.current?.(insertion),
      take: (next) => {
        taker.current = next;
        return () => {
          if (taker.current === next) taker.current = null;
        };
      },
    }),
    [],
  );
  return <InsertingContext value={inserter}>{children}</InsertingContext>;
}

/** Puts articles into the reply that is open. */
export function useInserting(): Inserter["insert"] {
  return inserterOf(useContext(InsertingContext)).insert;
}

/** Takes the articles that are put into a reply, while this component is there. */
export function useTakingInsertions(taker: (insertion: Insertion) => void): void {
  const { take } = inserterOf(useContext(InsertingContext));
  const latest = useRef(taker);
  useEffect(() => {
    latest.current = taker;
  });
  useEffect(() => take((insertion) => latest.current(insertion)), [take]);
}

function inserterOf(inserter: Inserter | null): Inserter {
  if (!inserter) throw new Error("InsertingProvider is missing above");
  return inserter;
}
