"use client";

import { AccountMenu } from "@mintreu/ui/kit/AccountMenu";
import { CustomerFrame } from "@mintreu/ui/kit/CustomerFrame";
import { ConnectionBanner } from "@mintreu/ui/support/ConnectionBanner";
import { LiveProvider, type LiveProviderProps, useLive } from "@mintreu/ui/support/LiveProvider";
import { signOut } from "@mintreu/ui/support/sign-in/sign-out.ts";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The connected frame around every page of a signed-in customer. */
export function Shell({ me, unread, children }: LiveProviderProps) {
  return (
    <LiveProvider me={me} unread={unread}>
      <Frame>{children}</Frame>
    </LiveProvider>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useTranslations("account");
  const { me, unread } = useLive();
  return (
    <CustomerFrame
      account={<AccountMenu name={me.name} detail={t("customer")} onSignOut={() => void signOut()} />}
      unread={unread}
      banner={<ConnectionBanner />}
    >
      {children}
    </CustomerFrame>
  );
}
