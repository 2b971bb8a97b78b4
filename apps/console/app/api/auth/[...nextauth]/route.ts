import { web } from "@mintreu/ui/support/server/web.ts";
import { limitLinks } from "@mintreu/ui/support/sign-in/routes.ts";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";

interface Place {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth, after counting who asks for links. */
async function handle(request: NextRequest, place: Place): Promise<Response> {
  return (await limitLinks(request)) ?? NextAuth(request, place, web().authOptions);
}

export { handle as GET, handle as POST };
