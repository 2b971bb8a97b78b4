import type { SearchDocument } from "@mintreu/api/search/engine";
import type { Article } from "./corpus.ts";

const DESKS = 200;
const PEOPLE = 5_000;
const PRODUCTS = 300;
const DAY = 86_400_000;

/** Somebody who searches: a customer, an agent of one desk, and an admin of all that admins read. */
export const READERS: readonly (readonly string[])[] = [
  ["public"],
  ["public", "customers", "person:7"],
  ["public", "customers", "developers", "desk:7", "person:8"],
  ["public", "customers", "developers", "admins", "desk:1", "person:9"],
];

/**
 * Documents as a marketplace in use has them, made of the corpus's own paragraphs: a third articles and documentation, the
 * rest conversations, each as what its requester reads and what its desk reads. The same every time.
 */
export function* crowd(articles: readonly Article[], count: number): Generator<SearchDocument> {
  const paragraphs = articles.flatMap(({ body }) => body.split(/\n\n+/).filter((paragraph) => paragraph.length > 40));
  const titles = articles.map(({ title }) => title);
  let seed = 1;
  const pick = <Thing>(things: readonly Thing[]): Thing => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return things[(seed >>> 8) % things.length] as Thing;
  };
  const title = () => `${pick(titles).split(" ").slice(0, 4).join(" ")} ${pick(titles).split(" ").slice(-3).join(" ")}`;
  for (let made = 0; made < count; ) {
    const body = Array.from({ length: 2 + (made % 9) }, () => pick(paragraphs)).join("\n\n");
    const number = made;
    const common = {
      title: title(),
      headings: [],
      body,
      productId: number % 4 ? `product-${number % PRODUCTS}` : null,
      deskId: `desk-${number % DESKS}`,
      open: number % 7 === 0,
      updatedAt: new Date(1.7e12 + number * DAY).toISOString(),
    };
    if (number % 3 === 0) {
      const kind = number % 2 ? "article" : "documentation";
      yield {
        ...common,
        id: `${kind}:${number}`,
        group: `${kind}:${number}`,
        kind,
        readers: [number % 5 ? "public" : "customers"],
      };
      made++;
      continue;
    }
    const group = `conversation:${number}`;
    const conversation = { ...common, group, kind: "conversation" as const };
    yield { ...conversation, id: `${group}:public`, readers: [`person:${number % PEOPLE}`] };
    yield {
      ...conversation,
      id: `${group}:agents`,
      body: `${body}\n\n${pick(paragraphs)}`,
      readers: [`desk:${number % DESKS}`, "admins"],
    };
    made += 2;
  }
}
