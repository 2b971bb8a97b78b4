"use client";

import type { CollectionRow } from "@mintreu/api/articles/schema";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useTranslations } from "next-intl";
import { useOrder } from "../order/useOrder.ts";
import { useActOn } from "../page/useActOn.ts";
import type { Edited } from "./CollectionDialog.tsx";
import { CollectionItem } from "./CollectionItem.tsx";
import type { CollectionNode } from "./tree.ts";

/** What a level takes. */
export interface CollectionLevelProps {
  deskId: string;
  nodes: readonly CollectionNode[];
  /** Every collection of the desk: where articles may go. */
  all: readonly CollectionRow[];
  /** The collection whose sections they are. */
  inside?: CollectionRow;
  onEdit: (edited: Edited) => void;
}

/** Collections beside each other, or the sections of one, in an order that can be changed. */
export function CollectionLevel({ deskId, nodes, all, inside, onEdit }: CollectionLevelProps) {
  const t = useTranslations("collections");
  const { trpc } = useLive().client;
  // Whether it worked or not: as it is now.
  const act = useActOn(useTRPC().articles.collections.pathKey());
  const order = useOrder(nodes, async (ids) => {
    await act(() => trpc.articles.orderCollections.mutate({ deskId, ids }));
  });
  return (
    <>
      <p role="status" className="sr-only">
        {order.said}
      </p>
      <ol
        aria-label={inside ? t("sectionsOf", { name: inside.name }) : t("title")}
        className={inside ? "flex flex-col" : "flex flex-col gap-3"}
      >
        {order.things.map((node, index) => (
          <CollectionItem
            key={node.id}
            {...{ deskId, node, all, onEdit }}
            section={inside !== undefined}
            place={{ first: index === 0, last: index === order.things.length - 1 }}
            order={order}
          >
            {node.sections.length > 0 && (
              <CollectionLevel
                nodes={node.sections.map((row) => ({ ...row, sections: [] }))}
                inside={node}
                {...{ deskId, all, onEdit }}
              />
            )}
          </CollectionItem>
        ))}
      </ol>
    </>
  );
}
