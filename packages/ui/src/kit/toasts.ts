"use client";

import type { Tone } from "./tone.ts";

/** A short message after an action. */
export interface Toast {
  id: number;
  title: string;
  text?: string | undefined;
  tone: Extract<Tone, "neutral" | "success" | "danger">;
  /** Such as undo; the toast goes when it is done. */
  action?: { label: string; run: () => void } | undefined;
  /** Milliseconds it stays while nobody points at it. */
  duration: number;
}

type NewToast = Pick<Toast, "title"> & Partial<Omit<Toast, "id" | "title">>;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/**
 * Shows a toast from anywhere in the browser and gives its id. Stays 5 s, 10 s with an action or a failure. At most three
 * stand at once. Never the only place of something a person must know.
 */
export function showToast(toast: NewToast): number {
  const tone = toast.tone ?? "neutral";
  const duration = toast.duration ?? (toast.action || tone === "danger" ? 10_000 : 5_000);
  lastId += 1;
  change([...toasts, { ...toast, tone, duration, id: lastId }].slice(-3));
  return lastId;
}

/** Takes a toast away; nothing if it is gone. */
export function dismissToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** For useSyncExternalStore. */
export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What stands now, oldest first; the same array until it changes. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}
