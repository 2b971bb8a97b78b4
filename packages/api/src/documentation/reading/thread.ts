import { parentPort } from "node:worker_threads";
import robotsParser from "robots-parser";
import { ROBOT } from "../site.ts";
import type { CallName, InputOf, ResultOf } from "./calls.ts";
import { readHtml } from "./html.ts";
import { readLlms, readSitemap } from "./lists.ts";
import { readMarkdown } from "./markdown.ts";

const CALLS: { [Name in CallName]: (input: InputOf<Name>) => ResultOf<Name> } = {
  sitemap: ({ text }) => readSitemap(text),
  llms: ({ text, url }) => readLlms(text, url),
  robots: ({ text, url, urls }) => {
    const robots = robotsParser(url, text);
    return {
      allowed: urls.filter((address) => robots.isAllowed(address, ROBOT) !== false),
      delay: robots.getCrawlDelay(ROBOT) ?? null,
    };
  },
  html: ({ text }) => readHtml(text),
  markdown: ({ text }) => readMarkdown(text),
};

/** One call at a time: the next comes after the answer. */
parentPort?.on("message", <Name extends CallName>({ name, input }: { name: Name; input: InputOf<Name> }) => {
  try {
    parentPort?.postMessage({ result: CALLS[name](input) });
  } catch {
    // Such as a stack that is used up by ten thousand nested elements.
    parentPort?.postMessage("unreadable");
  }
});

parentPort?.postMessage("ready");
