import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { Leaf } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HelpSearch } from "./HelpSearch.tsx";

/** What is not there, or not this person's: the two are told alike. A search, and the way to where it goes on. */
export function NothingHere({ home, children }: { home: { href: string; name: string }; children?: ReactNode }) {
  const t = useTranslations("pages.notFound");
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col items-center gap-3 px-4 py-12 text-center sm:py-20">
      <span aria-hidden className="mb-1 grid size-14 place-items-center rounded-xl bg-accent-soft text-accent">
        <Leaf className="size-7" />
      </span>
      <h1 className="font-semibold text-2xl">{t("title")}</h1>
      <p className="text-base text-muted">{t("text")}</p>
      {children && <p className="text-base text-muted">{children}</p>}
      <div className="relative z-20 mt-4 w-full text-start">
        <HelpSearch size="lg" />
      </div>
      <div className="mt-2">
        <ButtonLink href={home.href}>{home.name}</ButtonLink>
      </div>
    </div>
  );
}
