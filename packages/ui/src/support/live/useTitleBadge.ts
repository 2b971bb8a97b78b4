"use client";

import { useEffect } from "react";

const BADGE = /^\(\d+\+?\) /;

/** Puts the unread count before the tab's title, as "(3) My tickets", whatever the pages set it to. */
export function useTitleBadge(unread: number): void {
  useEffect(() => {
    const write = () => {
      const bare = document.title.replace(BADGE, "");
      const title = unread > 0 ? `(${unread > 99 ? "99+" : unread}) ${bare}` : bare;
      if (document.title !== title) document.title = title;
    };
    write();
    const observer = new MutationObserver(write);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [unread]);
}
