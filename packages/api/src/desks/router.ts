import { z } from "zod";
import { byId } from "../conversations/schema.ts";
import { admins, agents, router } from "../trpc.ts";
import { listAssignees } from "./list-assignees.ts";
import { listDesks } from "./list-desks.ts";
import { removeMember } from "./remove-member.ts";

export const desksRouter = router({
  list: agents.query(({ ctx }) => listDesks(ctx)),
  /** Whom the conversation with this id may be given to. */
  assignees: agents.input(byId).query(({ ctx, input }) => listAssignees(ctx, input)),
  removeMember: admins
    .input(z.strictObject({ deskId: z.uuid(), personId: z.uuid() }))
    .mutation(({ ctx, input }) => removeMember(ctx, input)),
});
