"use client";

import type { AppRouter } from "@mintreu/api/root";
import { createTRPCContext } from "@trpc/tanstack-react-query";

/** `useTRPC` gives the procedures as query options, `useTRPCClient` calls them; both inside LiveProvider. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
