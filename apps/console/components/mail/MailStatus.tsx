import type { MailRow } from "@mintreu/api/mail/list-mail";
import { Pill } from "@mintreu/ui/kit/Pill";
import type { Tone } from "@mintreu/ui/kit/tone.ts";
import { useTranslations } from "next-intl";

const tones: Record<MailRow["status"], Tone> = { logged: "neutral", sent: "success", failed: "danger" };

/** What became of a mail. */
export function MailStatus({ status }: { status: MailRow["status"] }) {
  const t = useTranslations("mail.status");
  return (
    <Pill plain tone={tones[status]}>
      {t(status)}
    </Pill>
  );
}
