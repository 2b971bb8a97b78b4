"use client";

import { MAX_TEXT, messageText } from "@mintreu/api/conversations/schema";
import { CircleAlert, EyeOff } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, type Ref, useId, useImperativeHandle, useRef, useState } from "react";
import { cx } from "../kit/cx.ts";
import { Kbd } from "../kit/Kbd.tsx";
import { Textarea } from "../kit/Textarea.tsx";
import { inserted } from "./composer/inserted.ts";
import { type Mode, ModeSwitch } from "./composer/ModeSwitch.tsx";
import { type LeaveIn, SendButton } from "./composer/SendButton.tsx";
import { useDraft } from "./composer/useDraft.ts";
import { useLive } from "./LiveProvider.tsx";
import type { Conversation } from "./useConversation.ts";

/** What a shortcut may do to a composer. */
export interface ComposerHandle {
  /** Puts the focus into it; with a mode, as that is what the person has asked for. */
  focus: (mode?: Mode) => void;
  /** Puts a text where the caret is, and the caret after it. */
  insert: (text: string) => void;
}

/** What a composer takes. */
export interface ComposerProps {
  conversation: Conversation;
  /** Stands beside the hint, such as a button that finds something to insert. */
  tools?: ReactNode;
  ref?: Ref<ComposerHandle>;
}

/** From here on the count of characters is shown. */
const COUNT_FROM = MAX_TEXT - 2_000;

/**
 * Writes replies and, for agents, notes. What is typed is kept in this browser until it is sent, for each conversation and
 * mode; without a connection it is sent all the same, by the outbox.
 */
export function Composer({ conversation, tools, ref }: ComposerProps) {
  const { view, send, notifyTyping } = conversation;
  const { me } = useLive();
  const modes: Mode[] = (["reply", "note"] as const).filter((mode) => view.actions.includes(mode));
  const [chosen, setMode] = useState<Mode>("reply");
  const mode = modes.includes(chosen) ? chosen : (modes[0] ?? "reply");
  const [visibility, setVisibility] = useState<"agents" | "desk">("agents");
  const [text, setText] = useDraft(`draft:${me.id}:${view.id}:${mode}`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    focus: (wanted) => {
      if (wanted) setMode(wanted);
      area.current?.focus();
    },
    insert: (added) => {
      if (!area.current) return;
      const { whole, caret } = inserted(area.current, added);
      change(whole);
      area.current.focus();
      // Once it stands there: until then there is no such place.
      requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret));
    },
  }));
  if (modes.length === 0) return null;

  const submit = (status?: LeaveIn) => {
    const checked = messageText.safeParse(text);
    setProblem(checked.success ? null : problemOf(checked.error.issues[0]?.message));
    area.current?.focus();
    if (!checked.success) return;
    send(mode, text, mode === "note" ? { visibility } : status ? { status } : {});
    setText("");
  };
  const change = (next: string) => {
    setText(next);
    setProblem(null);
    if (next !== "") notifyTyping(mode);
  };
  const agent = view.viewer.side === "agents";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className={cx(
        "flex flex-col gap-1.5 rounded-lg border p-2 shadow-control transition-colors has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-focus",
        mode === "note" ? "border-note-line bg-note-soft" : "border-control bg-raised",
      )}
    >
      {modes.length > 1 && <ModeSwitch {...{ mode, visibility }} onMode={setMode} onVisibility={setVisibility} />}
      <Writing {...{ mode, agent, text, problem, area }} onChange={change} onSubmit={() => submit()} />
      <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1.5">
        <Hint mode={mode} length={text.length}>
          {tools}
        </Hint>
        <SendButton mode={mode} agent={agent} transitions={view.transitions} onSend={submit} />
      </div>
    </form>
  );
}

type Problem = "empty" | "tooLong" | "invalid";

function problemOf(message: string | undefined): Problem {
  return message === "text.empty" ? "empty" : message === "text.tooLong" ? "tooLong" : "invalid";
}

interface WritingProps {
  mode: Mode;
  agent: boolean;
  text: string;
  problem: Problem | null;
  area: Ref<HTMLTextAreaElement>;
  onChange: (text: string) => void;
  onSubmit: () => void;
}

function Writing({ mode, agent, text, problem, area, onChange, onSubmit }: WritingProps) {
  const t = useTranslations("composer");
  const errorId = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter alone may be choosing a word in an input method.
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <>
      <Textarea
        bare
        ref={area}
        rows={2}
        value={text}
        aria-label={mode === "note" ? t("notePlaceholder") : t("replyLabel")}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? errorId : undefined}
        placeholder={mode === "note" ? t("notePlaceholder") : agent ? t("replyPlaceholder") : t("ownPlaceholder")}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={onKeyDown}
        className="max-h-[40dvh] px-1.5 py-1"
      />
      <div aria-live="polite">
        {problem && (
          <p id={errorId} className="flex items-center gap-1.5 px-1.5 text-danger text-sm">
            <CircleAlert aria-hidden className="size-4 shrink-0" />
            {t(`problem.${problem}`, { over: Math.max(0, text.length - MAX_TEXT) })}
          </p>
        )}
      </div>
    </>
  );
}

function Hint({ mode, length, children }: { mode: Mode; length: number; children: ReactNode }) {
  const t = useTranslations("composer");
  const format = useFormatter();
  const over = length > MAX_TEXT;
  return (
    <div className="me-auto flex min-w-0 items-center gap-2 px-1.5 text-muted text-xs">
      {children}
      {mode === "note" && (
        <span className="flex items-center gap-1 text-note">
          <EyeOff aria-hidden className="size-3.5 shrink-0" />
          {t("noteHint")}
        </span>
      )}
      {length > COUNT_FROM ? (
        <span className={cx("tabular-nums", over && "font-semibold text-danger")}>
          {t("count", { count: format.number(length), max: format.number(MAX_TEXT) })}
        </span>
      ) : (
        <span className="flex items-center gap-1.5 max-sm:hidden">
          <Kbd keys="mod+enter" />
          {t("toSend")}
        </span>
      )}
    </div>
  );
}
