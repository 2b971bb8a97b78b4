import { loadWhenNeeded, READY } from "./load-when-needed.ts";

/** A script of Next's that is loaded from a file; what is written into the page only fills an array until those run. */
const FILE = /<script\b([^>]*?)\ssrc="(\/_next\/[^"]*)"([^>]*)><\/script>/g;
const PRELOAD = /<link\b(?=[^>]*\brel="preload")(?=[^>]*\bas="script")[^>]*>/g;

/**
 * Puts the scripts of a page aside until somebody does more than read it: the page is whole without them, and reading costs
 * no script. Whatever is no page of Next's with a nonce is left as it is.
 */
export function deferScripts(html: string): string {
  const nonce = /<script\b[^>]*\snonce="([^"]+)"/.exec(html)?.[1];
  // The last one: an attribute may hold the same signs as text.
  const end = html.lastIndexOf("</body>");
  if (!nonce || end < 0) return html;
  const loader = `<script nonce="${nonce}">(${loadWhenNeeded})(${JSON.stringify(READY)})</script>`;
  return withoutFiles(html.slice(0, end)) + loader + withoutFiles(html.slice(end));
}

function withoutFiles(html: string): string {
  return html.replace(PRELOAD, "").replace(FILE, (whole, before: string, src: string, after: string) => {
    // For browsers that know no modules, which run nothing of ours.
    if (/\bnomodule\b/i.test(before + after)) return "";
    return whole && `<script type="text/plain" data-src="${src}"></script>`;
  });
}
