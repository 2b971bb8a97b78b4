import type { SearchAnswer } from "@mintreu/api/search/schema";
import { Card } from "@mintreu/ui/kit/Card";
import { Reported } from "@mintreu/ui/support/search/Reported";
import { serverTrpc } from "@mintreu/ui/support/server/calls.ts";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { loadHome } from "../load.ts";
import { Popular } from "../Popular.tsx";
import { StillNeedHelp } from "../StillNeedHelp.tsx";
import { type Asked, addressOfSearch, ON_PAGE } from "./asked.ts";
import { Facets } from "./Facets.tsx";
import { HitRow } from "./HitRow.tsx";
import { Paging } from "./Paging.tsx";

/** What a search has found, with its filters; what to do next where that is nothing. */
export async function Found({ asked }: { asked: Asked }) {
  const answer = await search(asked);
  const t = await getTranslations("help.search");
  const { hits, total, suggestion, degraded } = answer;
  return (
    <>
      <div className="flex flex-col gap-1">
        <p className="wrap-anywhere text-base text-muted">
          {t.rich("found", {
            count: total,
            text: asked.text,
            b: (text) => <strong className="text-text">{text}</strong>,
          })}
        </p>
        {suggestion && <Suggestion asked={asked} text={suggestion} />}
        {degraded && <p className="text-muted text-sm">{t("degraded")}</p>}
      </div>
      <div className="flex flex-col gap-6 md:flex-row">
        <Facets asked={asked} facets={answer.facets} />
        <div className="flex min-w-0 flex-1 flex-col gap-6">
          {hits.length > 0 ? (
            <Reported text={asked.text} found={total}>
              <Card flush className="overflow-hidden">
                <ol start={(asked.page - 1) * ON_PAGE + 1}>
                  {hits.map((hit, index) => (
                    <HitRow key={hit.id} hit={hit} place={(asked.page - 1) * ON_PAGE + index + 1} />
                  ))}
                </ol>
              </Card>
            </Reported>
          ) : (
            <Nothing asked={asked} />
          )}
          <Paging asked={asked} total={total} />
          <StillNeedHelp q={asked.text} />
        </div>
      </div>
    </>
  );
}

function search({ text, kind, productId, page }: Asked): Promise<SearchAnswer> {
  const { client, queries } = serverTrpc();
  const within = { ...(kind && { kinds: [kind] }), ...(productId && { productId }) };
  const paging = { limit: ON_PAGE, offset: (page - 1) * ON_PAGE };
  return client.fetchQuery(queries.search.query.queryOptions({ text, ...within, ...paging }));
}

async function Suggestion({ asked, text }: { asked: Asked; text: string }) {
  const t = await getTranslations("help.search");
  return (
    <p className="text-base">
      {t.rich("meant", {
        text,
        link: (it) => (
          <Link href={addressOfSearch(asked, { text })} prefetch={false} className="font-medium text-accent underline">
            {it}
          </Link>
        ),
      })}
    </p>
  );
}

async function Nothing({ asked }: { asked: Asked }) {
  const t = await getTranslations("help.search");
  const { popular } = await loadHome();
  return (
    <>
      <Reported text={asked.text} found={0}>
        <div className="flex flex-col gap-2">
          <p className="text-base text-muted">{t("nothingText")}</p>
          {(asked.kind || asked.productId) && (
            <p>
              <Link
                href={addressOfSearch(asked, { kind: null, productId: null })}
                prefetch={false}
                className="font-medium text-accent underline"
              >
                {t("everywhere")}
              </Link>
            </p>
          )}
        </div>
      </Reported>
      <Popular articles={popular} />
    </>
  );
}
