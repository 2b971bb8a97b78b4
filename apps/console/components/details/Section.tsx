import type { ReactNode } from "react";

/** One part of the details. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="px-5 py-4">
      <h2 className="mb-2.5 font-semibold text-sm">{title}</h2>
      {children}
    </section>
  );
}

/** A fact: its name and its value. */
export interface Fact {
  name: string;
  value: ReactNode;
}

/** Facts under each other. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="flex flex-col gap-1.5 text-sm">
      {facts.map(({ name, value }) => (
        <div key={name} className="flex gap-3">
          <dt className="w-28 shrink-0 text-muted">{name}</dt>
          <dd className="wrap-anywhere min-w-0 flex-1">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
