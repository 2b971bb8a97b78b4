import { useTranslations } from "next-intl";
import { Skeleton } from "./Skeleton.tsx";

/** Stands for a page of the customer app on its first load: a heading and rows of a list. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  const t = useTranslations("kit");
  return (
    <div aria-busy="true" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-8 w-56 max-w-full" />
      <Skeleton className="mt-3 h-4 w-80 max-w-full" />
      <div className="mt-8 overflow-hidden rounded-lg border border-border bg-raised">
        <SkeletonRows rows={rows} />
      </div>
    </div>
  );
}

/** Rows of a list that loads, as wide as their pane. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <div key={row} className="flex items-center gap-3 border-border border-b p-4 last:border-b-0">
      <Skeleton round className="size-8 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <Skeleton className={row % 2 ? "h-3.5 w-2/3" : "h-3.5 w-1/2"} />
        <Skeleton className="h-3 w-5/6" />
      </div>
    </div>
  ));
}
