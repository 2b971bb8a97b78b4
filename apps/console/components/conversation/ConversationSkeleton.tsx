import { Skeleton } from "@mintreu/ui/kit/Skeleton";
import { useTranslations } from "next-intl";

/** Stands for a conversation that is opened for the first time. */
export function ConversationSkeleton() {
  const t = useTranslations("kit");
  return (
    <div aria-busy="true" className="flex min-h-0 flex-1 flex-col">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <div className="border-border border-b px-5 py-3">
        <Skeleton className="h-6 w-1/2" />
        <Skeleton className="mt-3 h-7 w-72 max-w-full" />
      </div>
      <div className="flex max-w-190 flex-1 flex-col gap-6 px-5 py-6">
        {["w-3/4", "w-2/3", "w-4/5"].map((width) => (
          <div key={width} className="flex gap-3">
            <Skeleton round className="size-8 shrink-0" />
            <div className="flex flex-1 flex-col gap-2">
              <Skeleton className="h-3.5 w-32" />
              <Skeleton className={`h-3.5 ${width}`} />
              <Skeleton className="h-3.5 w-1/2" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
