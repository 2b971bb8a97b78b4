-- The days of desks are counted where what they count is written, in the same transaction. Each connection has a row of a day
-- mostly to itself: a row for all would make everybody who reads wait for everybody else.
ALTER TABLE desk_day SET (fillfactor = 80);

CREATE FUNCTION count_desk_day(article uuid, at date, viewed integer, yes integer, no integer, asked integer, spared integer)
RETURNS void
LANGUAGE sql AS $$
  INSERT INTO desk_day AS d (desk_id, day, shard, views, helpful, unhelpful, tickets, avoided)
  SELECT n.id, at, pg_backend_pid() % 16, viewed, yes, no, asked, spared
  FROM article a, LATERAL (VALUES (1, a.desk_id), (2, '00000000-0000-0000-0000-000000000000')) AS n (place, id)
  -- Always the desk first: two who count at once wait for each other one way round.
  WHERE a.id = article ORDER BY n.place
  ON CONFLICT (desk_id, day, shard) DO UPDATE SET views = d.views + excluded.views, helpful = d.helpful + excluded.helpful,
    unhelpful = d.unhelpful + excluded.unhelpful, tickets = d.tickets + excluded.tickets, avoided = d.avoided + excluded.avoided
$$;

CREATE FUNCTION article_day_counted() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_desk_day(new.article_id, new.day, new.views - coalesce(old.views, 0), 0, 0, 0, 0);
  RETURN NULL;
END
$$;

CREATE FUNCTION article_vote_counted() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- Of a reader the last vote counts, on its own day.
  IF tg_op = 'UPDATE' THEN
    PERFORM count_desk_day(old.article_id, (old.at AT TIME ZONE 'UTC')::date, 0, -old.helpful::integer, -(NOT old.helpful)::integer, 0, 0);
  END IF;
  PERFORM count_desk_day(new.article_id, (new.at AT TIME ZONE 'UTC')::date, 0, new.helpful::integer, (NOT new.helpful)::integer, 0, 0);
  RETURN NULL;
END
$$;

CREATE FUNCTION article_ticket_counted() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_desk_day(new.article_id, (new.at AT TIME ZONE 'UTC')::date, 0, 0, 0, 1, 0);
  RETURN NULL;
END
$$;

CREATE FUNCTION avoided_ticket_counted() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_desk_day(substr(new.document, 9)::uuid, new.day, 0, 0, 0, 0, 1);
  RETURN NULL;
END
$$;

-- What is deleted later, with a person or for its age, has happened all the same: nothing is taken off for it.
CREATE TRIGGER article_day_counted AFTER INSERT OR UPDATE ON article_day
  FOR EACH ROW EXECUTE FUNCTION article_day_counted();
CREATE TRIGGER article_vote_counted AFTER INSERT OR UPDATE ON article_vote
  FOR EACH ROW EXECUTE FUNCTION article_vote_counted();
CREATE TRIGGER article_ticket_counted AFTER INSERT ON article_ticket
  FOR EACH ROW WHEN (new.kind = 'ended_in_ticket') EXECUTE FUNCTION article_ticket_counted();
CREATE TRIGGER avoided_ticket_counted AFTER INSERT ON avoided_ticket
  FOR EACH ROW WHEN (new.document ~ '^article:[0-9a-f-]{36}$') EXECUTE FUNCTION avoided_ticket_counted();

-- Sums the days of desks anew, after what they count was loaded in bulk with the triggers off.
CREATE FUNCTION recount_desk_days() RETURNS void
LANGUAGE sql AS $$
  TRUNCATE desk_day;
  WITH facts AS (
    SELECT article_id, day, views, 0 AS yes, 0 AS no, 0 AS asked, 0 AS spared FROM article_day
    UNION ALL SELECT article_id, (at AT TIME ZONE 'UTC')::date, 0, helpful::integer, (NOT helpful)::integer, 0, 0 FROM article_vote
    UNION ALL SELECT article_id, (at AT TIME ZONE 'UTC')::date, 0, 0, 0, 1, 0 FROM article_ticket WHERE kind = 'ended_in_ticket'
    UNION ALL SELECT substr(document, 9)::uuid, day, 0, 0, 0, 0, 1 FROM avoided_ticket WHERE document ~ '^article:[0-9a-f-]{36}$'
  )
  INSERT INTO desk_day (desk_id, day, shard, views, helpful, unhelpful, tickets, avoided)
  SELECT coalesce(a.desk_id, '00000000-0000-0000-0000-000000000000'), f.day, 0, sum(f.views), sum(f.yes), sum(f.no), sum(f.asked), sum(f.spared)
  FROM facts f JOIN article a ON a.id = f.article_id GROUP BY GROUPING SETS ((a.desk_id, f.day), (f.day))
$$;
SELECT recount_desk_days();

-- The first of a desk, and of all, by each thing that figures are sorted by.
CREATE INDEX article_sum_views_idx ON article_sum (days, views DESC) WHERE views > 0;
CREATE INDEX article_sum_unhelpful_idx ON article_sum (days, unhelpful DESC) WHERE unhelpful > 0;
CREATE INDEX article_sum_tickets_idx ON article_sum (days, tickets DESC) WHERE tickets > 0;
CREATE INDEX article_sum_answered_idx ON article_sum (days, answered DESC) WHERE answered > 0;
CREATE INDEX article_sum_desk_views_idx ON article_sum (desk_id, days, views DESC) WHERE views > 0;
CREATE INDEX article_sum_desk_unhelpful_idx ON article_sum (desk_id, days, unhelpful DESC) WHERE unhelpful > 0;
CREATE INDEX article_sum_desk_tickets_idx ON article_sum (desk_id, days, tickets DESC) WHERE tickets > 0;
CREATE INDEX article_sum_desk_answered_idx ON article_sum (desk_id, days, answered DESC) WHERE answered > 0;
