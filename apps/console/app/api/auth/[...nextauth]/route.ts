import { web } from "@mintreu/ui/support/server/web.ts";
import { refuseAuth } from "@mintreu/ui/support/sign-in/guard.ts";
import { asNextAuthReads } from "@mintreu/ui/support/sign-in/use-link.ts";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";

interface Place {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth, of which we answer no more than signing in by a link takes. */
async function handle(request: NextRequest, place: Place): Promise<Response> {
  const path = (await place.params).nextauth;
  const refused = await refuseAuth(request, path);
  return refused ?? NextAuth(await asNextAuthReads(request, path), place, web().authOptions);
}

export { handle as GET, handle as POST };
