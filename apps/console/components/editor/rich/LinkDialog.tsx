"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Field } from "@mintreu/ui/kit/Field";
import { Input } from "@mintreu/ui/kit/Input";
import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ArticleSearch } from "../ArticleSearch.tsx";

interface Props {
  editor: Editor;
  deskId: string;
  onClose: () => void;
}

/** Links the chosen words, or puts in new ones, to an address or to an article that is found by its title. */
export function LinkDialog({ editor, deskId, onClose }: Props) {
  const t = useTranslations("editor.link");
  const now = String(editor.getAttributes("link").href ?? "");
  const [address, setAddress] = useState(now);
  const href = normalised(address);
  const apply = (to: string, words: string) => {
    onClose();
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && now === "") {
      const marks = [{ type: "link", attrs: { href: to } }];
      chain.insertContent([{ type: "text", text: words, marks }]).run();
    } else chain.setMark("link", { href: to }).run();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (href) apply(href, address);
  };
  const remove = () => {
    onClose();
    editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
  };
  const wrong = address !== "" && !href;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      size="md"
      footer={
        <>
          {now && <Button onClick={remove}>{t("remove")}</Button>}
          <Button variant="primary" form="editor-link" type="submit" disabled={!href}>
            {t("apply")}
          </Button>
        </>
      }
    >
      <form id="editor-link" onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("address")} required error={wrong ? t("wrong") : undefined}>
          <Input
            data-autofocus
            value={address}
            placeholder="https://"
            inputMode="url"
            onChange={({ target }) => setAddress(target.value)}
          />
        </Field>
      </form>
      <div className="pt-4">
        <ArticleSearch
          label={t("article")}
          deskId={deskId}
          onPick={({ slug, title }) => apply(`/help/articles/${slug}`, title)}
        />
      </div>
    </Dialog>
  );
}

/** An address as it is to be written; null for one that nobody may follow. */
function normalised(text: string): string | null {
  const trimmed = text.trim();
  if (/^[/#](?![/\\])/.test(trimmed)) return trimmed;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol === "mailto:" || protocol === "tel:") return address;
  return /^https?:$/.test(protocol) && hostname.includes(".") && !hostname.includes("%") ? address : null;
}
