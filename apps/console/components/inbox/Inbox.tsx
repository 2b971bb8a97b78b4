"use client";

import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { Kbd } from "@mintreu/ui/kit/Kbd";
import { Panes } from "@mintreu/ui/kit/Panes";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useRef } from "react";
import { keysOf } from "../actions/registry.ts";
import { ConversationPane } from "../conversation/ConversationPane.tsx";
import { usePageTitle } from "../conversation/usePageTitle.ts";
import { DetailsPanel } from "../details/DetailsPanel.tsx";
import { useDetails } from "../details/useDetails.ts";
import { ConsoleShell } from "../frame/ConsoleShell.tsx";
import { LookNotice } from "../frame/LookNotice.tsx";
import { useDeskChanges } from "../frame/useDeskChanges.ts";
import { ConversationList } from "../list/ConversationList.tsx";
import type { ShownRow } from "../list/hold-order.ts";
import { hrefOf, type Place } from "../place/place.ts";
import { goTo, usePlace } from "../place/usePlace.ts";
import { InsertingProvider } from "../suggest/Inserting.tsx";

/** What the inbox takes. */
export interface InboxProps {
  detailsOpen: boolean;
  /** Address of the app in which requesters read articles. */
  helpUrl: string;
}

/** The agents' place: the views, the list of one, the conversation that is open and what is known about its requester. */
export function Inbox(props: InboxProps) {
  const place = usePlace();
  return (
    <ConsoleShell place={place}>
      <InsertingProvider>
        <InboxPanes place={place} {...props} />
      </InsertingProvider>
    </ConsoleShell>
  );
}

function InboxPanes({ place, detailsOpen, helpUrl }: InboxProps & { place: Place }) {
  const t = useTranslations();
  const { view, id, deskId, priority, productId } = place;
  const { data: desks = [] } = useQuery(useTRPC().desks.list.queryOptions());
  const desk = desks.find((each) => each.id === deskId);
  const foreign = desk && !desk.own ? desk : null;
  useDeskChanges(foreign?.id ?? null);
  const details = useDetails(detailsOpen, id);
  const order = useRef<readonly ShownRow[]>([]);
  const follow = useCallback(
    (other: string) => hrefOf({ view, id: other, deskId, priority, productId }),
    [view, deskId, priority, productId],
  );
  return (
    <Panes
      listLabel={t(`views.${view}`)}
      show={id ? "main" : "list"}
      list={
        <ConversationList
          place={place}
          order={order}
          withDesk={!deskId && desks.filter(({ own }) => own).length > 1}
          notice={foreign && <LookNotice desk={foreign} place={place} />}
        />
      }
      {...(id
        ? {
            side: {
              label: t("details.label"),
              content: <DetailsPanel key={id} id={id} hrefOf={follow} onInserted={() => details.onOpenChange(false)} />,
              ...details,
            },
          }
        : {})}
    >
      {id ? (
        <ConversationPane
          key={id}
          id={id}
          hrefOf={follow}
          helpUrl={helpUrl}
          onNext={() => goTo({ ...place, id: nextAfter(id, order.current) }, "replace")}
        />
      ) : (
        <NothingOpen view={t(`views.${view}`)} />
      )}
    </Panes>
  );
}

/** The conversation below, else the one above, else none: then the list is done. */
function nextAfter(id: string, rows: readonly ShownRow[]): string | null {
  const at = rows.findIndex((row) => row.id === id);
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0)).reverse()];
  return others.find((row) => !row.left && row.id !== id)?.id ?? null;
}

function NothingOpen({ view }: { view: string }) {
  const t = useTranslations("list");
  usePageTitle(view);
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        icon={<MessagesSquare />}
        title={t("chooseTitle")}
        text={t.rich("chooseText", {
          next: () => <Kbd keys={keysOf("next") ?? ""} />,
          previous: () => <Kbd keys={keysOf("previous") ?? ""} />,
          shortcuts: () => <Kbd keys={keysOf("shortcuts") ?? ""} />,
        })}
      />
    </div>
  );
}
