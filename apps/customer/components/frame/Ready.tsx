"use client";

import { useEffect } from "react";
import { READY } from "../../light/load-when-needed.ts";

/** Tells, once the page answers, what was waiting for that: a button that was pressed before. */
export function Ready() {
  useEffect(() => void window.dispatchEvent(new Event(READY)), []);
  return null;
}
