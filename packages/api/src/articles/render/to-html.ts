import type { Root } from "hast";
import { toText } from "hast-util-to-text";
import rehypeHighlight from "rehype-highlight";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { PictureSizes, RenderedArticle } from "../render.ts";
import { listAddresses, pointAtAnchors } from "./addresses.ts";
import { ALLOWED } from "./allowed.ts";
import { setAnchors } from "./anchors.ts";
import { attributeLists } from "./attribute-lists.ts";
import { callouts } from "./callouts.ts";
import { codeFrames } from "./code-frames.ts";
import { withoutEmbeds, withoutHidden } from "./embeds.ts";
import { headingLinks, levelHeadings } from "./headings.ts";
import { links } from "./links.ts";
import { pictures } from "./pictures.ts";
import { tables } from "./tables.ts";

/** From Markdown to what the allow-list leaves of it. Nothing that comes later takes what an author wrote as more than text. */
const reader = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "", footnoteLabelProperties: {} })
  .use(rehypeRaw)
  .use(withoutEmbeds)
  .use(callouts)
  .use(rehypeHighlight, { detect: false })
  .use(rehypeSanitize, ALLOWED)
  .use(attributeLists);

const writer = unified().use(rehypeStringify);

/** Renders at once and in this thread: a hostile text can keep it for minutes or end the stack (RangeError). */
export function toHtml(markdown: string, sizes: PictureSizes): RenderedArticle {
  const tree: Root = reader.runSync(reader.parse(markdown));
  const text = toText(tree).trim();
  const addresses = listAddresses(tree);
  withoutHidden(tree);
  levelHeadings(tree);
  const { headings, anchors } = setAnchors(tree);
  pointAtAnchors(tree, anchors);
  pictures(tree, sizes);
  links(tree);
  tables(tree);
  codeFrames(tree);
  headingLinks(tree);
  return { html: writer.stringify(tree), headings, text, ...addresses };
}
