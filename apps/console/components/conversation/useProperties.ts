"use client";

import type { ConversationView } from "@mintreu/api/conversations/get";
import { transitions } from "@mintreu/api/conversations/rules";
import type { Priority, Status } from "@mintreu/api/conversations/schema";
import { useLive } from "@mintreu/ui/support/LiveProvider";
import { useTranslations } from "next-intl";
import { useChange } from "./useChange.ts";

/** Who shall have a conversation. */
export interface Assignment {
  desk: { id: string; name: string };
  assignee: { id: string; name: string } | null;
}

/** What an agent changes about a conversation besides writing in it. Each change can be taken back where the rules lead back. */
export function useProperties(view: ConversationView) {
  const t = useTranslations();
  const { trpc } = useLive().client;
  const change = useChange(view.id);
  const { id, number } = view;

  // `from` is told where a change is taken back: what the screen showed then is no longer what is.
  const setStatus = (status: Status, from: Status = view.status): Promise<boolean> =>
    change({
      shown: { status, transitions: transitions("agents", status) },
      call: () => trpc.conversations.setStatus.mutate({ id, status }),
      said: t("properties.statusSet", { number, status: t(`status.agents.${status}`) }),
      undo: transitions("agents", status).includes(from) ? () => setStatus(from, status) : null,
    });

  const setPriority = (priority: Priority, from: Priority = view.priority ?? "normal"): Promise<boolean> =>
    change({
      shown: { priority },
      call: () => trpc.conversations.setPriority.mutate({ id, priority }),
      said: t("properties.prioritySet", { number, priority: t(`priorities.${priority}`) }),
      undo: () => setPriority(from, priority),
    });

  const assign = (
    to: Assignment,
    from: Assignment = { desk: view.desk, assignee: view.assignee },
  ): Promise<boolean> => {
    const moves = to.desk.id !== from.desk.id;
    const name = to.assignee?.name ?? (moves ? to.desk.name : null);
    return change({
      shown: to,
      call: () => trpc.conversations.assign.mutate({ id, deskId: to.desk.id, assigneeId: to.assignee?.id ?? null }),
      said: name ? t("properties.assignedTo", { number, name }) : t("properties.unassigned", { number }),
      // Another desk has it then: giving it back is theirs.
      undo: moves ? null : () => assign(from, to),
    });
  };
  return { setStatus, setPriority, assign };
}
