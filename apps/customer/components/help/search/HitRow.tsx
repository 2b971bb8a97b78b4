import type { Hit } from "@mintreu/api/search/schema";
import { Badge } from "@mintreu/ui/kit/Badge";
import { HitIcon } from "@mintreu/ui/support/search/HitIcon";
import { Marked } from "@mintreu/ui/support/search/Marked";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** One result: what it is, where it is, and the words that were found. */
export function HitRow({ hit, place }: { hit: Hit; place: number }) {
  const t = useTranslations("help.search");
  const { id, kind, title, excerpt, href, origin, product } = hit;
  const foreign = !href.startsWith("/");
  const look =
    "font-medium text-base after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2";
  const reported = { "data-document": id, "data-place": place };
  const from = [product?.name, origin].filter(Boolean).join(" · ");
  return (
    <li className="relative flex gap-3 border-border border-b px-4 py-3.5 transition-colors last:border-b-0 hover:bg-hover sm:px-5">
      <HitIcon kind={kind} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          {foreign ? (
            <a href={href} target="_blank" rel="noopener" className={look} {...reported}>
              <Marked text={title} />
            </a>
          ) : (
            <Link href={href} prefetch={false} className={look} {...reported}>
              <Marked text={title} />
            </Link>
          )}
          {kind !== "article" && <Badge>{t(`kind.${kind}`)}</Badge>}
        </p>
        {excerpt.length > 0 && (
          <p className="mt-0.5 line-clamp-2 text-md text-muted" dir="auto">
            <Marked text={excerpt} />
          </p>
        )}
        {from && (
          <p className="mt-1 truncate text-muted text-xs">
            <bdi>{from}</bdi>
          </p>
        )}
      </div>
    </li>
  );
}
