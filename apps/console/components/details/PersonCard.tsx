"use client";

import type { RequesterCard } from "@mintreu/api/conversations/get-requester";
import { Avatar } from "@mintreu/ui/kit/Avatar";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import { useFormatter, useTranslations } from "next-intl";
import { Facts } from "./Section.tsx";

/** Who asks. */
export function PersonCard({ person }: { person: RequesterCard["person"] }) {
  const t = useTranslations("details");
  const format = useFormatter();
  return (
    <section aria-label={t("person")} className="px-5 py-4">
      <div className="mb-3 flex items-center gap-3">
        <Avatar name={person.name} size="lg" />
        <div className="min-w-0">
          <h2 className="wrap-anywhere font-semibold text-base leading-5">{person.name}</h2>
          <a
            href={`mailto:${person.email}`}
            title={person.email}
            className="target block max-w-full truncate text-muted text-sm underline-offset-2 hover:text-text hover:underline"
          >
            {person.email}
          </a>
        </div>
      </div>
      <Facts
        facts={[
          { name: t("since"), value: format.dateTime(new Date(person.since), { dateStyle: "medium" }) },
          {
            name: t("lastSeen"),
            value: person.lastSeenAt ? <RelativeTime at={person.lastSeenAt} /> : t("neverSeen"),
          },
        ]}
      />
    </section>
  );
}
