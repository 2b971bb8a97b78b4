import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { useTranslations } from "next-intl";

/** The kinds of callouts, as readers' pages know them. */
const CALLOUTS = ["note", "tip", "important", "warning", "caution"] as const;

/** A callout: its kind can be chosen at its head. */
export function CalloutView({ node, updateAttributes }: NodeViewProps) {
  const t = useTranslations("editor");
  const kind = CALLOUTS.find((each) => each === node.attrs.kind) ?? "note";
  return (
    <NodeViewWrapper as="aside" className={`callout callout-${kind}`}>
      <p className="callout-title" contentEditable={false}>
        <select
          aria-label={t("callout.kind")}
          value={kind}
          onChange={({ target }) => updateAttributes({ kind: target.value, label: null })}
          className="cursor-pointer rounded-xs bg-transparent py-0.5 pe-1 font-semibold hover:bg-hover"
        >
          {CALLOUTS.map((each) => (
            <option key={each} value={each} className="bg-raised text-text">
              {t(`callout.${each}`)}
            </option>
          ))}
        </select>
      </p>
      <NodeViewContent />
    </NodeViewWrapper>
  );
}
