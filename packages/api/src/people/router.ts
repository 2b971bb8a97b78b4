import { router, signedIn } from "../trpc.ts";
import { endOtherSessions, endSession } from "./sessions.ts";

export const peopleRouter = router({
  me: signedIn.query(({ ctx: { actor } }) => ({ id: actor.personId, name: actor.name, role: actor.role })),
  signOut: signedIn.mutation(({ ctx }) => endSession(ctx.system, ctx.actor.sessionId)),
  signOutElsewhere: signedIn.mutation(({ ctx }) => endOtherSessions(ctx.system, ctx.actor)),
});
