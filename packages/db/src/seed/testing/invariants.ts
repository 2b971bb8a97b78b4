/**
 * What holds of every seeded database, as queries that return what breaks it. The columns of a conversation are summed up
 * here in SQL from its events, independently of the code that wrote them.
 */
export const INVARIANTS: Readonly<Record<string, string>> = {
  "events are numbered from 1 without a gap, in the order of time": `
    SELECT conversation_id FROM (
      SELECT conversation_id, seq, row_number() OVER w AS expected, at < lag(at) OVER w AS is_back
      FROM event WINDOW w AS (PARTITION BY conversation_id ORDER BY seq)
    ) e WHERE seq <> expected OR is_back`,
  "a conversation's columns are what its events add up to": `
    SELECT c.id FROM conversation c LEFT JOIN (
      SELECT e.conversation_id, max(e.seq) AS seq, min(at) AS created_at, max(at) AS last_event_at,
        max(at) FILTER (WHERE visibility = 'public') AS last_public_at,
        coalesce(max(e.seq) FILTER (WHERE visibility = 'public' AND actor_id <> o.requester_id), 0) AS public_seq,
        coalesce(max(e.seq) FILTER (WHERE actor_id = o.requester_id), 0) AS requester_seq
      FROM event e JOIN conversation o ON o.id = e.conversation_id GROUP BY 1
    ) s ON s.conversation_id = c.id
    WHERE (c.seq, c.public_seq, c.requester_seq, c.created_at, c.last_event_at, c.last_public_at) IS DISTINCT FROM
      (s.seq, s.public_seq, s.requester_seq, s.created_at, s.last_event_at, s.last_public_at)`,
  "status, priority, assignee and desk are those of the newest change": `
    SELECT c.id FROM conversation c
      LEFT JOIN LATERAL (SELECT data FROM event WHERE conversation_id = c.id AND kind = 'status_changed' ORDER BY seq DESC LIMIT 1) s ON true
      LEFT JOIN LATERAL (SELECT data FROM event WHERE conversation_id = c.id AND kind = 'priority_changed' ORDER BY seq DESC LIMIT 1) p ON true
      LEFT JOIN LATERAL (SELECT data FROM event WHERE conversation_id = c.id AND kind = 'assigned' ORDER BY seq DESC LIMIT 1) a ON true
    WHERE c.status::text <> coalesce(s.data->>'to', 'new') OR c.priority::text <> coalesce(p.data->>'to', 'normal')
      OR c.assignee_id::text IS DISTINCT FROM a.data->>'to' OR c.desk_id::text <> coalesce(a.data->>'toDesk', c.desk_id::text)`,
  "each change starts where the one before ended": `
    SELECT conversation_id FROM (
      SELECT conversation_id, data, kind, lag(data->>'to') OVER (PARTITION BY conversation_id, kind ORDER BY seq) AS before
      FROM event WHERE kind IN ('status_changed', 'priority_changed')
    ) e WHERE data->>'from' <> coalesce(before, CASE kind WHEN 'status_changed' THEN 'new' ELSE 'normal' END)
      OR data->>'from' = data->>'to'`,
  "only what is resolved is closed": `
    SELECT conversation_id FROM event WHERE data->>'to' = 'closed' AND data->>'from' <> 'resolved'`,
  "an assignment keeps the names of its moment": `
    SELECT conversation_id FROM event e LEFT JOIN person p ON p.id = (data->>'to')::uuid JOIN desk d ON d.id = (data->>'toDesk')::uuid
    WHERE e.kind = 'assigned' AND (data->>'toName' IS DISTINCT FROM p.name OR data->>'toDeskName' <> d.name OR NOT data ? 'from')`,
  "a requester's words to what waits or is done open it": `
    SELECT e.conversation_id FROM event e JOIN conversation c ON c.id = e.conversation_id
      LEFT JOIN LATERAL (SELECT data->>'to' AS status FROM event b WHERE b.conversation_id = c.id AND b.seq < e.seq
        AND b.kind = 'status_changed' ORDER BY b.seq DESC LIMIT 1) b ON true
      LEFT JOIN event n ON n.conversation_id = c.id AND n.seq = e.seq + 1
    WHERE e.kind = 'message' AND e.actor_id = c.requester_id AND (b.status = 'closed' OR b.status IN ('pending', 'on_hold', 'resolved')
      AND (n.kind, n.actor_id, n.data->>'to') IS DISTINCT FROM ('status_changed', c.requester_id, 'open'))`,
  "an agent's answer leaves nothing new": `
    SELECT c.id FROM conversation c JOIN event e ON e.conversation_id = c.id
    WHERE c.status = 'new' AND e.kind = 'message' AND e.actor_id <> c.requester_id`,
  "what is closed has only been followed up since": `
    SELECT e.conversation_id FROM event e JOIN event x ON x.conversation_id = e.conversation_id AND x.seq < e.seq
    WHERE x.kind = 'status_changed' AND x.data->>'to' = 'closed' AND e.kind <> 'follow_up_opened'`,
  "every event has what its kind carries, and the reader it is meant for": `
    SELECT e.conversation_id FROM event e JOIN conversation c ON c.id = e.conversation_id
    WHERE (kind IN ('opened', 'message', 'note')) <> (body IS NOT NULL) OR (body IS NULL) <> (data IS NOT NULL)
      OR (kind = 'opened') <> (e.seq = 1) OR (actor_id = requester_id) <> (e.desk_id IS NULL)
      OR NOT CASE kind WHEN 'note' THEN visibility IN ('agents', 'desk') WHEN 'priority_changed' THEN visibility = 'agents'
        WHEN 'assigned' THEN visibility = CASE WHEN data->>'fromDesk' = data->>'toDesk' THEN 'agents' ELSE 'public' END::visibility
        ELSE visibility = 'public' END`,
  "who writes for a desk is its agent, and the desk takes part": `
    SELECT e.conversation_id FROM event e
      LEFT JOIN desk_member m ON m.desk_id = e.desk_id AND m.person_id = e.actor_id
      LEFT JOIN conversation_desk d ON d.conversation_id = e.conversation_id AND d.desk_id = e.desk_id
    WHERE e.desk_id IS NOT NULL AND (m.person_id IS NULL OR d.desk_id IS NULL)`,
  "the desk that holds a conversation takes part, and whoever it is assigned to works there": `
    SELECT c.id FROM conversation c
      LEFT JOIN conversation_desk d ON d.conversation_id = c.id AND d.desk_id = c.desk_id
      LEFT JOIN desk_member m ON m.desk_id = c.desk_id AND m.person_id = c.assignee_id
    WHERE d.desk_id IS NULL OR c.assignee_id IS NOT NULL AND m.person_id IS NULL`,
  "a conversation stays with its product's desk or went to the platform": `
    SELECT c.id FROM conversation c JOIN desk d ON d.id = c.desk_id LEFT JOIN product p ON p.id = c.product_id
    WHERE d.kind <> 'platform' AND p.desk_id IS DISTINCT FROM c.desk_id`,
  "people ask about what they bought": `
    SELECT c.id FROM conversation c LEFT JOIN purchase p ON p.product_id = c.product_id AND p.customer_id = c.requester_id
    WHERE c.product_id IS NOT NULL AND (p.id IS NULL OR p.purchased_at > c.created_at)`,
  "read marks are the read cursors": `
    SELECT c.id FROM conversation c LEFT JOIN (
      SELECT o.id, max(r.seq) FILTER (WHERE r.person_id = o.requester_id) AS own,
        max(r.seq) FILTER (WHERE r.person_id <> o.requester_id) AS agents
      FROM conversation o JOIN read_cursor r ON r.conversation_id = o.id GROUP BY o.id
    ) r USING (id)
    WHERE (c.requester_read_seq, c.agent_read_seq) <> (coalesce(r.own, 0), coalesce(r.agents, 0))
      OR c.requester_read_seq > c.seq OR c.agent_read_seq > c.seq OR c.requester_read_seq < c.requester_seq`,
  "the counts are those of the conversations": `
    SELECT desk_id FROM (
      SELECT desk_id, coalesce(assignee_id, '00000000-0000-0000-0000-000000000000') AS assignee_id, status, count(*) AS count
      FROM conversation GROUP BY 1, 2, 3
    ) c FULL JOIN (SELECT * FROM conversation_count WHERE count <> 0) k USING (desk_id, assignee_id, status)
    WHERE c.count IS DISTINCT FROM k.count`,
  "texts and subjects are neither empty nor too long": `
    SELECT id FROM conversation WHERE length(subject) NOT BETWEEN 1 AND 200
    UNION ALL SELECT conversation_id FROM event WHERE length(body) NOT BETWEEN 1 AND 20000`,
  "nothing happens later than now": "SELECT id FROM conversation WHERE last_event_at > now()",
  "every id is a UUIDv7": `
    SELECT id FROM (SELECT id FROM conversation UNION ALL SELECT id FROM person WHERE email NOT LIKE 'bulk-%'
      UNION ALL SELECT id FROM desk UNION ALL SELECT id FROM product) i
    WHERE id::text !~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]'`,
};
