import { connection } from "next/server";
import { addressOf } from "../../components/help/json-ld.ts";

/** What crawlers may read: the help centre. Pages of results say of themselves that they are not to be listed. */
export async function GET(): Promise<Response> {
  // The address of the sitemap is known where it runs, not where it is built.
  await connection();
  const rules = ["User-agent: *", "Disallow: /api/", "Disallow: /conversations", "Disallow: /demo", "Allow: /"];
  const text = [...rules, "", `Sitemap: ${addressOf("/sitemap.xml")}`, ""].join("\n");
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
