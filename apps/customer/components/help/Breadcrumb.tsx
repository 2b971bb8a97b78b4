import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** A step on the way to a page. */
export interface Crumb {
  href: string;
  name: string;
}

/** The way from the help centre to a page; the page itself is its heading. */
export function Breadcrumb({ path }: { path: readonly Crumb[] }) {
  const t = useTranslations("help");
  const steps = [{ href: "/help", name: t("title") }, ...path];
  return (
    <nav aria-label={t("breadcrumb")} className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1 gap-y-0.5 text-muted text-sm">
        {steps.map(({ href, name }, index) => (
          <li key={href} className="flex min-w-0 items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0 rtl:-scale-x-100" />}
            <Link href={href} prefetch={false} className="target truncate rounded-xs hover:text-text hover:underline">
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
