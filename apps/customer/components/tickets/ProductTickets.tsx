"use client";

import { Card } from "@mintreu/ui/kit/Card";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { TicketRow } from "./TicketRow.tsx";

/** One's own tickets for a product, newest first. */
export function ProductTickets({ productId }: { productId: string }) {
  const t = useTranslations("product");
  const trpc = useTRPC();
  const rows = useQuery(trpc.conversations.tickets.queryOptions({ state: "all", productId })).data?.rows ?? [];
  if (rows.length === 0) return <p className="text-md text-muted">{t("noTickets")}</p>;
  return (
    <Card flush className="overflow-hidden">
      <ul>
        {rows.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} />
        ))}
      </ul>
    </Card>
  );
}
