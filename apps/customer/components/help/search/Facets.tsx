import type { SearchAnswer } from "@mintreu/api/search/schema";
import { cx } from "@mintreu/ui/kit/cx.ts";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { type Asked, addressOfSearch } from "./asked.ts";

/** What facets take. */
export interface FacetsProps {
  asked: Asked;
  facets: SearchAnswer["facets"];
}

/** Filters with what each would show; nothing where there is nothing to choose. */
export function Facets({ asked, facets: { kinds, products } }: FacetsProps) {
  const t = useTranslations("help.search");
  const shown = asked.kind && !kinds.some(({ kind }) => kind === asked.kind) ? [{ kind: asked.kind, count: 0 }] : [];
  const byKind = [...kinds, ...shown].map(({ kind, count }) => ({ id: kind, name: t(`kinds.${kind}`), count }));
  const choosesKind = byKind.length > 1 || asked.kind;
  const choosesProduct = products.length > 1 || asked.productId;
  if (!choosesKind && !choosesProduct) return null;
  return (
    <div className="flex flex-col gap-x-8 gap-y-5 max-md:flex-row max-md:flex-wrap md:w-52 md:shrink-0">
      {choosesKind && (
        <Choices
          title={t("byKind")}
          chosen={asked.kind}
          choices={byKind}
          hrefOf={(kind) => addressOfSearch(asked, { kind })}
        />
      )}
      {choosesProduct && (
        <Choices
          title={t("byProduct")}
          chosen={asked.productId}
          choices={products}
          hrefOf={(productId) => addressOfSearch(asked, { productId })}
        />
      )}
    </div>
  );
}

interface ChoicesProps<Id extends string> {
  title: string;
  chosen: Id | null;
  choices: readonly { id: Id | null; name: string; count: number }[];
  hrefOf: (id: Id | null) => string;
}

function Choices<Id extends string>({ title, chosen, choices, hrefOf }: ChoicesProps<Id>) {
  const t = useTranslations("help.search");
  const format = useFormatter();
  const all = { id: null, name: t("any"), count: null };
  return (
    <nav aria-label={title} className="min-w-0">
      <p className="mb-1.5 font-semibold text-sm">{title}</p>
      <ul className="flex gap-1 max-md:flex-wrap md:flex-col">
        {[all, ...choices].map(({ id, name, count }) => {
          const here = id === chosen;
          return (
            <li key={id ?? ""}>
              <Link
                href={hrefOf(id)}
                prefetch={false}
                rel="nofollow"
                aria-current={here ? "true" : undefined}
                className={cx(
                  "flex items-center justify-between gap-3 rounded-md px-2.5 py-1 text-md transition-colors",
                  here ? "bg-selected font-medium text-accent" : "text-muted hover:bg-hover hover:text-text",
                )}
              >
                <bdi className="truncate">{name}</bdi>
                {count !== null && <span className="text-xs tabular-nums">{format.number(count)}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
