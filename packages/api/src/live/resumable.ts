import { type TrackedEnvelope, tracked } from "@trpc/server";

/**
 * Marks each item with the number that its reader resumes from. An iterator by hand: a generator would be kept for every
 * open stream.
 */
export function resumable<Item>(
  items: AsyncGenerator<{ seq: number; item: Item }>,
): AsyncIterable<TrackedEnvelope<Item>> {
  const next = async (): Promise<IteratorResult<TrackedEnvelope<Item>>> => {
    const result = await items.next();
    if (result.done) return { done: true, value: undefined };
    return { done: false, value: tracked(String(result.value.seq), result.value.item) };
  };
  const end = async (): Promise<IteratorResult<TrackedEnvelope<Item>>> => {
    await items.return(undefined);
    return { done: true, value: undefined };
  };
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) };
}
