import { renderPreview } from "./render.ts";
import type { Preview } from "./schema.ts";

/** What readers would see of a text. */
export async function preview({ body }: { body: string }): Promise<Preview> {
  const { html, headings } = await renderPreview(body);
  return { html, headings };
}
