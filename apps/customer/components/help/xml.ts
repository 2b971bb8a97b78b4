const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
// What XML 1.0 cannot carry even as an entity. https://www.w3.org/TR/xml/#charsets
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it may stand in an element or an attribute. */
export function xmlText(text: string): string {
  return text.replace(UNSPEAKABLE, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}

/** An answer with XML; `type` is its media type. */
export function xmlResponse(type: string, body: string): Response {
  const headers = { "content-type": `${type}; charset=utf-8`, "cache-control": "public, max-age=300" };
  return new Response(`<?xml version="1.0" encoding="utf-8"?>\n${body}`, { headers });
}
