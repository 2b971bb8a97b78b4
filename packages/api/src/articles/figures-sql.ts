import { FIGURE_MEASURES } from "./schema.ts";

/** Articles that are listed by each measure, and comments, newest first. */
const MOST_ARTICLES = 50;
const MOST_COMMENTS = 100;

/** The desk whose days are those of all desks together. */
const EVERY_DESK = "'00000000-0000-0000-0000-000000000000'::uuid";

/** Every day from `$2` to `$3`, also those on which nothing happened, for the articles of some desks. */
export const byDay = (desks: readonly string[] | null) => `
  SELECT to_char(n.day, 'YYYY-MM-DD') AS day, coalesce(sum(d.views), 0)::int AS views, coalesce(sum(d.helpful), 0)::int AS helpful,
    coalesce(sum(d.unhelpful), 0)::int AS unhelpful, coalesce(sum(d.tickets), 0)::int AS tickets,
    coalesce(sum(d.avoided), 0)::int AS avoided
  FROM (SELECT day::date FROM generate_series($2::date::timestamp, $3::date::timestamp, '1 day') AS day) n
  LEFT JOIN desk_day d ON d.day = n.day
    AND ${desks ? "d.desk_id = ANY ($1::uuid[])" : `$1::uuid[] IS NULL AND d.desk_id = ${EVERY_DESK}`}
  GROUP BY n.day ORDER BY n.day`;

/** Those of some desks with which most happened in `$2` days, by each measure, as summed up last. */
export const byArticle = (desks: readonly string[] | null) => `
  WITH first AS (${FIGURE_MEASURES.map((measure) => firstBy(measure, desks)).join(" UNION ")})
  SELECT a.id, a.title, s.views, s.helpful, s.unhelpful, s.tickets, s.answered
  FROM first f JOIN article_sum s ON s.article_id = f.article_id AND s.days = $2 JOIN article a ON a.id = s.article_id
  ORDER BY s.views DESC, s.tickets DESC, a.title`;

/** Each desk gives its first, so that an index of its own is read no further. */
const firstBy = (measure: string, desks: readonly string[] | null): string => {
  const first = (desk: string) => `
    SELECT s.article_id, s.${measure} FROM article_sum s WHERE s.days = $2 AND s.${measure} > 0 AND ${desk}
    ORDER BY s.${measure} DESC LIMIT ${MOST_ARTICLES}`;
  const every = desks
    ? `SELECT n.* FROM unnest($1::uuid[]) AS d (id) CROSS JOIN LATERAL (${first("s.desk_id = d.id")}) n
       ORDER BY n.${measure} DESC LIMIT ${MOST_ARTICLES}`
    : first("$1::uuid[] IS NULL");
  return `(SELECT article_id FROM (${every}) f)`;
};

/**
 * Why articles of some desks did not help, in the `$3` days since `$2`. Those of all desks are the newest there are; a desk's
 * are looked for in the articles that had such votes when they were summed up last, not among everybody's.
 */
export const said = (desks: readonly string[] | null) => `
  SELECT a.id AS "articleId", a.title, v.reason, v.comment, v.at
  FROM ${desks ? `article_sum s JOIN article_vote v ON v.article_id = s.article_id` : "article_vote v"}
  JOIN article a ON a.id = v.article_id
  WHERE v.at >= $2::date::timestamp AT TIME ZONE 'UTC' AND NOT v.helpful AND (v.reason IS NOT NULL OR v.comment IS NOT NULL)
    AND ${desks ? "s.desk_id = ANY ($1::uuid[]) AND s.days = $3 AND s.unhelpful > 0" : "$1::uuid[] IS NULL AND $3::int IS NOT NULL"}
  ORDER BY v.at DESC LIMIT ${MOST_COMMENTS}`;
