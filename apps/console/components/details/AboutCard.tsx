"use client";

import type { ConversationView } from "@mintreu/api/conversations/get";
import { useFormatter, useTranslations } from "next-intl";
import { type Fact, Facts, Section } from "./Section.tsx";

/** What an about card takes. */
export interface AboutCardProps {
  view: ConversationView;
  hrefOf: (id: string) => string;
}

/** The conversation's own facts, as far as its header does not say them. */
export function AboutCard({ view, hrefOf }: AboutCardProps) {
  const t = useTranslations("details");
  const format = useFormatter();
  const link = ({ id, number }: { id: string; number: number }) => (
    <a href={hrefOf(id)} className="target text-accent underline underline-offset-2">
      {t("number", { number })}
    </a>
  );
  const facts: Fact[] = [
    { name: t("desk"), value: view.desk.name },
    { name: t("category"), value: t(`categories.${view.category}`) },
    {
      name: t("opened"),
      value: format.dateTime(new Date(view.createdAt), { dateStyle: "medium", timeStyle: "short" }),
    },
    ...(view.follows ? [{ name: t("follows"), value: link(view.follows) }] : []),
    ...(view.followUp ? [{ name: t("followUp"), value: link(view.followUp) }] : []),
  ];
  return (
    <Section title={t("about")}>
      <Facts facts={facts} />
    </Section>
  );
}
