import { maskCode } from "./mask-code.ts";

/** What generators of sites have in Markdown that is part of a line. In each, no repetition can take what the one before it takes. */
const RULES: readonly [RegExp, (match: RegExpExecArray) => string][] = [
  // Hugo and Jekyll: addresses.
  [/\{\{[<%]\s?(?:rel)?ref\s"([^"\n]{1,500})"\s?[%>]\}\}/g, ([, path = ""]) => path],
  [/\{%-?\s?link\s([^\s%]{1,500})\s?-?%\}/g, ([, path = ""]) => `/${path.replace(/^\//, "")}`],
  [/\{\{\s?site\.(?:base)?url\s?\}\}/g, () => ""],
  [/\{\{\s?["']([^"'\n]{1,500})["']\s?\|\s?(?:relative|absolute)_url\s?\}\}/g, ([, path = ""]) => path],
  // Hugo: pictures and videos.
  [/\{\{[<%]\s?figure\s([^\n{}]{1,2000}?)\s?\/?[%>]\}\}/g, ([, attributes = ""]) => pictureOf(attributes)],
  [/\{\{[<%]\s?youtube\s"?([\w-]{1,50})"?\s?[%>]\}\}/g, ([, id]) => `<https://www.youtube.com/watch?v=${id}>`],
  // Jekyll: code.
  [
    /^[ \t]{0,20}\{%-?\s?(?:highlight\s(\w{1,30})[^%\n]{0,50}|endhighlight\s?-?)%\}[ \t]*$/gm,
    ([, language = ""]) => `\`\`\`${language}`,
  ],
  // GitBook: what is shown of another site, and what only puts things beside each other.
  [/\{%\s?embed\surl="([^"\s]{1,1000})"\s?%\}/g, ([, url]) => `<${url}>`],
  [/\{%\s?tab\stitle="([^"\n]{1,200})"\s?%\}/g, ([, title]) => `**${title}**`],
  [
    /\{%\s?(?:end)?(?:tabs?|code|content-ref|embed|stepper|step|columns?|raw|updates?)(?:\s[^%\n]{0,500})?%\}/g,
    () => "",
  ],
  // MDX.
  [/^import\s[^;\n]{1,300}\sfrom\s["'][^"'\n]{1,300}["'];?[ \t]*$/gm, () => ""],
];
const ANY = /\{[{%]|^import\s/m;

/** Markdown in place of what generators of sites have beyond it, as far as it stands within a line. Lines stay lines; code stays code. */
export function plainMarkdown(markdown: string): string {
  if (!ANY.test(markdown)) return markdown;
  return RULES.reduce((text, [pattern, plain]) => {
    const masked = maskCode(text);
    const pieces: string[] = [];
    let end = 0;
    for (const match of masked.matchAll(pattern)) {
      pieces.push(text.slice(end, match.index), plain(match));
      end = match.index + match[0].length;
    }
    return pieces.join("") + text.slice(end);
  }, markdown);
}

function pictureOf(attributes: string): string {
  const named = new Map(
    [...attributes.matchAll(/(\w{1,20})="([^"]{0,1000})"/g)].map(([, name, value]) => [name, value]),
  );
  const words = named.get("alt") ?? named.get("caption") ?? named.get("title") ?? "";
  return `![${words.replace(/[[\]\\]/g, "\\$&")}](<${named.get("src") ?? ""}>)`;
}
