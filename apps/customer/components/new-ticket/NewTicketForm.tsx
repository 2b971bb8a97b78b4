"use client";

import { type Category, openInput } from "@mintreu/api/conversations/schema";
import type { PurchasedProduct } from "@mintreu/api/marketplace/list-purchases";
import type { Answers, Hit } from "@mintreu/api/search/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { AnswersPanel } from "@mintreu/ui/support/answers/AnswersPanel";
import { useAnswers } from "@mintreu/ui/support/answers/useAnswers.ts";
import { useLive } from "@mintreu/ui/support/LiveProvider";
import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Answered } from "./Answered.tsx";
import { ArticleContext } from "./ArticleContext.tsx";
import { ProductChoice } from "./ProductChoice.tsx";
import { SendingNotice } from "./SendingNotice.tsx";
import { TicketTexts } from "./TicketTexts.tsx";
import type { ReadArticle, TicketDraft } from "./ticket-draft.ts";
import { type ProblemField, type Problems, problemsOf, withoutFields } from "./ticket-problems.ts";
import { useAnswered } from "./useAnswered.ts";
import { useOpenTicket } from "./useOpenTicket.ts";
import { useTicketDraft } from "./useTicketDraft.ts";

/** What the form takes. */
export interface NewTicketFormProps {
  products: readonly PurchasedProduct[];
  /** Chosen by the address; null is the platform. */
  productId: string | null | undefined;
  /** The closed ticket it continues. */
  follows: { id: string; subject: string; category: Category } | null;
  /** The article that was read before. */
  article: ReadArticle | null;
  /** What was searched for before: a subject to begin with. */
  subject: string;
}

/** Asks a question. What is typed survives a reload; what is sent arrives once, however often it had to be tried. */
export function NewTicketForm({ products, productId, follows, article, subject }: NewTicketFormProps) {
  const t = useTranslations("newTicket");
  const { me } = useLive();
  const only = products.length === 0 ? null : undefined;
  const from = {
    productId: productId === undefined ? only : productId,
    category: follows?.category,
    article: article ?? undefined,
    subject: follows?.subject ?? (subject || undefined),
  };
  const { draft, change, forget } = useTicketDraft(`draft:${me.id}:new:${follows?.id ?? ""}`, withoutUndefined(from));
  const answers = withoutRead(useAnswers(draft), draft.article);
  const { answered, accept, undo } = useAnswered(forget);
  if (answered) return <Answered onUndo={undo} />;
  const count = Object.values(answers ?? {}).reduce((sum: number, hits: Hit[]) => sum + hits.length, 0);
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,42rem)_minmax(16rem,1fr)]">
      <Fields draft={draft} onChange={change} onSent={forget} followsId={follows?.id ?? null} products={products}>
        <p className="h-5 text-sm lg:hidden">
          {count > 0 && (
            <a href="#answers" className="target font-medium text-accent underline">
              {t("answersBelow", { count })}
            </a>
          )}
        </p>
      </Fields>
      <div className="pane-scroll lg:sticky lg:top-[calc(var(--frame-top)+1.5rem)] lg:max-h-[calc(100dvh-var(--frame-top)-3rem)] lg:self-start lg:px-1">
        <AnswersPanel answers={answers} onAnswered={accept}>
          <p className="text-md text-muted">{t("answersHint")}</p>
        </AnswersPanel>
      </div>
    </div>
  );
}

interface FieldsProps {
  draft: TicketDraft;
  onChange: (part: Partial<TicketDraft>) => void;
  onSent: () => void;
  followsId: string | null;
  products: readonly PurchasedProduct[];
  /** Stands between the fields and the button. */
  children: ReactNode;
}

function Fields({ draft, onChange, onSent, followsId, products, children }: FieldsProps) {
  const t = useTranslations("newTicket");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Problems>({});
  const { sending, send } = useOpenTicket((id) => {
    onSent();
    router.push(`/conversations/${id}`);
  });
  const edit = (part: Partial<TicketDraft>) => {
    onChange(part);
    setProblems((before) => withoutFields(before, Object.keys(part)));
  };
  const removeArticle = () => {
    edit({ article: null });
    // A reload must not bring it back.
    const url = new URL(window.location.href);
    url.searchParams.delete("article");
    window.history.replaceState(null, "", url);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { article, ...question } = draft;
    const parsed = openInput.safeParse({ ...question, followsId, ...(article && { articleId: article.id }) });
    if (parsed.success) return send(parsed.data);
    setProblems(problemsOf(parsed.error.issues));
    const first = parsed.error.issues[0]?.path[0];
    const name = first === "productId" ? "product" : String(first);
    form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  };
  const say = (field: ProblemField) => {
    const problem = problems[field];
    return problem ? t(`problem.${field}.${problem}`) : null;
  };
  const busy = sending.state === "sending" || sending.state === "waiting";
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex min-w-0 flex-col gap-6">
      {draft.article && <ArticleContext article={draft.article} onRemove={removeArticle} />}
      <ProductChoice
        products={products}
        value={draft.productId}
        onChange={(id) => edit({ productId: id })}
        error={say("productId")}
      />
      <TicketTexts draft={draft} onEdit={edit} say={say} />
      {children}
      <SendingNotice sending={sending} />
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

/** Somebody who asks all the same has found no answer in what they have read. */
function withoutRead(answers: Answers | undefined, read: ReadArticle | null | undefined): Answers | undefined {
  if (!answers || !read) return answers;
  return { ...answers, articles: answers.articles.filter(({ href }) => href !== `/help/articles/${read.slug}`) };
}

/** Only what the address asks for; the rest is the draft's. */
function withoutUndefined(draft: Partial<TicketDraft>): Partial<TicketDraft> {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
}
