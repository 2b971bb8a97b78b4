"use client";

import { CATEGORIES, type Category, MAX_SUBJECT, MAX_TEXT, openInput } from "@mintreu/api/conversations/schema";
import type { PurchasedProduct } from "@mintreu/api/marketplace/list-purchases";
import { Banner } from "@mintreu/ui/kit/Banner";
import { Button } from "@mintreu/ui/kit/Button";
import { Field } from "@mintreu/ui/kit/Field";
import { Input } from "@mintreu/ui/kit/Input";
import { Select } from "@mintreu/ui/kit/Select";
import { Textarea } from "@mintreu/ui/kit/Textarea";
import { useLive } from "@mintreu/ui/support/LiveProvider";
import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { ProductChoice } from "./ProductChoice.tsx";
import type { TicketDraft } from "./ticket-draft.ts";
import { type Sending, useOpenTicket } from "./useOpenTicket.ts";
import { useTicketDraft } from "./useTicketDraft.ts";

/** What the form takes. */
export interface NewTicketFormProps {
  products: readonly PurchasedProduct[];
  /** Chosen by the address; null is the platform. */
  productId: string | null | undefined;
  /** The closed ticket it continues. */
  follows: { id: string; subject: string; category: Category } | null;
}

type Errors = Partial<Record<"productId" | "category" | "subject" | "body", Problem>>;
type Problem = "choose" | "empty" | "tooLong" | "invalid";

/** Asks a question. What is typed survives a reload; what is sent arrives once, however often it had to be tried. */
export function NewTicketForm({ products, productId, follows }: NewTicketFormProps) {
  const t = useTranslations("newTicket");
  const router = useRouter();
  const { me } = useLive();
  const form = useRef<HTMLFormElement>(null);
  const only = products.length === 0 ? null : undefined;
  const from = {
    productId: productId === undefined ? only : productId,
    category: follows?.category,
    subject: follows?.subject,
  };
  const { draft, change, forget } = useTicketDraft(`draft:${me.id}:new:${follows?.id ?? ""}`, withoutUndefined(from));
  const [errors, setErrors] = useState<Errors>({});
  const { sending, send } = useOpenTicket((id) => {
    forget();
    router.push(`/conversations/${id}`);
  });
  const edit = (part: Partial<TicketDraft>) => {
    change(part);
    setErrors((before) => withoutKeys(before, Object.keys(part)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = openInput.safeParse({ ...draft, followsId: follows?.id ?? null });
    if (parsed.success) return send(parsed.data);
    setErrors(problemsOf(parsed.error.issues));
    const first = parsed.error.issues[0]?.path[0];
    const name = first === "productId" ? "product" : String(first);
    form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  };
  const busy = sending.state === "sending" || sending.state === "waiting";
  const say = (field: keyof Errors) => {
    const problem = errors[field];
    return problem ? t(`problem.${field}.${problem}`) : null;
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex max-w-2xl flex-col gap-6">
      <ProductChoice
        products={products}
        value={draft.productId}
        onChange={(id) => edit({ productId: id })}
        error={say("productId")}
      />
      <Texts draft={draft} onEdit={edit} say={say} />
      <Progress sending={sending} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          type="submit"
          variant="primary"
          size="lg"
          pending={busy}
          icon={<Send aria-hidden className="rtl:-scale-x-100" />}
        >
          {t("submit")}
        </Button>
        <p className="text-muted text-sm">{t("kept")}</p>
      </div>
    </form>
  );
}

interface TextsProps {
  draft: TicketDraft;
  onEdit: (part: Partial<TicketDraft>) => void;
  say: (field: "category" | "subject" | "body") => string | null;
}

function Texts({ draft: { category, subject, body }, onEdit, say }: TextsProps) {
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

function Progress({ sending }: { sending: Sending }) {
  const t = useTranslations("newTicket");
  const errors = useTranslations("errors");
  if (sending.state === "waiting") {
    return (
      <Banner live tone="warning" title={t("waiting")}>
        {t("waitingText")}
      </Banner>
    );
  }
  if (sending.state !== "refused") return null;
  const text = sending.code === "CLIENT_ID_REUSED" ? t("alreadySent") : errors(sending.code);
  return (
    <Banner live tone="danger" title={t("refused")}>
      {text}
    </Banner>
  );
}

function problemsOf(issues: readonly { path: PropertyKey[]; message: string }[]): Errors {
  const errors: Errors = {};
  for (const { path, message } of issues) {
    const field = FIELDS.find((each) => each === path[0]);
    if (field) errors[field] ??= PROBLEMS[message] ?? "choose";
  }
  return errors;
}

const FIELDS = ["productId", "category", "subject", "body"] as const;
const PROBLEMS: Record<string, Problem> = {
  "text.empty": "empty",
  "text.tooLong": "tooLong",
  "text.invalid": "invalid",
};

function withoutKeys(errors: Errors, keys: readonly string[]): Errors {
  return Object.fromEntries(Object.entries(errors).filter(([key]) => !keys.includes(key)));
}

/** Only what the address asks for; the rest is the draft's. */
function withoutUndefined(draft: Partial<TicketDraft>): Partial<TicketDraft> {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
}
