"use client";

import { keepCookie } from "@mintreu/ui/kit/keep-cookie.ts";
import { threePanes } from "@mintreu/ui/kit/Panes";
import { useState } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";
import { detailsCookie } from "./details-cookie.ts";

/** Whether the details stand beside the conversation, which is kept, or come over it as a sheet, which is not. */
export function useDetails(openAtFirst: boolean, id: string | null) {
  const [collapsed, setCollapsed] = useState(!openAtFirst);
  // The sheet belongs to one conversation: following a link in it to another leaves it.
  const [openFor, setOpenFor] = useState<string | null>(null);
  const open = id !== null && openFor === id;
  const setOpen = (next: boolean) => setOpenFor(next ? id : null);
  const toggle = () => {
    if (!window.matchMedia(threePanes).matches) return setOpen(!open);
    keepCookie(detailsCookie, collapsed ? "open" : "closed");
    setCollapsed(!collapsed);
  };
  useAction("details", id ? toggle : null);
  return { collapsed, open, onOpenChange: setOpen };
}
