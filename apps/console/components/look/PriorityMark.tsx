import type { Priority } from "@mintreu/api/conversations/schema";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { useTranslations } from "next-intl";

const bars: Record<Exclude<Priority, "urgent">, number> = { low: 1, normal: 2, high: 3 };

/** How urgent a conversation is, as bars that rise; urgent is a filled sign. `labelled` where no word stands beside it. */
export function PriorityMark({ priority, labelled }: { priority: Priority; labelled?: boolean }) {
  const t = useTranslations("priorities");
  return (
    <span className="inline-flex shrink-0" title={labelled ? t(priority) : undefined}>
      {labelled && <span className="sr-only">{t("is", { priority: t(priority) })}</span>}
      <svg viewBox="0 0 16 16" aria-hidden="true" className={cx("size-4", priority === "urgent" && "text-danger!")}>
        {priority === "urgent" ? <Urgent /> : <Bars count={bars[priority]} />}
      </svg>
    </span>
  );
}

function Urgent() {
  return (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="3.5" className="fill-danger-solid" />
      <path d="M8 4.6v4" className="stroke-danger-contrast" strokeWidth="1.9" strokeLinecap="round" />
      <circle cx="8" cy="11.3" r="1.1" className="fill-danger-contrast" />
    </>
  );
}

function Bars({ count }: { count: number }) {
  return [0, 1, 2].map((index) => (
    <rect
      key={index}
      x={2 + index * 4.5}
      y={9.5 - index * 3.5}
      width="3"
      height={4.5 + index * 3.5}
      rx="1"
      fill="currentColor"
      opacity={index < count ? 1 : 0.28}
    />
  ));
}
