import { MailCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "../../kit/ButtonLink.tsx";
import { PageMessage } from "../../kit/PageMessage.tsx";
import { web } from "../server/web.ts";

/** Says that a link is on its way, whether or not anyone has the address. */
export async function SentPage() {
  const t = await getTranslations("signIn.sent");
  const { demo, app, otherUrl, publicUrl } = web();
  const consoleUrl = app === "console" ? publicUrl : otherUrl;
  return (
    <PageMessage
      icon={<MailCheck />}
      title={t("title")}
      text={t("text")}
      actions={<ButtonLink href="/sign-in">{t("again")}</ButtonLink>}
      detail={
        demo &&
        t.rich("demo", {
          link: (chunks) => (
            <a className="underline" href={`${consoleUrl}/mail`}>
              {chunks}
            </a>
          ),
        })
      }
    />
  );
}
