"use client";

import { AccountMenu } from "@mintreu/ui/kit/AccountMenu";
import { ConsoleFrame } from "@mintreu/ui/kit/ConsoleFrame";
import { MenuItem } from "@mintreu/ui/kit/DropdownMenu";
import { ConnectionBanner } from "@mintreu/ui/support/ConnectionBanner";
import { useLive } from "@mintreu/ui/support/LiveProvider";
import { signOut } from "@mintreu/ui/support/sign-in/sign-out.ts";
import { Command, Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionsProvider, useActions } from "../actions/ActionsProvider.tsx";
import { keysOf } from "../actions/registry.ts";
import { InPlaceLinks } from "../place/InPlaceLinks.tsx";
import type { Place } from "../place/place.ts";
import { DeskChoice } from "./DeskChoice.tsx";
import { SearchButton, SearchField } from "./SearchField.tsx";
import { useGoing } from "./useGoing.ts";
import { useSections } from "./useSections.tsx";

/** What the shell takes. */
export interface ConsoleShellProps {
  /** Null on pages that are none of the lists. */
  place: Place | null;
  children: ReactNode;
}

/** The frame of every page of the console: desk, views with their counts, account; and the keys. */
export function ConsoleShell(props: ConsoleShellProps) {
  const shell = (
    <ActionsProvider>
      <Shell {...props} />
    </ActionsProvider>
  );
  return props.place ? <InPlaceLinks>{shell}</InPlaceLinks> : shell;
}

function Shell({ place, children }: ConsoleShellProps) {
  const sections = useSections(place);
  useGoing(place);
  return (
    <ConsoleFrame
      desk={<DeskChoice place={place} />}
      sections={sections}
      account={<Account />}
      tools={<SearchField />}
      shortTools={<SearchButton />}
      banner={<ConnectionBanner />}
    >
      {children}
    </ConsoleFrame>
  );
}

function Account() {
  const t = useTranslations();
  const { me } = useLive();
  const { run } = useActions();
  return (
    <AccountMenu look="row" name={me.name} detail={t(`role.${me.role}`)} onSignOut={signOut}>
      <MenuItem icon={<Command aria-hidden />} keys={keysOf("palette")} onSelect={() => run("palette")}>
        {t("actions.palette")}
      </MenuItem>
      <MenuItem icon={<Keyboard aria-hidden />} keys={keysOf("shortcuts")} onSelect={() => run("shortcuts")}>
        {t("actions.shortcuts")}
      </MenuItem>
    </AccountMenu>
  );
}
