import { HelpSearch } from "./HelpSearch.tsx";

/** The ground on which a person asks first: a question and a search box. */
export function HelpHero({ title, text }: { title: string; text: string }) {
  return (
    <section className="relative z-20 bg-accent-soft px-4 py-10 sm:px-6 sm:py-16">
      <div className="mx-auto flex max-w-2xl flex-col items-center gap-3 text-center">
        <h1 className="font-semibold text-2xl sm:text-3xl">{title}</h1>
        <p className="text-base">{text}</p>
        <div className="mt-3 w-full text-start">
          <HelpSearch size="lg" />
        </div>
      </div>
    </section>
  );
}
