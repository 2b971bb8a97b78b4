"use client";

import { RotateCw, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "./Button.tsx";
import { ButtonLink } from "./ButtonLink.tsx";
import { PageMessage } from "./PageMessage.tsx";

/** What Next hands to an error page. */
export interface ErrorPageProps {
  error: unknown;
  retry: () => void;
}

/** The page in place of one that threw. The code leads to the server's log. */
export function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations("pages.error");
  useEffect(() => console.error(error), [error]);
  const code = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <PageMessage
      icon={<Unplug />}
      title={t("title")}
      text={t("text")}
      actions={
        <>
          <Button variant="primary" icon={<RotateCw aria-hidden />} onClick={retry}>
            {t("retry")}
          </Button>
          <ButtonLink href="/">{t("home")}</ButtonLink>
        </>
      }
      detail={code && t("code", { code })}
    />
  );
}
