"use client";

import { CATEGORIES, MAX_SUBJECT, MAX_TEXT } from "@mintreu/api/conversations/schema";
import { Field } from "@mintreu/ui/kit/Field";
import { Input } from "@mintreu/ui/kit/Input";
import { Select } from "@mintreu/ui/kit/Select";
import { Textarea } from "@mintreu/ui/kit/Textarea";
import { useFormatter, useTranslations } from "next-intl";
import type { TicketDraft } from "./ticket-draft.ts";

/** What the fields take. */
export interface TicketTextsProps {
  draft: TicketDraft;
  onEdit: (part: Partial<TicketDraft>) => void;
  say: (field: "category" | "subject" | "body") => string | null;
}

/** Kind, subject and text of a question. */
export function TicketTexts({ draft: { category, subject, body }, onEdit, say }: TicketTextsProps) {
  const t = useTranslations("newTicket");
  const format = useFormatter();
  const nearEnd = body.length > MAX_TEXT - 2_000;
  return (
    <>
      <Field label={t("category")} required error={say("category")}>
        <Select
          name="category"
          size="lg"
          value={category ?? ""}
          onChange={({ target }) => onEdit({ category: CATEGORIES.find((each) => each === target.value) })}
        >
          <option value="" disabled>
            {t("chooseCategory")}
          </option>
          {CATEGORIES.map((each) => (
            <option key={each} value={each}>
              {t(`categories.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("subject")} required hint={t("subjectHint")} error={say("subject")}>
        <Input
          name="subject"
          size="lg"
          dir="auto"
          maxLength={MAX_SUBJECT}
          value={subject}
          onChange={({ target }) => onEdit({ subject: target.value })}
        />
      </Field>
      <Field
        label={t("body")}
        required
        hint={t("bodyHint")}
        error={say("body")}
        aside={nearEnd && t("count", { count: format.number(body.length), max: format.number(MAX_TEXT) })}
      >
        <Textarea
          name="body"
          rows={8}
          dir="auto"
          value={body}
          onChange={({ target }) => onEdit({ body: target.value })}
        />
      </Field>
    </>
  );
}
