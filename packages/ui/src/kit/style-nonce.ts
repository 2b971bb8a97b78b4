/**
 * Lets the scroll lock of dialogs and menus add its style sheet under our policy: get-nonce, which it uses, reads this
 * global, and the page's own scripts carry the request's nonce.
 */
export function allowStyles(): void {
  if (typeof document === "undefined") return;
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });
}
