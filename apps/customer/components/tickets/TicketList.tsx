"use client";

import { STATES, type TicketState } from "@mintreu/api/conversations/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { Card } from "@mintreu/ui/kit/Card";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { Input } from "@mintreu/ui/kit/Input";
import { SkeletonRows } from "@mintreu/ui/kit/PageSkeleton";
import { TabLinks } from "@mintreu/ui/kit/TabLinks";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { MessageSquareText, Search, SearchX } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { TicketRow } from "./TicketRow.tsx";

/** What the page's address says. */
export interface TicketListProps {
  state: TicketState;
  search: string;
}

/** One's tickets with their filters; what is typed into the search is found without a page load. */
export function TicketList({ state, search }: TicketListProps) {
  const t = useTranslations("tickets");
  const [typed, setTyped] = useState(search);
  const wanted = useSettled(typed);
  useAddress({ state, search: wanted }, setTyped);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <TabLinks
          look="segments"
          label={t("filter")}
          tabs={STATES.toSorted((a, b) => ORDER[a] - ORDER[b]).map((each) => ({
            href: addressOf(each, wanted),
            label: t(`state.${each}`),
            current: each === state,
          }))}
        />
        <search className="w-full sm:w-64">
          <Input
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            icon={<Search />}
            value={typed}
            maxLength={200}
            onChange={({ target }) => setTyped(target.value)}
          />
        </search>
      </div>
      <Found state={state} search={wanted} onClear={() => setTyped("")} />
    </>
  );
}

/** Writes the search into the address, and takes it from there when a link has changed it. */
function useAddress({ state, search }: TicketListProps, onSearch: (search: string) => void) {
  const inAddress = useSearchParams().get("q") ?? "";
  const known = useRef(inAddress);
  useEffect(() => {
    if (inAddress === known.current) return;
    known.current = inAddress;
    onSearch(inAddress);
  }, [inAddress, onSearch]);
  useEffect(() => {
    if (search.trim() === known.current) return;
    known.current = search.trim();
    // Next's router hears of it: https://nextjs.org/docs/app/getting-started/linking-and-navigating
    window.history.replaceState(null, "", addressOf(state, search));
  }, [state, search]);
}

const ORDER: Record<TicketState, number> = { all: 0, waiting: 1, open: 2, resolved: 3 };

function addressOf(state: TicketState, search: string): string {
  const query = new URLSearchParams({ ...(state !== "all" && { state }), ...(search.trim() && { q: search.trim() }) });
  return query.size > 0 ? `/conversations?${query}` : "/conversations";
}

/** A text once nobody has typed for a moment (ms). */
function useSettled(text: string, after = 120): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), after);
    return () => clearTimeout(timer);
  }, [text, after]);
  return settled;
}

function Found({ state, search, onClear }: TicketListProps & { onClear: () => void }) {
  const t = useTranslations("tickets");
  const trpc = useTRPC();
  const { data, isFetchingNextPage, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...trpc.conversations.tickets.infiniteQueryOptions(
      { state, search },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
    placeholderData: keepPreviousData,
  });
  const rows = data?.pages.flatMap((page) => page.rows);
  return (
    <>
      <p role="status" className="sr-only">
        {search && rows ? t("found", { count: rows.length }) : ""}
      </p>
      <Card flush className="overflow-hidden">
        {!rows ? (
          <SkeletonRows rows={5} />
        ) : rows.length === 0 ? (
          <Nothing state={state} searched={search.trim() !== ""} onClear={onClear} />
        ) : (
          <ul>
            {rows.map((ticket) => (
              <TicketRow key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        )}
      </Card>
      {hasNextPage && (
        <p className="text-center">
          <Button pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("more")}
          </Button>
        </p>
      )}
    </>
  );
}

interface NothingProps {
  state: TicketState;
  searched: boolean;
  onClear: () => void;
}

function Nothing({ state, searched, onClear }: NothingProps) {
  const t = useTranslations("tickets");
  if (searched) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("nothingFound")}
        text={t("nothingFoundText")}
        action={
          <>
            <Button onClick={onClear}>{t("clear")}</Button>
            {state !== "all" && <ButtonLink href="/conversations">{t("searchAll")}</ButtonLink>}
          </>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<MessageSquareText />}
      title={t(`empty.${state}`)}
      text={t("emptyText")}
      action={
        <ButtonLink href="/conversations/new" variant="primary">
          {t("ask")}
        </ButtonLink>
      }
    />
  );
}
