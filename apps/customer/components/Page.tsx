import type { ReactNode } from "react";

/** What a page takes. */
export interface PageProps {
  title: ReactNode;
  text?: ReactNode;
  /** Stands at the end of the title's line. */
  action?: ReactNode;
  children: ReactNode;
}

/** A page of the customer app: its title and what is under it. */
export function Page({ title, text, action, children }: PageProps) {
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6 sm:px-6 sm:py-10">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="font-semibold text-2xl">{title}</h1>
          {text && <p className="mt-1 text-base text-muted">{text}</p>}
        </div>
        {action}
      </div>
      {children}
    </div>
  );
}

/** A part of a page with its heading. */
export function PageSection({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-semibold text-lg">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
