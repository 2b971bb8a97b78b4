import type { ClientBase } from "pg";
import type { Heading } from "../../articles/reading.ts";
import type { Audience } from "../../articles/schema.ts";
import type { SearchDocument } from "../engine.ts";
import { readersOfArticle, writersOf } from "../readers.ts";

interface Row {
  id: string;
  deskId: string;
  productId: string | null;
  audience: Audience;
  page: { title: string; summary: string; text: string; headings: Heading[]; updatedAt: string } | null;
  draft: { title: string; summary: string; body: string; at: string } | null;
}

/** A draft is a revision newer than what readers see; what was archived is nobody's to find. */
const ARTICLES = `
  SELECT a.id, a.desk_id AS "deskId", a.product_id AS "productId", a.audience,
    (SELECT json_build_object('title', p.title, 'summary', p.summary, 'text', p.text, 'headings', p.headings,
       'updatedAt', p.updated_at) FROM article_page p WHERE p.article_id = a.id) AS page,
    (SELECT json_build_object('title', r.title, 'summary', r.summary, 'body', r.body, 'at', r.at)
     FROM article_revision r WHERE r.article_id = a.id AND r.number = a.revision
       AND a.state <> 'archived' AND a.published_revision IS DISTINCT FROM a.revision) AS draft
  FROM unnest($1::uuid[]) AS q (id) JOIN article a ON a.id = q.id`;

/** Every document that an article may have. */
export const articleDocumentIds = (id: string): string[] => [`article:${id}`, `article:${id}:draft`];

/** What readers see of articles, and what only those who write them do. */
export async function articleDocuments(client: ClientBase, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await client.query<Row>({ name: "articles-to-index", text: ARTICLES, values: [ids] });
  return rows.flatMap((row) => [...pageOf(row), ...draftOf(row)]);
}

function pageOf(row: Row): SearchDocument[] {
  if (!row.page) return [];
  const { title, summary, text, headings, updatedAt } = row.page;
  return [
    {
      ...common(row),
      ...{ id: `article:${row.id}`, readers: readersOfArticle(row) },
      ...{ title, headings: headings.map((heading) => heading.text), body: `${summary}\n${text}`.trim() },
      updatedAt: new Date(updatedAt).toISOString(),
    },
  ];
}

function draftOf(row: Row): SearchDocument[] {
  if (!row.draft) return [];
  const { title, summary, body, at } = row.draft;
  return [
    {
      ...common(row),
      ...{ id: `article:${row.id}:draft`, readers: writersOf(row.deskId) },
      ...{ title, headings: [], body: `${summary}\n${body}`.trim() },
      updatedAt: new Date(at).toISOString(),
    },
  ];
}

function common({ id, deskId, productId }: Row) {
  return { kind: "article", group: `article:${id}`, deskId, productId, open: false } as const;
}
