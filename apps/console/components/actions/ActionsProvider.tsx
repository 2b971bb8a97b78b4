"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { CommandPalette } from "./CommandPalette.tsx";
import { isShortcutPlace, keyMatcher } from "./key-sequence.ts";
import { ACTION_IDS, type ActionId } from "./registry.ts";
import { ShortcutSheet } from "./ShortcutSheet.tsx";
import { useShortcutSetting } from "./shortcut-setting.ts";

type Run = () => void;

interface Actions {
  /** Says what an action does from now on; gives a function that ends it. */
  offer(id: ActionId, run: Run): () => void;
  /** Does an action, where something offers it. */
  run(id: ActionId): void;
}

const ActionsContext = createContext<Actions | null>(null);

/** Listens for the keys of the registry, and holds the sheet that explains them and the palette. */
export function ActionsProvider({ children }: { children: ReactNode }) {
  const offered = useRef(new Map<ActionId, Run[]>());
  const [over, setOver] = useState<"palette" | "shortcuts" | null>(null);
  const [enabled, setEnabled] = useShortcutSetting();

  const actions = useMemo<Actions>(
    () => ({
      offer: (id, run) => {
        offered.current.set(id, [...(offered.current.get(id) ?? []), run]);
        return () => {
          offered.current.set(id, offered.current.get(id)?.filter((each) => each !== run) ?? []);
        };
      },
      run: (id) => {
        if (id === "palette" || id === "shortcuts") setOver(id);
        else offered.current.get(id)?.at(-1)?.();
      },
    }),
    [],
  );
  useShortcuts(actions, { offered: offered.current, enabled });
  const available = useCallback(
    () => ACTION_IDS.filter((id) => id === "shortcuts" || (offered.current.get(id)?.length ?? 0) > 0),
    [],
  );

  const close = () => setOver(null);
  return (
    <ActionsContext value={actions}>
      {children}
      <CommandPalette open={over === "palette"} onClose={close} available={available} run={actions.run} />
      <ShortcutSheet
        open={over === "shortcuts"}
        onClose={close}
        available={available}
        enabled={enabled}
        onEnable={setEnabled}
      />
    </ActionsContext>
  );
}

/** Says what an action does while this component is there; null while it can not be done. */
export function useAction(id: ActionId, run: Run | null): void {
  const { offer } = useActions();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const possible = run !== null;
  useEffect(() => (possible ? offer(id, () => latest.current?.()) : undefined), [offer, id, possible]);
}

/** Runs actions by their name, for buttons and menus that do the same as a key. */
export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error("useActions needs an ActionsProvider around it");
  return actions;
}

interface Listening {
  offered: ReadonlyMap<ActionId, Run[]>;
  enabled: boolean;
}

function useShortcuts(actions: Actions, { offered, enabled }: Listening) {
  useEffect(() => {
    const match = keyMatcher();
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const together = event.ctrlKey || event.metaKey;
      if (!together && (!enabled || !isShortcutPlace(event.target))) return;
      const id = match(event, event.timeStamp);
      if (!id || (event.repeat && id !== "next" && id !== "previous")) return;
      const always = id === "palette" || id === "shortcuts";
      if (!always && !offered.get(id)?.length) return;
      event.preventDefault();
      actions.run(id);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [actions, offered, enabled]);
}
