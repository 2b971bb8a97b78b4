"use client";

import type { View } from "@mintreu/api/conversations/schema";
import { useLive } from "@mintreu/ui/support/LiveProvider";
import { useRouter } from "next/navigation";
import { useAction } from "../actions/ActionsProvider.tsx";
import type { Place } from "../place/place.ts";
import { goTo } from "../place/usePlace.ts";
import { viewHref } from "./useSections.tsx";

/** The keys that lead to the views and pages. */
export function useGoing(place: Place | null): void {
  const router = useRouter();
  const { me } = useLive();
  const go = (view: View) => () => {
    if (place) goTo({ view, id: null, deskId: place.deskId, priority: null, productId: null });
    else router.push(viewHref(view, place));
  };
  useAction("goMine", go("mine"));
  useAction("goUnassigned", go("unassigned"));
  useAction("goOpen", go("open"));
  useAction("goResolved", go("resolved"));
  useAction("goKnowledge", () => router.push("/knowledge"));
  useAction("goCollections", () => router.push("/knowledge/collections"));
  useAction("goFigures", () => router.push("/knowledge/figures"));
  useAction("goDocumentation", () => router.push("/documentation"));
  useAction("goHelp", () => router.push("/help"));
  useAction("goRelevance", me.role === "admin" ? () => router.push("/knowledge/search") : null);
  useAction("goMail", me.role === "admin" ? () => router.push("/mail") : null);
}
