import { installedVersion, type Owned } from "./casting.ts";
import { type DemoConversation, followedBy } from "./conversations.ts";
import { between, known, pick, randomOf, seedId } from "./identity.ts";
import type { Rows } from "./insert.ts";
import { DESKS, type DemoProduct, PRODUCTS } from "./marketplace.ts";
import { CUSTOMERS, type DemoPerson, PEOPLE } from "./people.ts";
import { DAY, MINUTE, WINDOW } from "./schedule.ts";

const iso = (time: number) => new Date(time).toISOString();

/** The rows of people, desks, members and products. @param begin of the demo's window, in milliseconds. */
export function marketplaceRows(begin: number): Rows {
  const members = DESKS.flatMap((desk) => desk.members.map((member) => ({ desk, ...member })));
  return {
    person: PEOPLE.map((person) => personRow(person, begin)),
    desk: DESKS.map(({ id, kind, slug, name, tiers }) => ({
      ...{ id, kind, slug, name, tiers },
      created_at: iso(begin - 1200 * DAY),
    })),
    desk_member: members.map(({ desk, person, tier }) => ({
      desk_id: desk.id,
      person_id: person.id,
      tier,
      joined_at: iso(begin - between(randomOf(`joined ${person.email}`), 300, 1190) * DAY),
    })),
    product: PRODUCTS.map(({ id, slug, name, tagline, description, version, hue, deskId }) => ({
      ...{ id, slug, name, tagline, description, version, hue },
      desk_id: deskId,
      created_at: iso(begin - between(randomOf(`product ${slug}`), 980, 1180) * DAY),
    })),
  };
}

function personRow({ id, email, name, role, timeZone }: DemoPerson, begin: number): Record<string, unknown> {
  const random = randomOf(`person ${email}`);
  const joined = begin - (role === "customer" ? between(random, 910, 1100) : 1200) * DAY;
  const seen = begin + WINDOW - between(random, 5, role === "customer" ? 20_000 : 600) * MINUTE;
  return { id, email, name, role, time_zone: timeZone, created_at: iso(joined), last_seen_at: iso(seen) };
}

/** The rows of purchases: each before its first conversation. @param begin of the demo's window, in milliseconds. */
export function purchaseRows(owned: Owned, conversations: readonly DemoConversation[], begin: number): object[] {
  return CUSTOMERS.flatMap((customer) =>
    [...known(owned.get(customer.id), customer.name)].map((product) => {
      const about = conversations.filter(({ part }) => part.requester === customer && part.product === product);
      return purchaseRow({ customer, product, about }, begin);
    }),
  );
}

interface Purchase {
  customer: DemoPerson;
  product: DemoProduct;
  about: readonly DemoConversation[];
}

function purchaseRow({ customer, product, about }: Purchase, begin: number): object {
  const key = `purchase ${customer.email} ${product.slug}`;
  const random = randomOf(key);
  const marked = (mark: string) => about.find(({ part }) => part.dialogue.marks.has(mark));
  const [fresh, expired] = [marked("fresh"), marked("expired")];
  const drawn = begin - between(random, 2, 900) * DAY - between(random, 0, 1439) * MINUTE;
  const first = begin + Math.min(...about.map((conversation) => conversation.begin));
  const purchasedAt = fresh ? first - between(random, 1, 60) * 60 * MINUTE : drawn;
  const years = pick(random, [1, 1, 1, 2, 3]);
  // Customers who ask are mostly entitled to; a few are not, as it happens.
  const wanted = purchasedAt + years * 365 * DAY;
  const renewed = about.length > 0 && random() < 0.85 ? Math.max(wanted, begin + WINDOW + 90 * DAY) : wanted;
  const licence = pick(random, product.licences);
  return {
    id: seedId(key),
    customer_id: customer.id,
    product_id: product.id,
    licence,
    version: installedVersion(customer, product),
    purchased_at: iso(purchasedAt),
    support_until: iso(expired ? begin + expired.begin - between(random, 20, 48) * DAY : renewed),
    channels: ["portal", "email", "chat", "api"].slice(0, 2 + Math.min(2, product.licences.indexOf(licence))),
  };
}

/** The rows of conversations and what belongs to them. @param begin of the demo's window, in milliseconds. */
export function conversationRows(
  conversations: readonly DemoConversation[],
  numberOf: ReadonlyMap<string, number>,
  begin: number,
): Rows {
  // A follow-up comes after what it follows, so the order of time satisfies the foreign key.
  return {
    conversation: conversations.map((conversation) => ({
      number: known(numberOf.get(conversation.id), "number"),
      follows_id: followedBy(conversations, conversation)?.id ?? null,
      ...conversationRow(conversation, begin + conversation.begin),
    })),
    conversation_desk: conversations.flatMap(({ id, sum }) =>
      sum.desks.map((desk) => ({ conversation_id: id, desk_id: desk })),
    ),
    event: conversations.flatMap((conversation) =>
      conversation.events.map(({ desk, actor, offset, ...event }) => ({
        ...{ conversation_id: conversation.id, ...event, actor_id: actor, desk_id: desk },
        at: iso(begin + conversation.begin + offset),
      })),
    ),
    read_cursor: conversations.flatMap(({ id, readings }) =>
      readings.map(({ person, seq }) => ({ person_id: person, conversation_id: id, seq })),
    ),
  };
}

function conversationRow({ id, part, sum, readings }: DemoConversation, created: number): Record<string, unknown> {
  const furthest = (isRequester: boolean) =>
    Math.max(0, ...readings.filter((reading) => reading.isRequester === isRequester).map(({ seq }) => seq));
  return {
    id,
    subject: part.subject,
    channel: part.dialogue.channel,
    status: sum.status,
    priority: sum.priority,
    category: part.dialogue.category,
    requester_id: part.requester.id,
    product_id: part.product?.id ?? null,
    desk_id: sum.desk,
    assignee_id: sum.assignee,
    seq: sum.seq,
    public_seq: sum.publicSeq,
    requester_read_seq: furthest(true),
    requester_seq: sum.requesterSeq,
    agent_read_seq: furthest(false),
    created_at: iso(created),
    last_event_at: iso(created + sum.lastEvent),
    last_public_at: iso(created + sum.lastPublic),
  };
}
