"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** What the end of a list takes. */
export interface ListEndProps {
  loading: boolean;
  failed: boolean;
  onReach: () => void;
}

/** The end of what is loaded: brings the next page before one gets there, and is a button for whoever does not scroll. */
export function ListEnd({ loading, failed, onReach }: ListEndProps) {
  const t = useTranslations("list");
  const mark = useRef<HTMLDivElement>(null);
  const reach = useRef(onReach);
  useEffect(() => {
    reach.current = onReach;
  });
  const wants = !loading && !failed;
  useEffect(() => {
    if (!mark.current || !wants) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && reach.current(), {
      rootMargin: "600px",
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [wants]);
  return (
    <div ref={mark} className="flex justify-center p-3">
      <Button variant="quiet" size="sm" pending={loading} onClick={onReach}>
        {failed ? t("moreFailed") : t("more")}
      </Button>
    </div>
  );
}
