"use client";

import { PRIORITIES } from "@mintreu/api/conversations/schema";
import { DropdownMenu, MenuRadio } from "@mintreu/ui/kit/DropdownMenu";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";
import { PriorityMark } from "../look/PriorityMark.tsx";
import { hrefOf, type Place } from "../place/place.ts";
import { goTo } from "../place/usePlace.ts";

const ANY = "any";
const chip =
  "inline-flex h-7 max-w-44 items-center gap-1 rounded-full border px-2.5 font-medium text-xs transition-colors [&_svg]:size-3.5 [&_svg]:shrink-0 ";
const chipLook = {
  off: "border-border text-muted hover:bg-hover hover:text-text data-[state=open]:bg-hover",
  on: "border-transparent bg-accent-soft text-accent",
};

/** Names the view and narrows it; what is chosen stands in the address. */
export function ListHeader({ place }: { place: Place }) {
  const t = useTranslations();
  // The page is about what is open.
  const Heading = place.id ? "h2" : "h1";
  return (
    <div className="shrink-0 border-border border-b px-3.5 py-2.5">
      <Heading className="truncate font-semibold text-base leading-7">{t(`views.${place.view}`)}</Heading>
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
        <PriorityFilter place={place} />
        <ProductFilter place={place} />
        {(place.priority || place.productId) && (
          <Link
            href={hrefOf({ ...place, priority: null, productId: null })}
            prefetch={false}
            className="inline-flex h-7 items-center gap-1 rounded-full px-2 text-muted text-xs hover:text-text"
          >
            <X aria-hidden className="size-3.5" />
            {t("list.empty.clear")}
          </Link>
        )}
      </div>
    </div>
  );
}

function PriorityFilter({ place }: { place: Place }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  useAction("filter", () => setOpen(true));
  const { priority } = place;
  return (
    <DropdownMenu
      align="start"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={chip + chipLook[priority ? "on" : "off"]}>
          {priority ? t("priorities.is", { priority: t(`priorities.${priority}`) }) : t("list.priority")}
          <ChevronDown aria-hidden />
        </button>
      }
    >
      <MenuRadio
        label={t("list.priority")}
        value={priority ?? ANY}
        onChange={(value) => goTo({ ...place, priority: value === ANY ? null : value })}
        choices={[
          { value: ANY, label: t("list.anyPriority") },
          ...[...PRIORITIES].reverse().map((value) => ({
            value,
            label: t(`priorities.${value}`),
            icon: <PriorityMark priority={value} />,
          })),
        ]}
      />
    </DropdownMenu>
  );
}

function ProductFilter({ place }: { place: Place }) {
  const t = useTranslations("list");
  const desks = useQuery(useTRPC().desks.list.queryOptions());
  const inSight = desks.data?.filter(({ id, own }) => (place.deskId ? id === place.deskId : own)) ?? [];
  const products = inSight.flatMap((desk) => desk.products);
  const chosen = desks.data?.flatMap((desk) => desk.products).find(({ id }) => id === place.productId);
  if (products.length === 0 && !chosen) return null;
  return (
    <DropdownMenu
      align="start"
      trigger={
        <button type="button" className={chip + chipLook[place.productId ? "on" : "off"]}>
          <span className="truncate">{chosen?.name ?? t("product")}</span>
          <ChevronDown aria-hidden />
        </button>
      }
    >
      <MenuRadio
        label={t("product")}
        value={place.productId ?? ANY}
        onChange={(value) => goTo({ ...place, productId: value === ANY ? null : value })}
        choices={[
          { value: ANY, label: t("anyProduct") },
          ...products.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </DropdownMenu>
  );
}
