import { z } from "zod";
import { admins, router } from "../trpc.ts";
import { listMail } from "./list-mail.ts";

export const mailRouter = router({
  log: admins.input(z.strictObject({ cursor: z.uuid().optional() })).query(({ ctx, input }) => listMail(ctx, input)),
});
