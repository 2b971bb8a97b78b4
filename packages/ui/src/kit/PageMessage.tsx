import type { ReactNode } from "react";
import { Logo } from "./Logo.tsx";

/** What a page that only says one thing takes. */
export interface PageMessageProps {
  icon: ReactNode;
  title: string;
  text: ReactNode;
  actions?: ReactNode;
  /** Small print under it. */
  detail?: ReactNode;
}

/** A whole page that says one thing and what to do next: an error, nothing found, the wrong app, mail sent. */
export function PageMessage({ icon, title, text, actions, detail }: PageMessageProps) {
  return (
    <main id="main" tabIndex={-1} className="grid min-h-dvh place-items-center px-5 py-16 outline-none">
      <div className="flex w-full max-w-md flex-col items-center gap-3 text-center">
        <Logo />
        <span
          aria-hidden
          className="mt-8 mb-1 grid size-14 place-items-center rounded-xl bg-accent-soft text-accent [&_svg]:size-7"
        >
          {icon}
        </span>
        <h1 className="font-semibold text-2xl">{title}</h1>
        <p className="text-base text-muted">{text}</p>
        {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
        {detail && <p className="mt-4 text-muted text-xs">{detail}</p>}
      </div>
    </main>
  );
}
