"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../kit/Button.tsx";

/** Uses a mailed link. Without scripts it is a form like any; with them, a second click does not use it a second time. */
export function LinkForm(link: { email: string; token: string; next: string }) {
  const t = useTranslations("signIn.link");
  const [pending, setPending] = useState(false);
  return (
    <form action="/api/auth/callback/email" method="post" onSubmit={() => setPending(true)}>
      {Object.entries(link).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant="primary" size="lg" pending={pending}>
        {t("submit")}
      </Button>
    </form>
  );
}
