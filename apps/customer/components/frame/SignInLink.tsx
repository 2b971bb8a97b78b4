"use client";

import { buttonClass } from "@mintreu/ui/kit/button-look.ts";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";

/** Leads to signing in, and back to this page after. */
export function SignInLink() {
  const t = useTranslations("visitor");
  const pathname = usePathname();
  const query = useSearchParams();
  const here = query.size > 0 ? `${pathname}?${query}` : pathname;
  return (
    <a href={`/sign-in?next=${encodeURIComponent(here)}`} rel="nofollow" className={buttonClass({})}>
      {t("signIn")}
    </a>
  );
}
