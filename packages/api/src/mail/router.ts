import { z } from "zod";
import { admins, router } from "../trpc.ts";
import { listMail } from "./list-mail.ts";

/** TanStack's infinite queries send a direction along; there is only one. The first page has no cursor, told as null or not at all. */
const page = z.strictObject({ cursor: z.uuid().nullish(), direction: z.literal("forward").optional() });

export const mailRouter = router({
  log: admins.input(page).query(({ ctx, input }) => listMail(ctx, input)),
});
