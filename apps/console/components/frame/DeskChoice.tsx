"use client";

import type { DeskRow } from "@mintreu/api/desks/list-desks";
import { CountBadge } from "@mintreu/ui/kit/CountBadge";
import { DropdownMenu, MenuLabel, MenuLine, MenuRadio } from "@mintreu/ui/kit/DropdownMenu";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { ChevronsUpDown, Eye } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { hrefOf, type Place } from "../place/place.ts";
import { goTo } from "../place/usePlace.ts";

const ALL = "all";

/** The desk whose conversations are shown, and the way to another. A look into a desk that is not one's own is recorded, and this says so. */
export function DeskChoice({ place }: { place: Place | null }) {
  const t = useTranslations("desk");
  const { unread } = useLive();
  const { data: desks = [] } = useQuery(useTRPC().desks.list.queryOptions());
  const choose = useChoose(place);
  const own = desks.filter((desk) => desk.own);
  const others = desks.filter((desk) => !desk.own);
  const chosen = desks.find(({ id }) => id === place?.deskId);
  const name = chosen?.name ?? (own.length === 1 ? own[0]?.name : undefined) ?? t("all");
  const badge = <CountBadge look="accent" max={99} count={unread} label={t("unread", { count: unread })} />;
  if (desks.length < 2) return <Name name={name}>{badge}</Name>;
  const value = chosen?.id ?? (own.length === 1 ? (own[0]?.id ?? ALL) : ALL);
  const onChange = (next: string) =>
    choose(own.length === 1 && next === own[0]?.id ? null : next === ALL ? null : next);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <DropdownMenu
        align="start"
        trigger={
          <button
            type="button"
            className="-mx-1.5 flex min-w-0 items-center gap-1 rounded-md px-1.5 py-1 transition-colors hover:bg-hover data-[state=open]:bg-hover"
          >
            <span className="sr-only">{t("choose")}: </span>
            <span className="truncate">{name}</span>
            <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
          </button>
        }
      >
        <MenuRadio
          label={t("own")}
          value={value}
          onChange={onChange}
          choices={[...all(own, t("all")), ...choices(own)]}
        />
        {others.length > 0 && (
          <>
            <MenuLine />
            <RecordedLabel />
            <MenuRadio label={t("others")} value={value} onChange={onChange} choices={choices(others)} />
          </>
        )}
      </DropdownMenu>
      {badge}
    </span>
  );
}

function RecordedLabel() {
  const t = useTranslations("desk");
  return (
    <MenuLabel>
      <span className="flex items-start gap-1.5">
        <Eye aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        <span className="max-w-56">{t("othersRecorded")}</span>
      </span>
    </MenuLabel>
  );
}

function Name({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="truncate">{name}</span>
      {children}
    </span>
  );
}

function all(own: DeskRow[], label: string) {
  return own.length === 1 ? [] : [{ value: ALL, label }];
}

function choices(desks: DeskRow[]) {
  return desks.map(({ id, name }) => ({ value: id, label: name }));
}

/** Another desk has other conversations and products: what was open and filtered is left behind. */
function useChoose(place: Place | null) {
  const router = useRouter();
  return (deskId: string | null) => {
    const next: Place = {
      view: place?.view ?? "open",
      id: null,
      deskId,
      priority: place?.priority ?? null,
      productId: null,
    };
    if (place) goTo(next);
    else router.push(hrefOf(next));
  };
}
