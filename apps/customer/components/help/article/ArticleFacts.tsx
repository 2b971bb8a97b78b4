import type { ArticleView } from "@mintreu/api/articles/reading";
import { CalendarCheck, Clock, Lock } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** When an article was changed and checked, and who answers for it. */
export function ArticleFacts({ article: { updatedAt, verifiedAt, desk, audience } }: { article: ArticleView }) {
  const t = useTranslations("article");
  const date = (at: string) => <Day at={at} />;
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-sm">
      <Fact icon={<Clock />}>{t.rich("updated", { date: () => date(updatedAt) })}</Fact>
      {verifiedAt && <Fact icon={<CalendarCheck />}>{t.rich("verified", { date: () => date(verifiedAt), desk })}</Fact>}
      {audience !== "public" && <Fact icon={<Lock />}>{t(`audience.${audience}`)}</Fact>}
    </p>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      <span>{children}</span>
    </span>
  );
}

function Day({ at }: { at: string }) {
  const format = useFormatter();
  const date = new Date(at);
  return <time dateTime={date.toISOString()}>{format.dateTime(date, { dateStyle: "medium" })}</time>;
}
