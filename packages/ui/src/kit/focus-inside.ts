/**
 * Where the focus goes when a dialog opens: to what is marked `data-autofocus`, else to the dialog itself. Its first button
 * would be the closing one, whose tooltip would open with it.
 */
export function focusInside(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  (event.currentTarget.querySelector<HTMLElement>("[data-autofocus]") ?? event.currentTarget).focus();
}
