import { ofDesks } from "./list-sql.ts";

/** Articles that are listed, by views, and comments, newest first. */
const MOST_ARTICLES = 200;
const MOST_COMMENTS = 100;

const SINCE = "$2::timestamptz";
const dayOf = (time: string) => `(${time} AT TIME ZONE 'UTC')::date`;

/** Every day from `$2` to `$3`, also those on which nothing happened, for the articles of some desks. */
export const byDay = (desks: readonly string[] | null) => `
  WITH mine AS MATERIALIZED (SELECT a.id FROM article a WHERE ${ofDesks(desks)}
  ), facts AS (
    SELECT y.day, y.views, 0 AS yes, 0 AS no, NULL::uuid AS ticket
    FROM mine m JOIN article_day y ON y.article_id = m.id AND y.day >= ${dayOf(SINCE)}
    UNION ALL SELECT ${dayOf("v.at")}, 0, v.helpful::int, (NOT v.helpful)::int, NULL
    FROM mine m JOIN article_vote v ON v.article_id = m.id AND v.at >= ${SINCE}
    UNION ALL SELECT ${dayOf("t.at")}, 0, 0, 0, t.conversation_id
    FROM mine m JOIN article_ticket t ON t.article_id = m.id AND t.at >= ${SINCE} AND t.kind = 'ended_in_ticket'
  ), days AS (
    SELECT day, sum(views)::int AS views, sum(yes)::int AS yes, sum(no)::int AS no, count(DISTINCT ticket)::int AS tickets
    FROM facts GROUP BY day
  )
  SELECT to_char(d.day, 'YYYY-MM-DD') AS day, coalesce(f.views, 0) AS views, coalesce(f.yes, 0) AS helpful,
    coalesce(f.no, 0) AS unhelpful, coalesce(f.tickets, 0) AS tickets
  FROM (SELECT day::date FROM generate_series(${dayOf(SINCE)}::timestamp, $3::date::timestamp, '1 day') AS day) d
  LEFT JOIN days f ON f.day = d.day ORDER BY d.day`;

/** What happened with each article of some desks that something happened with. */
export const byArticle = (desks: readonly string[] | null) => `
  WITH mine AS MATERIALIZED (SELECT a.id, a.title FROM article a WHERE ${ofDesks(desks)}
  ), facts AS (
    SELECT m.id, y.views, 0 AS yes, 0 AS no, 0 AS ended, 0 AS answered
    FROM mine m JOIN article_day y ON y.article_id = m.id AND y.day >= ${dayOf(SINCE)}
    UNION ALL SELECT m.id, 0, v.helpful::int, (NOT v.helpful)::int, 0, 0
    FROM mine m JOIN article_vote v ON v.article_id = m.id AND v.at >= ${SINCE}
    UNION ALL SELECT m.id, 0, 0, 0, (t.kind = 'ended_in_ticket')::int, (t.kind = 'answered')::int
    FROM mine m JOIN article_ticket t ON t.article_id = m.id AND t.at >= ${SINCE}
  ), sums AS (
    SELECT id, sum(views)::int AS views, sum(yes)::int AS helpful, sum(no)::int AS unhelpful, sum(ended)::int AS tickets,
      sum(answered)::int AS answered
    FROM facts GROUP BY id
  )
  SELECT s.id, m.title, s.views, s.helpful, s.unhelpful, s.tickets, s.answered FROM sums s JOIN mine m ON m.id = s.id
  ORDER BY s.views DESC, s.tickets DESC, m.title LIMIT ${MOST_ARTICLES}`;

/** Why articles of some desks did not help. */
export const said = (desks: readonly string[] | null) => `
  SELECT a.id AS "articleId", a.title, v.reason, v.comment, v.at FROM article a
  JOIN article_vote v ON v.article_id = a.id AND v.at >= ${SINCE}
  WHERE NOT v.helpful AND (v.reason IS NOT NULL OR v.comment IS NOT NULL) AND ${ofDesks(desks)}
  ORDER BY v.at DESC LIMIT ${MOST_COMMENTS}`;

/** Tickets that were not written because an article of some desks answered first. */
export const avoidedBy = (desks: readonly string[] | null) => `
  SELECT count(*)::int AS count FROM avoided_ticket t
  JOIN article a ON a.id = CASE WHEN t.document ~ '^article:[0-9a-f-]{36}$' THEN substr(t.document, 9)::uuid END
  WHERE t.day >= ${dayOf(SINCE)} AND ${ofDesks(desks)}`;
