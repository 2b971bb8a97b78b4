/** What a page that has come to life tells (`components/frame/Ready.tsx`). */
export const READY = "mintreu:ready";

/**
 * Runs in a visitor's browser, as its own text inside the page: loads the scripts that `deferScripts` has put aside at the first
 * sign that somebody does more than read. What they press before those run is pressed again then; `/` leads into the search
 * box at once. May use nothing from outside.
 */
export function loadWhenNeeded(ready: string): void {
  const signs = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown", "focusin"];
  const scripts = () => [...document.querySelectorAll<HTMLElement>("script[data-src]")];
  let pressed: HTMLElement | null = null;
  const load = (event: Event) => {
    // A browser tells a page that opens under a pointer where that is: nobody has moved it.
    if (event instanceof PointerEvent && event.type === "pointermove" && !event.movementX && !event.movementY) return;
    for (const sign of signs) removeEventListener(sign, load, true);
    for (const { dataset } of scripts()) {
      const script = document.createElement("script");
      script.src = dataset.src ?? "";
      document.head.append(script);
    }
  };
  const press = (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("button") : null;
    if (button) pressed = button;
  };
  const slash = (event: KeyboardEvent) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    document.querySelector<HTMLInputElement>('input[name="q"]')?.focus();
  };
  // In the cache by the time they are needed; nothing runs yet, and who pays for each byte is spared.
  const fetchAhead = () => {
    if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
    for (const { dataset } of scripts()) {
      const link = document.createElement("link");
      link.rel = "prefetch";
      link.href = dataset.src ?? "";
      document.head.append(link);
    }
  };
  for (const sign of signs) addEventListener(sign, load, { capture: true, passive: true });
  addEventListener("click", press, true);
  addEventListener("keydown", slash);
  addEventListener("load", () => setTimeout(fetchAhead, 2_000));
  const alive = () => {
    removeEventListener("click", press, true);
    removeEventListener("keydown", slash);
    pressed?.click();
  };
  addEventListener(ready, alive, { once: true });
}
