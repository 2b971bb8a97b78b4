import type { RenderedArticle } from "../render.ts";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A text as it was typed, for one that cannot be rendered. */
export function renderPlain(markdown: string): RenderedArticle {
  const escaped = markdown.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? "");
  return {
    html: `<pre class="as-typed" tabindex="0">${escaped}</pre>`,
    headings: [],
    text: markdown,
    links: [],
    pictures: [],
  };
}
