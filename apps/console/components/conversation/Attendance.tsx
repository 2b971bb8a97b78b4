"use client";

import { Avatar } from "@mintreu/ui/kit/Avatar";
import { Tooltip } from "@mintreu/ui/kit/Tooltip";
import type { Conversation } from "@mintreu/ui/support/useConversation.ts";
import { useTranslations } from "next-intl";

const SHOWN = 3;

/** Who else has the conversation open, and whether they write: so that two do not answer the same. */
export function Attendance({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("attendance");
  const { viewing, typing } = conversation;
  const here = [...new Map([...viewing, ...typing].map((person) => [person.id, person])).values()];
  if (here.length === 0) return null;
  const lineOf = ({ id, name }: { id: string; name: string }) => {
    const mode = typing.find((person) => person.id === id)?.mode;
    return mode ? t(mode, { name }) : t("viewing", { name });
  };
  return (
    <Tooltip content={here.map(lineOf).join(" · ")}>
      <ul aria-label={t("label")} className="flex shrink-0 -space-x-1.5 rtl:space-x-reverse">
        {here.slice(0, SHOWN).map((person) => (
          <li key={person.id} className="rounded-full ring-2 ring-raised">
            <Avatar name={person.name} size="sm" present />
            <span className="sr-only">{lineOf(person)}</span>
          </li>
        ))}
        {here.length > SHOWN && (
          <li className="z-10 grid size-6 place-items-center rounded-full bg-hover text-2xs text-muted ring-2 ring-raised">
            {t("more", { count: here.length - SHOWN })}
          </li>
        )}
      </ul>
    </Tooltip>
  );
}
