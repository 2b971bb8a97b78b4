import { beforeAll, expect, test } from "vitest";
import type { SearchEngine } from "../engine.ts";
import { ask, bracketed, document, idsOf } from "./documents.ts";

const PRODUCT = "0190a000-0000-7000-8000-000000000001";
const HIDDEN_PRODUCT = "0190a000-0000-7000-8000-000000000002";
const DESK = "desk:0190b000-0000-7000-8000-000000000001";
const RIVAL = "desk:0190b000-0000-7000-8000-000000000002";
const CLEO = "person:0190c000-0000-7000-8000-000000000001";

const TICKET = { kind: "conversation", group: "conversation:1", productId: PRODUCT, title: "Export stops" } as const;

const DOCUMENTS = [
  document({ id: "article:public", title: "Export a drawing", body: "Everybody reads this.", productId: PRODUCT }),
  document({ id: "article:draft", title: "Export secrets", readers: [DESK], productId: HIDDEN_PRODUCT }),
  document({ ...TICKET, id: "conversation:1:public", body: "It stops at page two.", readers: [CLEO] }),
  document({
    ...TICKET,
    id: "conversation:1:agents",
    body: "It stops at page two. A chargeback, watch out.",
    readers: [DESK],
  }),
  document({ id: "article:rival", title: "Quarterly zanzibar plan", readers: [RIVAL] }),
];

export function permissionSuite(engine: () => SearchEngine): void {
  beforeAll(() => engine().write(DOCUMENTS, []));

  test("everybody finds what one of their words may read, and it alone is counted", async () => {
    const found = await ask(engine(), "export");
    expect(found.hits.map(({ id }) => id)).toEqual(["article:public"]);
    expect(found.total).toBe(1);
    expect(found.kinds).toEqual({ article: 1 });
    expect(found.products).toEqual({ [PRODUCT]: 1 });
  });

  test("several words that are held find more", async () => {
    const found = await ask(engine(), "export", { readers: ["public", DESK] });
    expect(found.hits.map(({ id }) => id).sort()).toEqual(["article:draft", "article:public", "conversation:1:agents"]);
    expect(found.kinds).toEqual({ article: 2, conversation: 1 });
    expect(found.products).toEqual({ [PRODUCT]: 2, [HIDDEN_PRODUCT]: 1 });
  });

  test("whoever holds nothing finds nothing", async () => {
    expect(await ask(engine(), "export", { readers: [] })).toEqual({
      ...{ hits: [], total: 0, kinds: {}, products: {}, suggestion: null },
    });
  });

  test("a note is not found by the requester, in no way", async () => {
    expect(await ask(engine(), "chargeback", { readers: ["public", CLEO] })).toEqual({
      ...{ hits: [], total: 0, kinds: {}, products: {}, suggestion: null },
    });
    expect(await idsOf(engine(), "chargeback", { readers: [DESK] })).toEqual(["conversation:1:agents"]);
  });

  test("a note is in no excerpt of the requester", async () => {
    const [hit] = (await ask(engine(), "stops", { readers: [CLEO] })).hits;
    expect(hit?.id).toBe("conversation:1:public");
    expect(bracketed(hit?.excerpt ?? [])).not.toContain("chargeback");
  });

  test("a group is found once and counted once, whoever may read several of its documents", async () => {
    const found = await ask(engine(), "page two", { readers: [CLEO, DESK] });
    expect(found.hits.map(({ group }) => group)).toEqual(["conversation:1"]);
    expect(found.total).toBe(1);
    expect(found.kinds).toEqual({ conversation: 1 });
    expect(found.products).toEqual({ [PRODUCT]: 1 });
  });

  test("no suggestion tells a word of what may not be read", async () => {
    expect((await ask(engine(), "zanzibra")).suggestion).toBeNull();
    expect((await ask(engine(), "zanzibra", { readers: [RIVAL] })).suggestion).toBe("zanzibar");
    expect((await ask(engine(), "chargebak", { readers: [CLEO] })).suggestion).toBeNull();
  });

  test("readers that look alike are told apart", async () => {
    const odd = ["desk:a,b", "desk:a", "desk:`x` || true", "person:[*]", 'person:"', "desk:a b", "desk:é"];
    const documents = odd.map((reader, index) =>
      document({ id: `article:odd-${index}`, title: "Oddity", readers: [reader] }),
    );
    await engine().write(documents, []);
    for (const [index, reader] of odd.entries())
      expect(await idsOf(engine(), "oddity", { readers: [reader] })).toEqual([`article:odd-${index}`]);
    expect(await idsOf(engine(), "oddity", { readers: ["desk:*", "desk", "desk:e"] })).toEqual([]);
  });
}
