import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./Breadcrumb.tsx";
import { HelpSearch } from "./HelpSearch.tsx";

/** What a page of the help centre takes. */
export interface HelpPageProps {
  title: string;
  text?: ReactNode;
  /** Stands before the title, such as a product's mark. */
  mark?: ReactNode;
  path: readonly Crumb[];
  /** What is searched within, where there is one. */
  productId?: string;
  children: ReactNode;
}

/** A page below the start of the help centre: where it lies, a search, its title, and what is under it. */
export function HelpPage({ title, text, mark, path, productId, children }: HelpPageProps) {
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-5 sm:px-6 sm:py-8">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <Breadcrumb path={path} here={title} />
        <HelpSearch {...(productId ? { productId } : {})} />
      </div>
      <header className="flex items-start gap-4">
        {mark}
        <div className="min-w-0">
          <h1 className="wrap-anywhere font-semibold text-2xl">{title}</h1>
          {text && <p className="mt-1 max-w-prose text-base text-muted">{text}</p>}
        </div>
      </header>
      {children}
    </div>
  );
}
