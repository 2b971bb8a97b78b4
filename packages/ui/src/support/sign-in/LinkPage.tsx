import { LogIn } from "lucide-react";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageMessage } from "../../kit/PageMessage.tsx";
import { safeNext } from "../same-origin.ts";
import { web } from "../server/web.ts";
import { LinkForm } from "./LinkForm.tsx";

/** What Next hands to the page. */
export interface LinkPageProps {
  searchParams: Promise<{ email?: string | string[]; token?: string | string[]; next?: string | string[] }>;
}

/**
 * Where a mailed link leads. Opening it changes nothing, as whatever reads mails for their dangers opens what is in them; its
 * button sends the token.
 */
export async function LinkPage({ searchParams }: LinkPageProps) {
  const { email: written, token, next } = await searchParams;
  const email = web().asAddress(String(written ?? ""));
  if (email === null || typeof token !== "string") redirect("/sign-in?error=Verification");
  const t = await getTranslations("signIn.link");
  return (
    <PageMessage
      icon={<LogIn className="rtl:-scale-x-100" />}
      title={t("title")}
      text={t.rich("text", { email: () => <bdi className="wrap-anywhere font-medium text-text">{email}</bdi> })}
      actions={<LinkForm email={email} token={token} next={safeNext(String(next ?? "/"))} />}
      detail={t("hint")}
    />
  );
}
