import type { ReactNode } from "react";

/** What an empty state takes. */
export interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  /** Says what to do next. */
  text?: ReactNode;
  action?: ReactNode;
  /** The rank of its title among the page's headings. */
  as?: "h1" | "h2" | "h3";
}

/** Stands where a list would be when there is nothing in it. */
export function EmptyState({ icon, title, text, action, as: Heading = "h2" }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-4 py-12 text-center">
      <span
        aria-hidden
        className="mb-2 grid size-12 place-items-center rounded-xl bg-accent-soft text-accent [&_svg]:size-6"
      >
        {icon}
      </span>
      <Heading className="font-semibold text-base">{title}</Heading>
      {text && <div className="text-md text-muted">{text}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
