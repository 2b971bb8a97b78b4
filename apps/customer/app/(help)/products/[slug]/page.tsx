import type { PurchasedProduct } from "@mintreu/api/marketplace/list-purchases";
import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { Card } from "@mintreu/ui/kit/Card";
import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import { MessageText } from "@mintreu/ui/support/MessageText";
import { Hydrate, orNotFound, serverTrpc } from "@mintreu/ui/support/server/trpc";
import { requireActor } from "@mintreu/ui/support/server/web.ts";
import { BookOpen, ChevronRight, MessageCirclePlus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageSection } from "../../../../components/Page.tsx";
import { Entitlement } from "../../../../components/products/Entitlement.tsx";
import { ProductTickets } from "../../../../components/tickets/ProductTickets.tsx";

interface ProductPageProps {
  params: Promise<{ slug: string }>;
}

async function load({ params }: ProductPageProps): Promise<PurchasedProduct> {
  await requireActor();
  const { client, queries } = serverTrpc();
  const { slug } = await params;
  return orNotFound(client.fetchQuery(queries.marketplace.product.queryOptions({ slug })));
}

export async function generateMetadata(props: ProductPageProps): Promise<Metadata> {
  return { title: (await load(props)).name };
}

/** A product one has bought: what it is, what one's licence covers, one's own tickets for it. */
export default async function ProductPage(props: ProductPageProps) {
  const product = await load(props);
  const { client, queries } = serverTrpc();
  const input = { state: "all", productId: product.id } as const;
  await client.fetchQuery(queries.conversations.tickets.queryOptions(input));
  const t = await getTranslations("product");
  return (
    <Hydrate>
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 px-4 py-6 sm:px-6 sm:py-10">
        <header className="flex flex-wrap items-center gap-x-5 gap-y-4">
          <ProductMark name={product.name} hue={product.hue} size="lg" />
          <div className="min-w-0 flex-1 basis-60">
            <h1 className="font-semibold text-2xl">{product.name}</h1>
            <p className="text-base text-muted">{product.tagline}</p>
          </div>
          <ButtonLink
            href={`/conversations/new?product=${product.id}`}
            variant="primary"
            size="lg"
            icon={<MessageCirclePlus aria-hidden />}
          >
            {t("ask")}
          </ButtonLink>
        </header>
        <div className="grid grid-cols-1 gap-6 md:grid-cols-[1fr_18rem]">
          <PageSection title={t("about")}>
            <div className="max-w-prose">
              <MessageText text={product.description} />
            </div>
          </PageSection>
          <Licence product={product} />
        </div>
        <HelpLink slug={product.slug} />
        <PageSection title={t("tickets")}>
          <ProductTickets productId={product.id} />
        </PageSection>
      </div>
    </Hydrate>
  );
}

/** The way to what is written about it. */
async function HelpLink({ slug }: { slug: string }) {
  const t = await getTranslations("product");
  return (
    <Card interactive className="flex items-center gap-3.5">
      <BookOpen aria-hidden className="size-5 shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <Link
          href={`/help/products/${slug}`}
          className="font-medium text-base after:absolute after:inset-0 after:rounded-lg"
        >
          {t("help")}
        </Link>
        <p className="text-md text-muted">{t("helpText")}</p>
      </div>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-muted rtl:-scale-x-100" />
    </Card>
  );
}

async function Licence({ product: { purchase, newestVersion, desk } }: { product: PurchasedProduct }) {
  const t = await getTranslations("product");
  const format = await getFormatter();
  const bought = format.dateTime(new Date(purchase.purchasedAt), { dateStyle: "medium" });
  const newest = purchase.version === newestVersion;
  const facts = [
    [t("licence"), purchase.licence],
    [t("version"), newest ? t("isNewest", { version: purchase.version }) : purchase.version],
    ...(newest ? [] : [[t("newest"), newestVersion]]),
    [t("bought"), bought],
    [t("answeredBy"), desk.name],
  ];
  return (
    <Card className="flex h-fit flex-col gap-3">
      <h2 className="font-semibold text-base">{t("yourLicence")}</h2>
      <p>
        <Entitlement purchase={purchase} />
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-md">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 text-end font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
