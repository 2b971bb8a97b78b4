"use client";

import { IconButton } from "@mintreu/ui/kit/IconButton";
import { BookPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction, useActions } from "../actions/ActionsProvider.tsx";
import { keysOf } from "../actions/registry.ts";
import { InsertDialog } from "./InsertDialog.tsx";

/** The button of a composer that finds an article for the reply; its key works while one writes, too. */
export function InsertArticle({ conversationId, helpUrl }: { conversationId: string; helpUrl: string }) {
  const t = useTranslations("suggest");
  const { run } = useActions();
  const [open, setOpen] = useState(false);
  useAction("insertArticle", () => setOpen(true));
  const keys = keysOf("insertArticle");
  return (
    <>
      <IconButton
        size="sm"
        side="top"
        label={t("insert")}
        {...(keys ? { keys } : {})}
        onClick={() => run("insertArticle")}
      >
        <BookPlus />
      </IconButton>
      <InsertDialog {...{ conversationId, helpUrl, open }} onClose={() => setOpen(false)} />
    </>
  );
}
