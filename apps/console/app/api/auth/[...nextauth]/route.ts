import { web } from "@mintreu/ui/support/server/web.ts";
import { refuseAuth } from "@mintreu/ui/support/sign-in/guard.ts";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";

interface Place {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth, of which we answer no more than signing in by a link takes. */
async function handle(request: NextRequest, place: Place): Promise<Response> {
  return (await refuseAuth(request, (await place.params).nextauth)) ?? NextAuth(request, place, web().authOptions);
}

export { handle as GET, handle as POST };
