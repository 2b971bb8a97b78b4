import { visibleTo } from "../../conversations/access.ts";
import type { ReaderContext } from "../../core/reader.ts";
import type { Highlighted, Hit } from "../schema.ts";

interface Row {
  id: string;
  name: string;
  email: string;
  /** The newest conversation with them that the agent may open. */
  conversationId: string | null;
}

const MOST = 5;
/** Of a very common name no more people than this are looked at. */
const MOST_LOOKED_AT = 500;

/**
 * An agent finds whoever asked something that the agent may open; an admin everybody. The rule is that of the conversations.
 */
const PEOPLE = `
  WITH named AS MATERIALIZED (
    SELECT p.id, p.name, p.email::text AS email, p.last_seen_at FROM person p
    WHERE person_words(p.name, p.email::text) @@ $3::tsquery LIMIT ${MOST_LOOKED_AT})
  SELECT n.id, n.name, n.email, newest.id AS "conversationId"
  FROM named n
  LEFT JOIN LATERAL (
    SELECT c.id FROM conversation c
    WHERE c.requester_id = n.id AND ${visibleTo({ person: "$1::uuid", app: "$2::text" })}
    ORDER BY c.last_public_at DESC LIMIT 1) newest ON TRUE
  WHERE newest.id IS NOT NULL OR EXISTS (SELECT FROM person a WHERE a.id = $1::uuid AND a.role = 'admin')
  ORDER BY lower(n.email) = lower($4) DESC, n.last_seen_at DESC NULLS LAST, n.name LIMIT ${MOST}`;

/** People by the beginnings of words of their name or address; for agents alone. */
export async function peopleByName({ system, actor, app }: ReaderContext, text: string): Promise<Hit[]> {
  const words = wordsOf(text);
  if (!actor || app !== "console" || words.length === 0) return [];
  const query = words.map((word) => `'${word}':*`).join(" & ");
  const { rows } = await system.db.pool.query<Row>({
    name: "people-by-name",
    text: PEOPLE,
    values: [actor.personId, app, query, text],
  });
  return rows.map((row) => hitOf(row, words));
}

/** As `person_words` has them in the database: letters and digits, without accents. More than ten are no name and no address. */
function wordsOf(text: string): string[] {
  const words =
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 10 || words.join("").length < 2 ? [] : words;
}

function hitOf({ id, name, email, conversationId }: Row, words: readonly string[]): Hit {
  return {
    ...{ id: `person:${id}`, kind: "person", title: highlighted(name, words), excerpt: [], origin: email },
    // Whoever never wrote to us can be written to.
    href: conversationId ? `/conversations/${conversationId}` : `mailto:${email}`,
    ...{ product: null, status: null, updatedAt: null, promoted: false },
  };
}

/** Marks the words of a name that begin as one of those typed. */
function highlighted(name: string, words: readonly string[]): Highlighted {
  return (name.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? []).map((text) => {
    const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return { text, match: words.some((word) => folded.startsWith(word)) };
  });
}
