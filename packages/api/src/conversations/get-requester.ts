import type { Context } from "../core/transact.ts";
import { recordLook, recordLooksAt } from "../desks/record-look.ts";
import { viewConversation, visibleTo } from "./access.ts";
import type { Status } from "./schema.ts";

/** What an agent sees beside a conversation: who asks, what they bought, what else they asked. */
export interface RequesterCard {
  person: { id: string; name: string; email: string; since: string; lastSeenAt: string | null };
  purchase: {
    licence: string;
    version: string;
    newestVersion: string;
    purchasedAt: string;
    supportUntil: string;
    supported: boolean;
    channels: string[];
  } | null;
  others: { id: string; number: number; subject: string; status: Status; lastEventAt: string }[];
}

const OTHERS = 8;

/** The requester of a conversation, with the purchase it is about and the other conversations that the viewer may see. */
export async function getRequester(context: Context, { id }: { id: string }): Promise<RequesterCard> {
  const access = await viewConversation(context, id);
  await recordLook(context, access);
  const { system, actor } = context;
  const { requesterId, productId } = access.conversation;
  const [person, purchase, others] = await Promise.all([
    system.db.prisma.person.findUniqueOrThrow({ where: { id: requesterId } }),
    productId === null
      ? null
      : system.db.prisma.purchase.findUnique({
          where: { customerId_productId: { customerId: requesterId, productId } },
          include: { product: { select: { version: true } } },
        }),
    system.db.pool.query<{ id: string; number: number; subject: string; status: Status; lastEventAt: Date }>(
      `SELECT c.id, c.number, c.subject, c.status, c.last_event_at AS "lastEventAt" FROM conversation c
       WHERE c.requester_id = $3 AND c.id <> $4 AND ${visibleTo({ person: "$1::uuid", app: "$2::text" })}
       ORDER BY c.last_public_at DESC, c.id DESC LIMIT ${OTHERS}`,
      [actor.personId, actor.app, requesterId, id],
    ),
  ]);
  await recordLooksAt(
    context,
    others.rows.map((row) => row.id),
  );
  return {
    person: {
      ...{ id: person.id, name: person.name, email: person.email },
      since: person.createdAt.toISOString(),
      lastSeenAt: person.lastSeenAt?.toISOString() ?? null,
    },
    purchase: purchase && {
      ...{ licence: purchase.licence, version: purchase.version, channels: purchase.channels },
      newestVersion: purchase.product.version,
      purchasedAt: purchase.purchasedAt.toISOString(),
      supportUntil: purchase.supportUntil.toISOString(),
      supported: purchase.supportUntil > system.clock(),
    },
    others: others.rows.map((row) => ({ ...row, lastEventAt: row.lastEventAt.toISOString() })),
  };
}
