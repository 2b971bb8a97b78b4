-- What a Prisma schema cannot say: partial indexes, checks, and the trigger that keeps the counts.

-- Conversation numbers are said aloud; four digits from the first.
ALTER SEQUENCE conversation_number_seq RESTART WITH 1001;

-- A request is done once: the same actor and client id is the same event.
CREATE UNIQUE INDEX event_actor_client_key ON event (actor_id, client_id) WHERE client_id IS NOT NULL;

-- The console's lists, newest activity first; the predicates stand word for word in conversations/list.ts.
CREATE INDEX conversation_desk_open_idx ON conversation (desk_id, last_event_at DESC, id DESC)
  WHERE status IN ('new', 'open', 'pending', 'on_hold');
CREATE INDEX conversation_desk_done_idx ON conversation (desk_id, last_event_at DESC, id DESC)
  WHERE status IN ('resolved', 'closed');
CREATE INDEX conversation_unassigned_idx ON conversation (desk_id, last_event_at DESC, id DESC)
  WHERE status IN ('new', 'open', 'pending', 'on_hold') AND assignee_id IS NULL;
CREATE INDEX conversation_unassigned_priority_idx ON conversation (desk_id, priority, last_event_at DESC, id DESC)
  WHERE status IN ('new', 'open', 'pending', 'on_hold') AND assignee_id IS NULL;
CREATE INDEX conversation_mine_idx ON conversation (assignee_id, last_event_at DESC, id DESC)
  WHERE status IN ('new', 'open', 'pending', 'on_hold');
CREATE INDEX conversation_desk_priority_idx ON conversation (desk_id, priority, last_event_at DESC, id DESC)
  WHERE status IN ('new', 'open', 'pending', 'on_hold');
CREATE INDEX conversation_product_open_idx ON conversation (product_id, last_event_at DESC, id DESC)
  WHERE status IN ('new', 'open', 'pending', 'on_hold');
CREATE INDEX conversation_product_unassigned_idx ON conversation (product_id, last_event_at DESC, id DESC)
  WHERE status IN ('new', 'open', 'pending', 'on_hold') AND assignee_id IS NULL;
CREATE INDEX conversation_product_mine_idx ON conversation (assignee_id, product_id, last_event_at DESC, id DESC)
  WHERE status IN ('new', 'open', 'pending', 'on_hold');
CREATE INDEX conversation_product_done_idx ON conversation (product_id, last_event_at DESC, id DESC)
  WHERE status IN ('resolved', 'closed');

-- A requester's unread conversations: a handful among any number.
CREATE INDEX conversation_unread_idx ON conversation (requester_id) WHERE public_seq > requester_read_seq;

-- Most updates change no indexed column but the time of the newest event; room on the page keeps rows from wandering.
ALTER TABLE conversation SET (fillfactor = 80);

ALTER TABLE conversation ADD CONSTRAINT conversation_seq_check CHECK (seq > 0 AND public_seq <= seq AND requester_seq <= seq);
ALTER TABLE product ADD CONSTRAINT product_hue_check CHECK (hue BETWEEN 0 AND 359);

-- There is one platform desk.
CREATE UNIQUE INDEX desk_platform_key ON desk (kind) WHERE kind = 'platform';

CREATE FUNCTION count_conversation(desk uuid, assignee uuid, state conversation_status, change integer) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO conversation_count (desk_id, assignee_id, status, count)
  VALUES (desk, coalesce(assignee, '00000000-0000-0000-0000-000000000000'), state, change)
  ON CONFLICT (desk_id, assignee_id, status) DO UPDATE SET count = conversation_count.count + change
$$;

CREATE FUNCTION conversation_counted() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op <> 'INSERT' THEN
    PERFORM count_conversation(old.desk_id, old.assignee_id, old.status, -1);
  END IF;
  IF tg_op <> 'DELETE' THEN
    PERFORM count_conversation(new.desk_id, new.assignee_id, new.status, 1);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER conversation_counted AFTER INSERT OR DELETE ON conversation
  FOR EACH ROW EXECUTE FUNCTION conversation_counted();
-- The condition is checked without calling the function: a plain reply pays nothing for the counts.
CREATE TRIGGER conversation_recounted AFTER UPDATE ON conversation
  FOR EACH ROW WHEN ((old.desk_id, old.assignee_id, old.status) IS DISTINCT FROM (new.desk_id, new.assignee_id, new.status))
  EXECUTE FUNCTION conversation_counted();

-- Sums a desk's counts again from its conversations, after they were loaded in bulk with the triggers off.
CREATE FUNCTION recount_conversations() RETURNS void
LANGUAGE sql AS $$
  TRUNCATE conversation_count;
  INSERT INTO conversation_count (desk_id, assignee_id, status, count)
  SELECT desk_id, coalesce(assignee_id, '00000000-0000-0000-0000-000000000000'), status, count(*)
  FROM conversation GROUP BY 1, 2, 3
$$;
