"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { Plus, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";
import { ConsolePage } from "../page/ConsolePage.tsx";
import { useSearchState } from "../page/useSearchState.ts";
import { ArticleList } from "./ArticleList.tsx";
import { ExportButton } from "./ExportButton.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import { KnowledgeFilters } from "./KnowledgeFilters.tsx";
import { knowledgePlaceAt } from "./knowledge-place.ts";
import { NewArticleDialog } from "./NewArticleDialog.tsx";

/** The articles of one's desks: what there is, how it stands and how it does. */
export function KnowledgeScreen() {
  const t = useTranslations("knowledge");
  const [search, setSearch] = useSearchState();
  const place = knowledgePlaceAt(search);
  const [over, setOver] = useState<"new" | "import" | null>(null);
  const close = () => setOver(null);
  return (
    <ConsolePage
      title={t("title")}
      text={t("text")}
      actions={
        <>
          <ExportButton deskId={place.deskId} />
          <Button icon={<Upload aria-hidden />} aria-haspopup="dialog" onClick={() => setOver("import")}>
            {t("import.open")}
          </Button>
          <Button variant="primary" icon={<Plus aria-hidden />} aria-haspopup="dialog" onClick={() => setOver("new")}>
            {t("new.open")}
          </Button>
        </>
      }
      toolbar={<KnowledgeFilters place={place} onChange={setSearch} />}
    >
      <KnowledgeKeys onNew={() => setOver("new")} />
      <ArticleList
        place={place}
        onClear={() => setSearch({ state: null, collection: null, product: null, due: null, q: null })}
        onNew={() => setOver("new")}
        onImport={() => setOver("import")}
      />
      <NewArticleDialog place={place} open={over === "new"} onClose={close} />
      <ImportDialog deskId={place.deskId} open={over === "import"} onClose={close} />
    </ConsolePage>
  );
}

function KnowledgeKeys({ onNew }: { onNew: () => void }) {
  useAction("newArticle", onNew);
  return null;
}
