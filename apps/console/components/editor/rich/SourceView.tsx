import { Textarea } from "@mintreu/ui/kit/Textarea";
import { type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { Code } from "lucide-react";
import { useTranslations } from "next-intl";

/** What the editor has no form for: its text, which can be edited as text and stays as it is otherwise. */
export function SourceView({ node, updateAttributes, selected }: NodeViewProps) {
  const t = useTranslations("editor");
  const source = String(node.attrs.source);
  return (
    <NodeViewWrapper
      className="rounded-md border border-border border-dashed bg-sunken px-3 py-2 data-selected:outline-2"
      {...(selected ? { "data-selected": "" } : {})}
    >
      <p className="flex items-center gap-1.5 text-muted text-xs" contentEditable={false}>
        <Code aria-hidden className="size-3.5" />
        {t("source.block")}
      </p>
      <Textarea
        bare
        rows={1}
        spellCheck={false}
        aria-label={t("source.label")}
        value={source}
        onChange={({ target }) => updateAttributes({ source: target.value })}
        className="pt-1 font-mono text-sm"
      />
    </NodeViewWrapper>
  );
}
