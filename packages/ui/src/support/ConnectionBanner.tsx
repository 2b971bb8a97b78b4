"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Banner } from "../kit/Banner.tsx";
import { useConnection } from "./LiveProvider.tsx";

/** A short cut is none of a person's business. */
const PATIENCE = 1_500;
const BACK_FOR = 3_000;

/** Says when there is no connection, and when it is back. Nothing while all is well. */
export function ConnectionBanner() {
  const t = useTranslations("connection");
  const state = useConnection();
  const [shown, setShown] = useState<"offline" | "connecting" | "back" | null>(null);
  const away = useRef(false);
  useEffect(() => {
    const show = (next: typeof shown) => {
      away.current = next === "offline" || next === "connecting";
      setShown(next);
    };
    if (state === "offline") return show("offline");
    const wait = state === "connecting" ? PATIENCE : BACK_FOR;
    if (state === "open" && away.current) show("back");
    const timer = setTimeout(() => show(state === "connecting" ? "connecting" : null), wait);
    return () => clearTimeout(timer);
  }, [state]);
  if (shown === null) return <div role="status" />;
  return (
    <Banner edge live tone={shown === "back" ? "success" : "warning"} title={t(`${shown}.title`)}>
      {t(`${shown}.text`)}
    </Banner>
  );
}
