import type { Heading } from "./reading.ts";
import { RenderThread } from "./render/in-worker.ts";
import { renderPlain } from "./render/plain.ts";

/** An article's text as readers get it. */
export interface RenderedArticle {
  /** Safe to put into a page as it is: elements, attributes, classes and addresses come from an allow-list. */
  html: string;
  /** In the order of the text; the outermost are of level 2, below the title. */
  headings: Heading[];
  /** What one reads, without any markup, and words that are hidden for search. */
  text: string;
  /** Addresses that it links to, as they were written, each once. */
  links: string[];
  /** Addresses of its pictures, as they were written, each once. */
  pictures: string[];
}

/** Size of a picture in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** By the address of a picture, so that its place is kept while it loads. */
export type PictureSizes = Readonly<Record<string, PictureSize>>;

const published = new RenderThread();
/** Of its own: what somebody tries out keeps nobody from publishing. */
const triedOut = new RenderThread();

/**
 * Renders an article's Markdown (GitHub's, with callouts and with HTML as far as it is harmless).
 *
 * It happens in a thread of its own with a deadline: whatever the text is, the server goes on answering. A text that cannot
 * be rendered in time is shown as it was typed. Never fails.
 */
export async function renderMarkdown(markdown: string, sizes: PictureSizes = {}): Promise<RenderedArticle> {
  return (await published.render({ markdown, sizes })) ?? renderPlain(markdown);
}

/** The same, of a text that is still being written. */
export async function renderPreview(markdown: string): Promise<RenderedArticle> {
  return (await triedOut.render({ markdown, sizes: {} })) ?? renderPlain(markdown);
}
