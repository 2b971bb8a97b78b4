import { useTranslations } from "next-intl";

/** The mark: a leaf that is a speech bubble. Decorative; the wordmark beside it names us. */
export function LogoMark({ className = "size-7" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <path d="M3 29V16A13 13 0 0 1 16 3h13v13a13 13 0 0 1-13 13z" className="fill-accent-solid" />
      <path
        d="M8.5 23.5C10 17 14.5 12 22 9.5"
        className="stroke-accent-contrast"
        strokeWidth="2.4"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}

/** Mark and wordmark. `compact` shows the first word alone. */
export function Logo({ compact }: { compact?: boolean }) {
  const t = useTranslations("brand");
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap text-lg tracking-tight">
      <LogoMark />
      <span className="font-semibold">{t("name")}</span>
      <span className={compact ? "sr-only" : "text-muted"}>{t("support")}</span>
    </span>
  );
}
