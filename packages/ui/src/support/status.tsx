import type { Side } from "@mintreu/api/conversations/events";
import type { Status } from "@mintreu/api/conversations/schema";
import { useTranslations } from "next-intl";
import { Pill, type PillProps } from "../kit/Pill.tsx";

const LOOK: Record<Status, Pick<PillProps, "tone" | "dot">> = {
  new: { tone: "info", dot: "ring" },
  open: { tone: "info" },
  pending: { tone: "waiting" },
  on_hold: { tone: "neutral" },
  resolved: { tone: "success" },
  closed: { tone: "neutral", dot: "ring" },
};

/** Where a conversation stands: an agent's word for it, or plain words for the one who asked. */
export function StatusPill({ status, side, plain = false }: { status: Status; side: Side; plain?: boolean }) {
  const t = useTranslations(`status.${side}`);
  return (
    <Pill {...LOOK[status]} plain={plain}>
      {t(status)}
    </Pill>
  );
}
