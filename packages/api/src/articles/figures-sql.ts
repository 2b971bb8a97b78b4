/** Articles that are listed, by views, and comments, newest first. */
const MOST_ARTICLES = 200;
const MOST_COMMENTS = 100;

/** Whether `article a` is of the desks in `$1`; null for all. */
const OF_DESKS = "($1::uuid[] IS NULL OR a.desk_id = ANY ($1::uuid[]))";
const SINCE = "$2::timestamptz";
const dayOf = (time: string) => `(${time} AT TIME ZONE 'UTC')::date`;

/** Every day from `$2` to `$3`, also those on which nothing happened. */
export const byDay = `
  WITH views AS (
    SELECT y.day, sum(y.views)::int AS n FROM article_day y JOIN article a ON a.id = y.article_id
    WHERE y.day >= ${dayOf(SINCE)} AND ${OF_DESKS} GROUP BY 1
  ), votes AS (
    SELECT ${dayOf("v.at")} AS day, count(*) FILTER (WHERE v.helpful)::int AS yes, count(*) FILTER (WHERE NOT v.helpful)::int AS no
    FROM article_vote v JOIN article a ON a.id = v.article_id WHERE v.at >= ${SINCE} AND ${OF_DESKS} GROUP BY 1
  ), tickets AS (
    SELECT ${dayOf("t.at")} AS day, count(DISTINCT t.conversation_id)::int AS n
    FROM article_ticket t JOIN article a ON a.id = t.article_id
    WHERE t.kind = 'ended_in_ticket' AND t.at >= ${SINCE} AND ${OF_DESKS} GROUP BY 1
  )
  SELECT to_char(d.day, 'YYYY-MM-DD') AS day, coalesce(w.n, 0) AS views, coalesce(v.yes, 0) AS helpful,
    coalesce(v.no, 0) AS unhelpful, coalesce(t.n, 0) AS tickets
  FROM (SELECT day::date FROM generate_series(${dayOf(SINCE)}::timestamp, $3::date::timestamp, '1 day') AS day) d
  LEFT JOIN views w ON w.day = d.day LEFT JOIN votes v ON v.day = d.day LEFT JOIN tickets t ON t.day = d.day
  ORDER BY d.day`;

/** What happened with each article that something happened with. */
export const byArticle = `
  WITH facts AS (
    SELECT y.article_id AS id, y.views, 0 AS yes, 0 AS no, 0 AS ended, 0 AS answered FROM article_day y
    WHERE y.day >= ${dayOf(SINCE)}
    UNION ALL SELECT v.article_id, 0, v.helpful::int, (NOT v.helpful)::int, 0, 0 FROM article_vote v WHERE v.at >= ${SINCE}
    UNION ALL SELECT t.article_id, 0, 0, 0, (t.kind = 'ended_in_ticket')::int, (t.kind = 'answered')::int
    FROM article_ticket t WHERE t.at >= ${SINCE}
  )
  SELECT a.id, a.title, sum(f.views)::int AS views, sum(f.yes)::int AS helpful, sum(f.no)::int AS unhelpful,
    sum(f.ended)::int AS tickets, sum(f.answered)::int AS answered
  FROM facts f JOIN article a ON a.id = f.id WHERE ${OF_DESKS}
  GROUP BY a.id ORDER BY views DESC, tickets DESC, a.title LIMIT ${MOST_ARTICLES}`;

/** Why articles did not help. */
export const said = `
  SELECT a.id AS "articleId", a.title, v.reason, v.comment, v.at FROM article_vote v JOIN article a ON a.id = v.article_id
  WHERE NOT v.helpful AND (v.reason IS NOT NULL OR v.comment IS NOT NULL) AND v.at >= ${SINCE} AND ${OF_DESKS}
  ORDER BY v.at DESC LIMIT ${MOST_COMMENTS}`;

/** Tickets that were not written because one of the articles answered first. */
export const avoidedBy = `
  SELECT count(*)::int AS count FROM avoided_ticket t
  JOIN article a ON t.document LIKE 'article:%' AND a.id::text = substr(t.document, 9)
  WHERE t.day >= ${dayOf(SINCE)} AND ${OF_DESKS}`;
