"use client";

import type { ConversationView } from "@mintreu/api/conversations/get";
import { Avatar } from "@mintreu/ui/kit/Avatar";
import { MenuItem, MenuLabel, MenuLine, MenuRadio } from "@mintreu/ui/kit/DropdownMenu";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { ArrowRightLeft, CircleDashed, UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";
import { keysOf } from "../actions/registry.ts";
import { HandOverDialog } from "./HandOverDialog.tsx";
import { PropertyMenu } from "./PropertyMenu.tsx";
import type { Assignment } from "./useProperties.ts";

const NOBODY = "nobody";

/** Who works on the conversation: an agent of its desk, nobody, or another desk altogether. */
export function AssigneeMenu({ view, onAssign }: { view: ConversationView; onAssign: (to: Assignment) => void }) {
  const t = useTranslations("properties");
  const { me } = useLive();
  const [handsOver, setHandsOver] = useState(false);
  const { assignee, desk } = view;
  const fixed = !view.actions.includes("assign");
  const { members, others } = useAssignees(view, !fixed);
  const mine = members.find(({ id }) => id === me.id);
  const take = mine && assignee?.id !== me.id ? () => onAssign({ desk, assignee: mine }) : null;
  useAction("assignToMe", fixed ? null : take);
  const choose = (id: string) => {
    if (id !== (assignee?.id ?? NOBODY))
      onAssign({ desk, assignee: members.find((member) => member.id === id) ?? null });
  };
  return (
    <>
      <PropertyMenu action="assign" label={t("assignee")} value={<AssigneeName view={view} />} fixed={fixed}>
        {take && (
          <MenuItem icon={<UserRoundCheck aria-hidden />} keys={keysOf("assignToMe")} onSelect={take}>
            {t("toMe")}
          </MenuItem>
        )}
        <MenuLabel>{desk.name}</MenuLabel>
        <MenuRadio
          label={t("assignee")}
          value={assignee?.id ?? NOBODY}
          onChange={choose}
          choices={[
            { value: NOBODY, label: t("nobody"), icon: <CircleDashed aria-hidden /> },
            ...members.map(({ id, name }) => ({ value: id, label: name, icon: <Avatar name={name} size="xs" /> })),
          ]}
        />
        {others.length > 0 && (
          <>
            <MenuLine />
            <MenuItem icon={<ArrowRightLeft aria-hidden />} onSelect={() => setHandsOver(true)}>
              {t("handOver")}
            </MenuItem>
          </>
        )}
      </PropertyMenu>
      <HandOverDialog view={view} desks={others} open={handsOver} onOpenChange={setHandsOver} onAssign={onAssign} />
    </>
  );
}

/** The agents of the desk that holds it, and the desks it could be handed to. */
function useAssignees({ id, desk }: ConversationView, enabled: boolean) {
  const api = useTRPC();
  const { data: desks = [] } = useQuery(api.desks.assignees.queryOptions({ id }, { enabled }));
  const { data: inSight = [] } = useQuery(api.desks.list.queryOptions());
  const isOwn = (deskId: string) => inSight.some((each) => each.own && each.id === deskId);
  return {
    members: desks.find((each) => each.id === desk.id)?.members ?? [],
    // The first one is proposed: one's own, where another desk's conversation is taken over.
    others: desks.filter((each) => each.id !== desk.id).sort((a, b) => Number(isOwn(b.id)) - Number(isOwn(a.id))),
  };
}

function AssigneeName({ view: { assignee } }: { view: ConversationView }) {
  const t = useTranslations("properties");
  if (!assignee) {
    return (
      <>
        <CircleDashed aria-hidden className="text-muted" />
        <span className="truncate">{t("nobody")}</span>
      </>
    );
  }
  return (
    <>
      <Avatar name={assignee.name} size="xs" />
      <span className="truncate">{assignee.name}</span>
    </>
  );
}
