import { type JsonLdObject, jsonLdText } from "./json-ld.ts";

/** Structured data for search engines. A browser runs nothing of it, so the policy asks for no nonce. */
export function JsonLd({ data }: { data: JsonLdObject }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdText(data) }} />;
}
