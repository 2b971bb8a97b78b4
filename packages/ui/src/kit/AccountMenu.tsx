"use client";

import { ChevronsUpDown, LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "./Avatar.tsx";
import { DropdownMenu, MenuItem, MenuLabel, MenuLine } from "./DropdownMenu.tsx";

/** What an account menu takes. */
export interface AccountMenuProps {
  name: string;
  /** Under the name: e-mail address or role. */
  detail: string;
  onSignOut: () => void;
  /** `face` is the avatar alone, `row` has the name beside it and fills its place. */
  look?: "face" | "row";
  /** Further MenuItems and MenuLinks. */
  children?: ReactNode;
}

/** Who is signed in, and what they can do about it. */
export function AccountMenu({ name, detail, onSignOut, look = "face", children }: AccountMenuProps) {
  const t = useTranslations("frame");
  return (
    <DropdownMenu
      align={look === "face" ? "end" : "start"}
      side={look === "face" ? "bottom" : "top"}
      trigger={look === "face" ? <Face name={name} label={t("account")} /> : <Row name={name} detail={detail} />}
    >
      <MenuLabel>
        <span className="block truncate text-md text-text">{name}</span>
        <span className="block truncate font-normal">{detail}</span>
      </MenuLabel>
      <MenuLine />
      {children}
      <MenuItem icon={<LogOut aria-hidden className="rtl:-scale-x-100" />} onSelect={onSignOut}>
        {t("signOut")}
      </MenuItem>
    </DropdownMenu>
  );
}

function Face({ name, label, ...rest }: { name: string; label: string }) {
  return (
    <button type="button" {...rest} className="rounded-full">
      <span className="sr-only">{`${label}: ${name}`}</span>
      <Avatar name={name} />
    </button>
  );
}

function Row({ name, detail, ...rest }: { name: string; detail: string }) {
  return (
    <button
      type="button"
      {...rest}
      className="flex min-w-0 flex-1 items-center gap-2.5 rounded-md p-1.5 text-start transition-colors hover:bg-hover data-[state=open]:bg-hover"
    >
      <Avatar name={name} size="md" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-sm">{name}</span>
        <span className="block truncate text-muted text-xs">{detail}</span>
      </span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
    </button>
  );
}
