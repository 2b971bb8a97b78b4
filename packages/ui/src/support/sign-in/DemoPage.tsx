import { ArrowRight } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Avatar } from "../../kit/Avatar.tsx";
import { Badge } from "../../kit/Badge.tsx";
import { Logo } from "../../kit/Logo.tsx";
import { safeNext } from "../same-origin.ts";
import { web } from "../server/web.ts";

type DemoPerson = Awaited<ReturnType<ReturnType<typeof web>["demoPeople"]>>[number];

const ROLES = ["admin", "developer", "customer"] as const;

/** Everyone one may be in the demo, one click each. Not there unless the demo is on. */
export async function DemoPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { app, demo, otherUrl, demoPeople } = web();
  if (!demo) notFound();
  const t = await getTranslations("demo");
  const next = safeNext(String((await searchParams).next ?? "/"));
  const people = await demoPeople();
  return (
    <main id="main" className="mx-auto flex w-full max-w-4xl flex-col gap-8 px-4 py-10 sm:px-6">
      <header className="flex flex-col gap-2">
        <Logo />
        <h1 className="mt-6 font-semibold text-2xl">{t("title")}</h1>
        <p className="max-w-prose text-base text-muted">{t(`${app}.text`)}</p>
        <p className="text-md">
          <a href={`${otherUrl}/demo`} className="inline-flex items-center gap-1 font-medium text-accent underline">
            {t(`${app}.other`)}
            <ArrowRight aria-hidden className="size-4 rtl:-scale-x-100" />
          </a>
        </p>
      </header>
      {people.length === 0 && <p className="text-md text-muted">{t("nobody")}</p>}
      {ROLES.map((role) => {
        const those = people.filter((person) => person.role === role);
        if (those.length === 0) return null;
        return (
          <section key={role} aria-labelledby={role} className="flex flex-col gap-3">
            <h2 id={role} className="font-semibold text-lg">
              {t(`role.${role}`)}
            </h2>
            <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2 lg:grid-cols-3">
              {those.map((person) => (
                <li key={person.id} className="min-w-0">
                  <Person person={person} next={next} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </main>
  );
}

function Person({ person: { id, name, email, about }, next }: { person: DemoPerson; next: string }) {
  return (
    <form action="/demo/sign-in" method="post" className="h-full">
      <input type="hidden" name="personId" value={id} />
      <input type="hidden" name="next" value={next} />
      <button
        type="submit"
        className="flex h-full w-full items-start gap-3 rounded-lg border border-border bg-raised p-3 text-start shadow-control transition-colors hover:border-control hover:bg-hover"
      >
        <Avatar name={name} />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="truncate font-medium text-md">{name}</span>
          <span className="truncate text-muted text-sm">{email}</span>
          <span className="mt-1.5 flex flex-wrap gap-1">
            {about.map((each) => (
              <Badge key={each}>{each}</Badge>
            ))}
          </span>
        </span>
      </button>
    </form>
  );
}
