"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { SkeletonRows } from "@mintreu/ui/kit/PageSkeleton";
import { ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";
import { hrefOf, type Place } from "../place/place.ts";
import { ConversationRow } from "./ConversationRow.tsx";
import { EmptyList, ListFailure } from "./EmptyList.tsx";
import type { ShownRow } from "./hold-order.ts";
import { ListEnd } from "./ListEnd.tsx";
import { ListHeader } from "./ListHeader.tsx";
import { useConversationList } from "./useConversationList.ts";
import { useMoving } from "./useMoving.ts";
import { useSteadyRows } from "./useSteadyRows.ts";

/** What the list takes. */
export interface ConversationListProps {
  place: Place;
  /** Several desks' conversations stand together, so that each row names its desk. */
  withDesk: boolean;
  /** Stands under the header, such as whose desk this is. */
  notice?: ReactNode;
  /** Is given the rows as they stand. */
  order: RefObject<readonly ShownRow[]>;
}

/** The conversations of a view. */
export function ConversationList({ place, notice, ...rest }: ConversationListProps) {
  return (
    <>
      <ListHeader place={place} />
      {notice}
      <Rows key={hrefOf({ ...place, id: null })} place={place} {...rest} />
    </>
  );
}

function Rows({ place, withDesk, order }: Omit<ConversationListProps, "notice">) {
  const pane = useRef<HTMLDivElement>(null);
  const list = useConversationList(place);
  const { rows, updates, show } = useSteadyRows(list.rows, pane);
  useEffect(() => {
    order.current = rows;
  });
  useMoving({ place, rows, pane });
  useAction("showUpdates", updates > 0 ? show : null);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <UpdatesButton updates={updates} onShow={show} />
      <div ref={pane} className="pane-scroll min-h-0 flex-1" aria-busy={list.isPending}>
        {list.isPending && <SkeletonRows />}
        {list.isError && rows.length === 0 && <ListFailure onRetry={() => list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <EmptyList place={place} />}
        <ul>
          {rows.map((row) => (
            <ConversationRow
              key={row.id}
              row={row}
              href={hrefOf({ ...place, id: row.id })}
              current={row.id === place.id}
              withDesk={withDesk}
              withAssignee={place.view !== "mine"}
            />
          ))}
        </ul>
        {list.hasNextPage && (
          <ListEnd loading={list.isFetchingNextPage} failed={list.isFetchNextPageError} onReach={list.fetchNextPage} />
        )}
      </div>
    </div>
  );
}

/** Offers what changed while the list kept still. */
function UpdatesButton({ updates, onShow }: { updates: number; onShow: () => void }) {
  const t = useTranslations("list");
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 top-2 z-10 flex justify-center">
      {updates > 0 && (
        <Button
          size="sm"
          variant="primary"
          icon={<ArrowUp aria-hidden />}
          onClick={onShow}
          className="pointer-events-auto animate-rise rounded-full! shadow-overlay!"
        >
          {t("updates", { count: updates })}
        </Button>
      )}
    </div>
  );
}
