import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

/** Names of languages that are not their word with a capital. */
const NAMES: Record<string, string> = {
  ...{ js: "JavaScript", jsx: "JavaScript", javascript: "JavaScript", ts: "TypeScript", tsx: "TypeScript" },
  ...{ typescript: "TypeScript", json: "JSON", html: "HTML", xml: "XML", css: "CSS", scss: "SCSS", sql: "SQL" },
  ...{
    php: "PHP",
    yaml: "YAML",
    yml: "YAML",
    toml: "TOML",
    ini: "INI",
    sh: "Shell",
    shell: "Shell",
    cmd: "Command Prompt",
  },
  ...{ c: "C", cpp: "C++", csharp: "C#", cs: "C#", py: "Python", rb: "Ruby", md: "Markdown", powershell: "PowerShell" },
  ...{ text: "", txt: "", plaintext: "", http: "HTTP", graphql: "GraphQL", objectivec: "Objective-C", vbnet: "VB.NET" },
};

/** Puts each block of code into a figure that names its language; the block scrolls, by keyboard too. */
export function codeFrames(tree: Root): void {
  visit(tree, { tagName: "pre" }, (block, index, parent) => {
    if (!parent || index === undefined) return;
    block.properties.tabIndex = 0;
    const language = languageOf(block);
    const frame: Element = { type: "element", tagName: "figure", properties: { className: ["code"] }, children: [] };
    if (language) {
      const words = { type: "text" as const, value: language };
      frame.children.push({ type: "element", tagName: "figcaption", properties: {}, children: [words] });
    }
    frame.children.push(block);
    parent.children[index] = frame;
    return SKIP;
  });
}

function languageOf(block: Element): string {
  const code = block.children.find((child) => child.type === "element" && child.tagName === "code");
  const classes = code?.type === "element" && Array.isArray(code.properties.className) ? code.properties.className : [];
  const word =
    classes
      .map(String)
      .find((name) => name.startsWith("language-"))
      ?.slice("language-".length) ?? "";
  return NAMES[word.toLowerCase()] ?? `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
