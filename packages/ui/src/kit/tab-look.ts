import { cx } from "./cx.ts";

/** `line` underlines the current one, for parts of a page; `segments` lies in a well, for filters. */
export type TabLook = "line" | "segments";

/** The well or line that the tabs stand on. */
export const tabListClass: Record<TabLook, string> = {
  line: "flex gap-5 overflow-x-auto border-b border-border [scrollbar-width:none]",
  segments:
    "inline-flex w-fit min-w-0 max-w-full gap-0.5 overflow-x-auto rounded-md bg-sunken p-0.5 [scrollbar-width:none] border border-border",
};

/** One tab. */
export function tabClass(look: TabLook, current: boolean): string {
  const base =
    "inline-flex shrink-0 items-center gap-1.5 whitespace-nowrap font-medium text-md transition-colors [&_svg]:size-4";
  if (look === "line") {
    return cx(
      base,
      "-mb-px min-h-10 border-b-2 px-0.5 focus-visible:-outline-offset-2",
      current ? "border-accent text-text" : "border-transparent text-muted hover:text-text",
    );
  }
  return cx(
    base,
    "h-7 cursor-pointer rounded-sm border px-2.5 text-sm focus-visible:-outline-offset-2",
    current ? "border-border bg-raised text-text shadow-control" : "border-transparent text-muted hover:text-text",
  );
}
