import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { Card } from "@mintreu/ui/kit/Card";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { Hydrate, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import { LifeBuoy, Package } from "lucide-react";
import { getFormatter, getNow, getTranslations } from "next-intl/server";
import { HelpSearch } from "../../components/help/HelpSearch.tsx";
import { PageSection } from "../../components/Page.tsx";
import { ProductGrid } from "../../components/products/ProductGrid.tsx";
import { OpenTickets } from "../../components/tickets/OpenTickets.tsx";

/** The start page: search, ask, what is going on, what one has bought. */
export default async function HomePage() {
  const { name } = await requireActor();
  const { client, queries } = serverTrpc();
  const [products] = await Promise.all([
    client.fetchQuery(queries.marketplace.products.queryOptions()),
    client.fetchQuery(queries.conversations.tickets.queryOptions({ state: "waiting" })),
    client.fetchQuery(queries.conversations.tickets.queryOptions({ state: "open" })),
  ]);
  const t = await getTranslations("home");
  return (
    <Hydrate>
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-10 px-4 py-6 sm:px-6 sm:py-10">
        <Welcome greeting={t(await timeOfDay(), { name: name.split(" ")[0] ?? name })} />
        <OpenTickets />
        <PageSection title={t("products")}>
          {products.length === 0 ? (
            <Card flush>
              <EmptyState as="h3" icon={<Package />} title={t("noProducts")} text={t("noProductsText")} />
            </Card>
          ) : (
            <ProductGrid products={products} />
          )}
        </PageSection>
      </div>
    </Hydrate>
  );
}

async function Welcome({ greeting }: { greeting: string }) {
  const t = await getTranslations("home");
  return (
    <section className="relative z-20 flex flex-col gap-5 rounded-xl bg-accent-soft p-5 sm:p-8">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h1 className="font-semibold text-2xl sm:text-3xl">{greeting}</h1>
          <p className="mt-1.5 max-w-prose text-base">{t("text")}</p>
        </div>
        <ButtonLink href="/conversations/new" variant="primary" size="lg" icon={<LifeBuoy aria-hidden />}>
          {t("getHelp")}
        </ButtonLink>
      </div>
      <HelpSearch size="lg" />
    </section>
  );
}

/** Where the customer is, as far as the browser has told. */
async function timeOfDay(): Promise<"morning" | "day" | "evening"> {
  const format = await getFormatter();
  const hour = Number(format.dateTime(await getNow(), { hour: "2-digit", hourCycle: "h23", numberingSystem: "latn" }));
  return hour >= 5 && hour < 12 ? "morning" : hour >= 12 && hour < 18 ? "day" : "evening";
}
