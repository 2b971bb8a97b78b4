import type { Hit } from "@mintreu/api/search/schema";
import { Badge } from "@mintreu/ui/kit/Badge";
import { HitIcon } from "@mintreu/ui/support/search/HitIcon";
import { Marked } from "@mintreu/ui/support/search/Marked";
import { whereFrom } from "@mintreu/ui/support/search/where-from.ts";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** One result: what it is, where it is, and the words that were found. */
export function HitRow({ hit, place }: { hit: Hit; place: number }) {
  const t = useTranslations("help.search");
  const { id, kind, title, excerpt, href } = hit;
  const foreign = !href.startsWith("/");
  const look =
    "font-medium text-base after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2";
  const reported = { "data-document": id, "data-place": place };
  const from = whereFrom(hit);
  return (
    <li className="relative flex gap-3 border-border border-b px-4 py-3.5 transition-colors last:border-b-0 hover:bg-hover sm:px-5">
      <HitIcon kind={kind} />
      <div className="min-w-0 flex-1">
        <p className="stand-with-ours wrap-anywhere" dir="auto">
          {foreign ? (
            <a href={href} target="_blank" rel="noopener" className={look} {...reported}>
              <Marked text={title} />
            </a>
          ) : (
            <Link href={href} prefetch={false} className={look} {...reported}>
              <Marked text={title} />
            </Link>
          )}
          {kind !== "article" && (
            <span className="ms-2 inline-flex align-middle">
              <Badge>{t(`kind.${kind}`)}</Badge>
            </span>
          )}
        </p>
        {excerpt.length > 0 && (
          <p className="mt-0.5 line-clamp-2 stand-with-ours wrap-anywhere text-md text-muted" dir="auto">
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
