"use client";

import { CornerDownLeft, History, LifeBuoy, Search, SpellCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { cx } from "../../kit/cx.ts";
import { HitIcon } from "./HitIcon.tsx";
import { Marked } from "./Marked.tsx";
import type { OptionGroup, SearchOption } from "./options.ts";
import type { Combobox } from "./useCombobox.ts";
import { whereFrom } from "./where-from.ts";

/** What stands below a search box. */
export interface SearchPopupProps {
  /** Begins the ids of the options, as the box names them. */
  id: string;
  box: Combobox;
  action: string;
  askAt: string | undefined;
  wide: boolean;
}

/** What was found, below the box: kinds under headings, the keys' place marked, the box keeps the focus. */
export function SearchPopup({ id, box, action, askAt, wide }: SearchPopupProps) {
  const t = useTranslations("search");
  const { groups, options, failed, answer } = box;
  const recent = groups[0]?.of === "recent";
  const popup = useRef<HTMLDivElement>(null);
  useRoom(popup);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press inside must not take the focus out of the box
    <div
      ref={popup}
      onMouseDown={(event) => event.preventDefault()}
      className={cx(
        "absolute top-full z-40 mt-2 flex max-h-[max(14rem,min(32rem,var(--room,70dvh)-var(--frame-bottom)-1rem))] flex-col overflow-hidden rounded-lg border border-border bg-raised shadow-overlay",
        wide ? "inset-x-0" : "end-0 w-full sm:w-md",
      )}
    >
      <div className="pane-scroll min-h-0 p-1.5">
        {answer?.total === 0 && box.text.trim() !== "" && (
          <p className="px-2.5 pt-2 pb-1 text-md">{t("nothing", { text: box.text.trim() })}</p>
        )}
        <div id={`${id}-list`} role="listbox" aria-label={t("results")}>
          {groups.map((group) => (
            <Group key={group.of ?? `${group.options[0]?.kind}`} group={group}>
              {group.options.map((option) => {
                const index = options.indexOf(option);
                return (
                  <Option
                    key={index}
                    {...{ option, box, action, askAt }}
                    id={`${id}-${index}`}
                    active={index === box.active}
                    onPoint={() => box.setActive(index)}
                  />
                );
              })}
            </Group>
          ))}
        </div>
        {failed && (
          <p role="alert" className="px-2.5 py-2 text-danger text-md">
            {t("failed")}
          </p>
        )}
      </div>
      {(recent || answer?.degraded) && (
        <div className="flex items-center justify-between gap-3 border-border border-t px-4 py-1.5 text-muted text-xs">
          {answer?.degraded ? <span>{t("degraded")}</span> : <span />}
          {recent && (
            <button
              type="button"
              onClick={box.forgetRecent}
              className="target rounded-xs hover:text-text hover:underline"
            >
              {t("forget")}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** Tells the popup how much of the screen is left below the box, whatever stands above it and whatever a keyboard covers. */
function useRoom(popup: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { visualViewport } = window;
    const measure = () => {
      const bottom = visualViewport ? visualViewport.offsetTop + visualViewport.height : window.innerHeight;
      const top = popup.current?.getBoundingClientRect().top ?? 0;
      popup.current?.style.setProperty("--room", `${bottom - top}px`);
    };
    measure();
    visualViewport?.addEventListener("resize", measure);
    return () => visualViewport?.removeEventListener("resize", measure);
  }, [popup]);
}

function Group({ group: { of }, children }: { group: OptionGroup; children: ReactNode }) {
  const t = useTranslations("search");
  if (of === null) return children;
  const name = t(`group.${of}`);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not belong into a listbox
    <div role="group" aria-label={name} className="pb-1">
      <p aria-hidden className="px-2.5 pt-2 pb-1 font-medium text-muted text-xs">
        {name}
      </p>
      {children}
    </div>
  );
}

interface OptionProps {
  id: string;
  option: SearchOption;
  active: boolean;
  box: Combobox;
  action: string;
  askAt: string | undefined;
  onPoint: () => void;
}

function Option({ id, option, active, box, action, askAt, onPoint }: OptionProps) {
  const { text } = "text" in option ? option : { text: "" };
  const look = cx(
    "flex w-full cursor-pointer scroll-my-2 items-start gap-2.5 rounded-md px-2.5 py-2 text-start",
    active && "bg-selected",
  );
  const common = { id, role: "option", "aria-selected": active, tabIndex: -1, onPointerMove: onPoint, className: look };
  const inside = <OptionText option={option} active={active} />;
  // Only what is reached by keys is scrolled to: a pointer is where it is.
  const ref = (element: HTMLElement | null) => {
    if (active) element?.scrollIntoView({ block: "nearest" });
  };
  if (option.kind === "recent" || option.kind === "suggestion") {
    const take = () => {
      box.type(text);
      box.chose(option);
    };
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: it is an option, by its role among the common attributes
      // biome-ignore lint/a11y/useKeyWithClickEvents: the box turns Enter into a click
      <div {...common} ref={ref} onClick={take}>
        {inside}
      </div>
    );
  }
  const chose = () => box.chose(option);
  if (option.kind === "hit" && !option.hit.href.startsWith("/")) {
    return (
      <a {...common} ref={ref} href={option.hit.href} target="_blank" rel="noopener" onClick={chose}>
        {inside}
      </a>
    );
  }
  const base = option.kind === "hit" ? option.hit.href : option.kind === "all" ? action : (askAt ?? action);
  const href = option.kind === "hit" ? base : `${base}?${new URLSearchParams({ q: text.trim() })}`;
  return (
    <Link {...common} ref={ref} href={href} prefetch={false} onClick={chose}>
      {inside}
    </Link>
  );
}

function OptionText({ option, active }: { option: SearchOption; active: boolean }) {
  const t = useTranslations("search");
  switch (option.kind) {
    case "recent":
      return <Line icon={<History />}>{option.text}</Line>;
    case "suggestion":
      return (
        <Line icon={<SpellCheck />}>{t.rich("meant", { text: option.text, b: (it) => <strong>{it}</strong> })}</Line>
      );
    case "all":
      return <Line icon={<Search />}>{t("all", { count: option.total })}</Line>;
    case "ask":
      return <Line icon={<LifeBuoy />}>{t("ask")}</Line>;
    case "hit": {
      const { title, excerpt, kind } = option.hit;
      const from = whereFrom(option.hit);
      return (
        <>
          <HitIcon kind={kind} />
          <span className="min-w-0 flex-1">
            <span className="block truncate stand-with-ours font-medium text-md" dir="auto">
              <Marked text={title} />
            </span>
            {excerpt.length > 0 && (
              <span className="excerpt line-clamp-1 stand-with-ours text-muted text-sm" dir="auto">
                <Marked text={excerpt} />
              </span>
            )}
            {from && <span className="block truncate text-muted text-xs">{from}</span>}
          </span>
          {active && <CornerDownLeft aria-hidden className="mt-0.5 size-4 shrink-0 text-muted rtl:-scale-x-100" />}
        </>
      );
    }
  }
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <>
      <span aria-hidden className="mt-0.5 text-muted [&_svg]:size-4">
        {icon}
      </span>
      <span className="min-w-0 flex-1 truncate stand-with-ours text-md" dir="auto">
        {children}
      </span>
    </>
  );
}
