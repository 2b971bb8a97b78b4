"use client";

import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "../../kit/Button.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { requestLink } from "./request-link.ts";

type Problem = "address" | "limited" | "failed";

/** Asks for a sign-in link. Whether anyone has the address is not told. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("signIn.form");
  const [problem, setProblem] = useState<{ kind: Problem; minutes: number } | null>(null);
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email") ?? "").trim();
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return setProblem({ kind: "address", minutes: 0 });
    setProblem(null);
    setPending(true);
    const answer = await requestLink(email, next);
    if (answer.kind === "sent") return window.location.assign("/sign-in/sent");
    setPending(false);
    setProblem({ kind: answer.kind, minutes: answer.kind === "limited" ? Math.ceil(answer.seconds / 60) : 0 });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t("email")} required error={problem && t(problem.kind, { minutes: problem.minutes })}>
        <Input
          name="email"
          type="email"
          size="lg"
          autoComplete="email"
          inputMode="email"
          spellCheck={false}
          maxLength={254}
          icon={<Mail />}
          placeholder={t("placeholder")}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" wide pending={pending}>
        {t("submit")}
      </Button>
      <p className="text-muted text-sm">{t("hint")}</p>
    </form>
  );
}
