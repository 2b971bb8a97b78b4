"use client";

import { Skeleton } from "@mintreu/ui/kit/Skeleton";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Suggested } from "../suggest/Suggested.tsx";
import { AboutCard } from "./AboutCard.tsx";
import { OtherConversations } from "./OtherConversations.tsx";
import { PersonCard } from "./PersonCard.tsx";
import { PurchaseCard } from "./PurchaseCard.tsx";

/** What the panel takes. */
export interface DetailsPanelProps {
  id: string;
  /** Where another conversation is. */
  hrefOf: (id: string) => string;
  /** An article went into the reply: what covers it may go. */
  onInserted: () => void;
}

/** Beside a conversation: who asks, what they bought and whether they are entitled, what else they asked. */
export function DetailsPanel({ id, hrefOf, onInserted }: DetailsPanelProps) {
  const api = useTRPC();
  const t = useTranslations("details");
  const { data: view } = useQuery(api.conversations.get.queryOptions({ id }, { retry: false }));
  const { data: card, isError } = useQuery(api.conversations.requester.queryOptions({ id }, { staleTime: 60_000 }));
  if (isError) return <p className="p-5 text-md text-muted">{t("failed")}</p>;
  if (!card || !view) return <DetailsSkeleton />;
  return (
    <div className="flex flex-col divide-y divide-border">
      <PersonCard person={card.person} />
      <PurchaseCard view={view} purchase={card.purchase} />
      <Suggested conversationId={id} writes={view.actions.includes("reply")} hrefOf={hrefOf} onInserted={onInserted} />
      <AboutCard view={view} hrefOf={hrefOf} />
      <OtherConversations name={card.person.name} others={card.others} hrefOf={hrefOf} />
    </div>
  );
}

function DetailsSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-3 p-5">
      <div className="flex items-center gap-3">
        <Skeleton round className="size-10" />
        <Skeleton className="h-4 w-32" />
      </div>
      {["w-full", "w-3/4", "w-5/6", "w-2/3"].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </div>
  );
}
