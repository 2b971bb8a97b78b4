"use client";

import { Card } from "@mintreu/ui/kit/Card";
import { type ReactNode, useId } from "react";

/** What a part takes. */
export interface PartProps {
  title: string;
  text: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** One part of the page: its name, what it does, and a card with it. */
export function Part({ title, text, actions, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="mb-3 flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id={id} className="font-semibold text-md">
            {title}
          </h2>
          <p className="text-muted text-sm">{text}</p>
        </div>
        {actions}
      </div>
      <Card flush>{children}</Card>
    </section>
  );
}
