/** A part of a path that is made for one person: long, with letters and digits, or an id. */
const TOKEN = /^(?=.*\d)[\w.~-]{16,}$|^\d{5,}$|^[0-9a-f]{8}-[0-9a-f-]{20,}$/i;

/**
 * Links in a text without what they carry: questions are cut off, and one whose address is itself a secret, or that leads to
 * a person, is not shown.
 */
export function maskUrls(text: string): string {
  return text
    .replace(/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'`\]]{1,2000}/gi, masked)
    .replace(/\b(?:mailto|tel):[^\s<>"')\]]{1,300}/gi, "[link]");
}

function masked(found: string): string {
  // The end of a sentence, or of a link in Markdown, is not the link's.
  const after = /[).,;:!?*_]+$/.exec(found)?.[0] ?? "";
  const address = found.slice(0, found.length - after.length);
  if (!URL.canParse(address)) return `[link]${after}`;
  const url = new URL(address);
  const secret =
    url.username !== "" || url.password !== "" || url.pathname.split("/").some((part) => TOKEN.test(decoded(part)));
  const personal = /@/.test(decoded(url.pathname)) || TOKEN.test(url.hostname.split(".")[0] ?? "");
  if (secret || personal) return `[link]${after}`;
  const fragment = /^#[\w-]{1,40}$/.test(url.hash) && !TOKEN.test(url.hash.slice(1)) ? url.hash : "";
  const bare = address.split(/[?#]/)[0] ?? "";
  return bare + fragment + after;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
