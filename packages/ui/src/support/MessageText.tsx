import type { ComponentProps, ReactNode } from "react";
import { memo } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkBreaks from "remark-breaks";
import remarkGfm from "remark-gfm";
import { isTangled } from "./thread/is-tangled.ts";
import { safeUrl } from "./thread/safe-url.ts";

const ALLOWED = [
  ...["p", "br", "hr", "strong", "em", "del", "blockquote", "ul", "ol", "li", "input", "a", "img", "code", "pre"],
  ...["h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"],
];
const PLUGINS = [remarkGfm, remarkBreaks];

/**
 * What somebody wrote, as Markdown on an allow-list: HTML of theirs is text to read, a picture from elsewhere is a link to it,
 * links lead only to the web and to mail, and none tells where it was followed or counts for search engines. Text that would
 * take too long to read as Markdown stays as it was typed.
 */
export const MessageText = memo(function MessageText({ text }: { text: string }) {
  return (
    <div className="message-text min-w-0 text-base" dir="auto">
      {isTangled(text) ? <p className="whitespace-pre-wrap">{text}</p> : <AsMarkdown text={text} />}
    </div>
  );
});

function AsMarkdown({ text }: { text: string }) {
  return (
    <Markdown
      unwrapDisallowed
      allowedElements={ALLOWED}
      remarkPlugins={PLUGINS}
      urlTransform={safeUrl}
      components={components}
    >
      {text}
    </Markdown>
  );
}

const components: Components = {
  a: ({ href, children }) => <Outside href={href}>{children}</Outside>,
  img: ({ src, alt }) => (
    <Outside href={typeof src === "string" ? src : undefined}>{alt || (typeof src === "string" ? src : "")}</Outside>
  ),
  // Headings of a message are none of the page's.
  ...{ h1: Title, h2: Title, h3: Title, h4: Title, h5: Title, h6: Title },
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
    <div className="overflow-x-auto" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
  // A sign rather than a control: it says its state and cannot be changed.
  input: ({ checked }) => <span>{checked ? "☑" : "☐"}</span>,
};

function Outside({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (!href) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

function Title({ children }: ComponentProps<"p">) {
  return <p className="font-semibold">{children}</p>;
}
