"use client";

import { type LinkState, PROBLEMS } from "@mintreu/api/documentation/schema";
import { Pill, type PillProps } from "@mintreu/ui/kit/Pill";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import { useTranslations } from "next-intl";

const look: Record<LinkState, Pick<PillProps, "tone" | "dot">> = {
  unchecked: { tone: "neutral", dot: "ring" },
  alive: { tone: "success" },
  broken: { tone: "danger" },
  refused: { tone: "warning" },
};

/** What an address's state takes. */
export interface AddressStateProps {
  state: LinkState;
  problem: string | null;
  /** When it was last asked. */
  at: string | null;
}

/** Whether an address answers, why not, and when that was found out. */
export function AddressState({ state, problem, at }: AddressStateProps) {
  const t = useTranslations("documentation");
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-muted text-xs">
      <Pill plain {...look[state]}>
        {t(`state.${state}`)}
      </Pill>
      {problem && <Problem problem={problem} />}
      {at && (
        <span>
          {t("checked")} <RelativeTime at={at} />
        </span>
      )}
    </p>
  );
}

function Problem({ problem }: { problem: string }) {
  const t = useTranslations("documentation");
  const known = PROBLEMS.find((each) => each === problem);
  return <span>{known ? t(`problem.${known}`) : t("problem.status", { status: problem })}</span>;
}
