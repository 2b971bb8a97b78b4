import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** A step on the way to a page. */
export interface Crumb {
  href: string;
  name: string;
}

/** What the way takes. */
export interface BreadcrumbProps {
  path: readonly Crumb[];
  /** The page itself: the first to be cut where there is no room, since its heading follows. */
  here: string;
}

/** The way from the help centre to a page, in one line. */
export function Breadcrumb({ path, here }: BreadcrumbProps) {
  const t = useTranslations("help");
  const steps = [{ href: "/help", name: t("title") }, ...path];
  return (
    <nav aria-label={t("breadcrumb")} className="min-w-0 flex-1 basis-64 print:hidden">
      <ol className="flex items-center gap-x-1 text-muted text-sm">
        {steps.map(({ href, name }, index) => (
          <li key={href} className="flex min-w-0 items-center gap-1">
            {index > 0 && <Onward />}
            <Link href={href} prefetch={false} className="target truncate rounded-xs hover:text-text hover:underline">
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
        <li className="flex min-w-10 flex-1 basis-0 items-center gap-1">
          <Onward />
          <bdi aria-current="page" className="truncate">
            {here}
          </bdi>
        </li>
      </ol>
    </nav>
  );
}

function Onward() {
  return <ChevronRight aria-hidden className="size-3.5 shrink-0 rtl:-scale-x-100" />;
}
