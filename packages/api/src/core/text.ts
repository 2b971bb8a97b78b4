import { z } from "zod";

/** Text that PostgreSQL can keep and JSON can carry: no NUL, no half of a surrogate pair. The messages are keys of the UI's texts. */
export const possiblyEmpty = (max: number) =>
  z
    .string()
    // Not `max`, which counts a pair of surrogates once.
    .refine((text) => text.length <= max, "text.tooLong")
    .refine((text) => text.isWellFormed() && !text.includes("\0"), "text.invalid");

/** The same, with something in it. */
export const wellFormed = (max: number) => possiblyEmpty(max).refine((text) => text.trim() !== "", "text.empty");

/** How lists are paged, as TanStack's infinite queries ask. */
export const LIST_PAGING = {
  /** Null for the first page. */
  cursor: z
    .string()
    .max(100)
    .nullish()
    .transform((value) => value ?? undefined),
  /** Sent along; there is only one. */
  direction: z.literal("forward").optional(),
};
