import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Banner } from "../../kit/Banner.tsx";
import { ButtonLink } from "../../kit/ButtonLink.tsx";
import { Card } from "../../kit/Card.tsx";
import { Logo } from "../../kit/Logo.tsx";
import { safeNext } from "../same-origin.ts";
import { currentActor, web } from "../server/web.ts";
import { SignInForm } from "./SignInForm.tsx";

/** What Next hands to a page. */
export interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[]; callbackUrl?: string | string[]; error?: string | string[] }>;
}

/** Signing in to the app that serves it: by a mailed link, in the demo also as anyone. */
export async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: wanted, error } = await searchParams;
  const next = safeNext(String(wanted ?? "/"));
  const actor = await currentActor();
  if (actor && !error) redirect(next);
  const { app, demo } = web();
  const t = await getTranslations("signIn");
  return (
    <SignInFrame title={t(`${app}.title`)} text={t(`${app}.text`)}>
      {error && <SignInProblem error={String(error)} />}
      <Card className="w-full">
        <SignInForm next={next} />
      </Card>
      {demo && (
        <p className="text-center text-md text-muted">
          {t("demo")}{" "}
          <a className="font-medium text-accent underline" href={`/demo?next=${encodeURIComponent(next)}`}>
            {t("demoLink")}
          </a>
        </p>
      )}
      {app === "customer" && <Browse />}
      <OtherApp />
    </SignInFrame>
  );
}

/** The page around signing in. */
function SignInFrame({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <main id="main" className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-5 px-5 py-12">
      <div className="flex flex-col items-center gap-2 text-center">
        <Logo />
        <h1 className="mt-6 font-semibold text-2xl">{title}</h1>
        <p className="text-balance text-base text-muted">{text}</p>
      </div>
      {children}
    </main>
  );
}

async function SignInProblem({ error }: { error: string }) {
  const t = await getTranslations("signIn.error");
  const { app, otherUrl } = web();
  if (error === "AccessDenied" || error === "WrongApp") {
    const action = (
      <ButtonLink size="sm" href={`${otherUrl}/sign-in`}>
        {t(`${app}Go`)}
      </ButtonLink>
    );
    return (
      <Banner tone="warning" title={t("wrongApp")} action={action}>
        {t(`${app}WrongApp`)}
      </Banner>
    );
  }
  return (
    <Banner tone="danger" title={error === "Verification" ? t("linkTitle") : t("title")}>
      {error === "Verification" ? t("link") : t("text")}
    </Banner>
  );
}

/** Whoever only wants to read does without signing in. */
async function Browse() {
  const t = await getTranslations("signIn");
  return (
    <p className="text-center text-muted text-sm">
      {t.rich("browse", {
        link: (text) => (
          <a className="text-text underline" href="/help">
            {text}
          </a>
        ),
      })}
    </p>
  );
}

async function OtherApp() {
  const t = await getTranslations("signIn");
  const { app, otherUrl } = web();
  return (
    <p className="text-center text-muted text-sm">
      {t(`${app}.other`)}{" "}
      <a className="text-text underline" href={`${otherUrl}/sign-in`}>
        {t(`${app}.otherLink`)}
      </a>
    </p>
  );
}
