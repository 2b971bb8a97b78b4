"use client";

import type { Hit } from "@mintreu/api/search/schema";
import { Badge } from "@mintreu/ui/kit/Badge";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Kbd } from "@mintreu/ui/kit/Kbd";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ArticlePick } from "../search/ArticlePick.tsx";
import { insertableOf } from "./insertable.ts";
import { useInsertArticle } from "./useInsertArticle.ts";

/** What the dialog takes. */
export interface InsertDialogProps {
  conversationId: string;
  /** Address of the help centre's app. */
  helpUrl: string;
  open: boolean;
  onClose: () => void;
}

/** Finds an article and puts it into the reply, without a mouse: Enter a link, with Shift what it says. */
export function InsertDialog({ conversationId, helpUrl, open, onClose }: InsertDialogProps) {
  const t = useTranslations("suggest");
  return (
    <Dialog
      size="md"
      open={open}
      onOpenChange={onClose}
      title={t("insert")}
      footer={
        <p className="flex flex-1 flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
          <span className="flex items-center gap-1.5">
            <Kbd keys="enter" />
            {t("asLink")}
          </span>
          <span className="flex items-center gap-1.5">
            <Kbd keys="shift+enter" />
            {t("asText")}
          </span>
        </p>
      }
    >
      {open && <Pick {...{ conversationId, helpUrl, onClose }} />}
    </Dialog>
  );
}

function Pick({ conversationId, helpUrl, onClose }: Omit<InsertDialogProps, "open">) {
  const t = useTranslations("suggest");
  const insert = useInsertArticle();
  const { data } = useQuery(useTRPC().search.suggestions.queryOptions({ conversationId }, { staleTime: 60_000 }));
  const sent = (hit: Hit) => data?.articles.some(({ id, alreadySent }) => id === hit.id && alreadySent);
  return (
    <ArticlePick
      label={t("find")}
      proposals={data?.articles ?? []}
      aside={(hit) => sent(hit) && <Badge tone="success">{t("sent")}</Badge>}
      onPick={(hit, event) => {
        const article = insertableOf(hit, helpUrl);
        if (!article) return;
        onClose();
        // After the dialog has given the focus back: it goes into the text then.
        setTimeout(() => void insert(article, event?.shiftKey ? "text" : "link"), 50);
      }}
    />
  );
}
