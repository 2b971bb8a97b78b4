/** What the policy of one answer depends on. */
export interface PolicyInput {
  /** Fresh for every answer. */
  nonce: string;
  /** The request's Host header: older Safari does not count a socket to it as 'self'. */
  host: string | null;
  /** In development React needs eval, and styles come inline. */
  dev: boolean;
}

/**
 * The Content-Security-Policy of a page. Scripts run only with the nonce, or loaded by one that has it; an uploaded file
 * on our own origin therefore never runs. Nobody may frame us, nothing goes to a third party. See docs/decisions/csp.md.
 */
export function contentSecurityPolicy({ nonce, host, dev }: PolicyInput): string {
  const sockets = host && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${sockets}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers of every answer, whatever it is. */
export const fixedHeaders: ReadonlyArray<{ key: string; value: string }> = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

/** Where a mailed link leads. Its address is a key: nothing may repeat it. */
export const LINK_PATH = "/sign-in/link";

/** Headers of that page, over those of every answer. Its form still tells where it comes from, which "no-referrer" would hide. */
export const linkHeaders: ReadonlyArray<{ key: string; value: string }> = [
  { key: "Referrer-Policy", value: "strict-origin" },
  { key: "Cache-Control", value: "no-store" },
];
