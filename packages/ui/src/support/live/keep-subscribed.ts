import { failureOf } from "./failure.ts";

interface Handlers {
  onComplete: () => void;
  onError: (error: unknown) => void;
}

interface Subscription {
  /** Starts it once; called again after an end that was not ours. */
  start: (handlers: Handlers) => { unsubscribe: () => void };
  /** The answer is no: one may not follow this, or not any more. */
  onRefused?: () => void;
}

const LONGEST_WAIT = 15_000;

/**
 * Keeps a subscription alive whatever ends it, each time after a longer random wait. The connection itself resumes what a
 * cut interrupts; this is for what the server ends.
 *
 * @returns a function that ends it.
 */
export function keepSubscribed({ start, onRefused }: Subscription): () => void {
  let ended = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: { unsubscribe: () => void } | undefined;
  const again = () => {
    if (ended) return;
    failures++;
    const wait = Math.min(250 * 2 ** failures, LONGEST_WAIT) * (0.5 + Math.random() / 2);
    timer = setTimeout(begin, wait);
  };
  const begin = () => {
    running = start({
      onComplete: again,
      onError: (error) => {
        const { kind } = failureOf(error);
        if (kind === "refused") onRefused?.();
        else if (kind === "transient") again();
      },
    });
  };
  begin();
  return () => {
    ended = true;
    clearTimeout(timer);
    running?.unsubscribe();
  };
}
