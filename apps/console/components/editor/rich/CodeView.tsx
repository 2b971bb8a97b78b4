import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { useTranslations } from "next-intl";

/** Languages that are offered; another one that is in the text stays. */
const LANGUAGES = [
  ...["bash", "c", "cpp", "csharp", "css", "diff", "go", "graphql", "html", "ini", "java", "javascript", "json"],
  ...["kotlin", "lua", "markdown", "php", "python", "ruby", "rust", "sql", "swift", "typescript", "xml", "yaml"],
];

/** A block of code with its language to choose. */
export function CodeView({ node, updateAttributes }: NodeViewProps) {
  const t = useTranslations("editor");
  const language = String(node.attrs.language ?? "");
  const offered = language === "" || LANGUAGES.includes(language) ? LANGUAGES : [language, ...LANGUAGES];
  return (
    <NodeViewWrapper as="figure" className="code">
      <figcaption contentEditable={false}>
        <select
          aria-label={t("code.language")}
          value={language}
          onChange={({ target }) => updateAttributes({ language: target.value || null })}
          className="-ms-1 cursor-pointer rounded-xs bg-transparent px-1 hover:bg-hover"
        >
          <option value="" className="bg-raised text-text">
            {t("code.plain")}
          </option>
          {offered.map((each) => (
            <option key={each} value={each} className="bg-raised text-text">
              {each}
            </option>
          ))}
        </select>
      </figcaption>
      <pre spellCheck={false}>
        <NodeViewContent<"code"> as="code" />
      </pre>
    </NodeViewWrapper>
  );
}
