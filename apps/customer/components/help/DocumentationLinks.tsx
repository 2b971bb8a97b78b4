import type { LinkKind, LinkView } from "@mintreu/api/documentation/schema";
import { Badge } from "@mintreu/ui/kit/Badge";
import { Card } from "@mintreu/ui/kit/Card";
import { BookText, Code, FileClock, GraduationCap, Link2, type LucideIcon, TriangleAlert, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageSection } from "../Page.tsx";

const ICONS: Record<LinkKind, LucideIcon> = {
  guide: BookText,
  reference: Code,
  tutorial: GraduationCap,
  changelog: FileClock,
  video: Video,
  other: Link2,
};

/** A product's documentation elsewhere: each with its site, and a word where it was found broken. */
export function DocumentationLinks({ links }: { links: readonly LinkView[] }) {
  const t = useTranslations("help");
  if (links.length === 0) return null;
  return (
    <PageSection title={t("documentation")}>
      <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {links.map((link) => (
          <DocumentationLink key={link.id} link={link} />
        ))}
      </ul>
    </PageSection>
  );
}

function DocumentationLink({ link: { title, url, kind, version, alive } }: { link: LinkView }) {
  const t = useTranslations("help");
  const Icon = ICONS[kind];
  return (
    <li className="flex min-w-0">
      <Card interactive className="flex min-w-0 flex-1 items-start gap-3">
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <a
              href={url}
              target="_blank"
              rel="noopener"
              className="font-medium text-base after:absolute after:inset-0 after:rounded-lg"
            >
              <bdi>{title}</bdi>
              <span className="sr-only"> {t("newTab")}</span>
            </a>
            {version && <Badge>{version}</Badge>}
          </p>
          <p className="truncate text-muted text-sm">
            {t(`linkKind.${kind}`)} · <bdi>{new URL(url).hostname}</bdi>
          </p>
          {!alive && (
            <p className="mt-1 flex items-center gap-1.5 text-sm text-warning">
              <TriangleAlert aria-hidden className="size-4 shrink-0" />
              {t("broken")}
            </p>
          )}
        </div>
      </Card>
    </li>
  );
}
