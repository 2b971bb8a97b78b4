"use client";

import type { ReactNode } from "react";
import { ConsoleShell } from "../frame/ConsoleShell.tsx";

/** What a page takes. */
export interface ConsolePageProps {
  /** Stands over the title, such as the way here. */
  above?: ReactNode;
  title: string;
  /** One sentence about what it is for. */
  text?: string;
  /** Buttons, the main one last. */
  actions?: ReactNode;
  /** Filters, or whatever narrows what is below; stays while that scrolls. */
  toolbar?: ReactNode;
  children: ReactNode;
}

/** A page of the console that is no inbox: its name, what can be done, and one part that scrolls. */
export function ConsolePage(props: ConsolePageProps) {
  return (
    <ConsoleShell place={null}>
      <PageBody {...props} />
    </ConsoleShell>
  );
}

function PageBody({ above, title, text, actions, toolbar, children }: ConsolePageProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-raised max-md:overflow-y-auto">
      <header className="flex shrink-0 flex-wrap items-start gap-x-4 gap-y-2 px-4 pt-4 pb-3 md:px-6">
        <div className="min-w-0 flex-1 basis-72">
          {above}
          <h1 dir="auto" className="font-semibold text-lg leading-7">
            {title}
          </h1>
          {text && <p className="max-w-170 text-muted text-sm">{text}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {toolbar && (
        <div className="flex shrink-0 flex-wrap items-center gap-1.5 border-border border-b px-4 pb-3 md:px-6">
          {toolbar}
        </div>
      )}
      <div className="pane-scroll min-h-0 flex-1 max-md:overflow-visible" data-page-scroll>
        {children}
      </div>
    </div>
  );
}
