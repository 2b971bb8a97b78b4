import type { Dialogue } from "./dialogue.ts";
import { between, known, pick, type Random, randomOf } from "./identity.ts";
import { DESKS, type DemoDesk, type DemoProduct, PLATFORM, PRODUCTS } from "./marketplace.ts";
import { CUSTOMERS, type DemoPerson, MARA, PEOPLE } from "./people.ts";
import type { Answering, Cast } from "./play.ts";

/** A dialogue with everyone who takes part, its texts filled in. */
export interface CastDialogue {
  dialogue: Dialogue;
  subject: string;
  requester: DemoPerson;
  product?: DemoProduct;
  cast: Cast;
  /** What to fill into the texts. */
  words: Readonly<Record<string, string>>;
}

/** Who owns what: customer id to the products, in the order of purchase. */
export type Owned = ReadonlyMap<string, ReadonlySet<DemoProduct>>;

const NAMES = Object.fromEntries([...DESKS, ...PEOPLE].map(({ id, name }) => [id, name]));

/** The version of a product that a customer runs, as the marketplace knows it. */
export function installedVersion(customer: DemoPerson, product: DemoProduct): string {
  return pick(randomOf(`version ${customer.email} ${product.slug}`), [product.version, ...product.older]);
}

/** Decides who bought what: what the dialogues need of named customers, and two to five products for everyone. */
export function decidePurchases(dialogues: readonly Dialogue[]): Owned {
  return new Map(
    CUSTOMERS.map((customer) => {
      const random = randomOf(`purchases ${customer.email}`);
      const needed = dialogues.filter(({ from, product }) => product && isCalled(customer, from));
      const owned = new Set(needed.map(({ product }) => productOf(product)));
      // Mara owns what her dialogues are about and nothing else: tests rely on it.
      const wanted = customer === MARA ? owned.size : between(random, 2, 5);
      while (owned.size < wanted) owned.add(pick(random, PRODUCTS));
      return [customer.id, owned];
    }),
  );
}

/** Gives every dialogue its requester, among those who own the product, and its agents. */
export function castDialogues(dialogues: readonly Dialogue[], owned: Owned): CastDialogue[] {
  const random = randomOf("casting");
  const load = new Map<string, number>();
  const byId = new Map<string, DemoPerson>();
  return dialogues.map((dialogue) => {
    const product = dialogue.product === undefined ? undefined : productOf(dialogue.product);
    const requester = dialogue.follows
      ? known(byId.get(dialogue.follows), `earlier dialogue "${dialogue.follows}"`)
      : chooseRequester({ dialogue, product, owned, load }, random);
    load.set(requester.id, (load.get(requester.id) ?? 0) + 1);
    if (dialogue.id) byId.set(dialogue.id, requester);
    return castOne({ dialogue, requester, product }, random);
  });
}

interface Choice {
  dialogue: Dialogue;
  product?: DemoProduct;
  owned: Owned;
  load: ReadonlyMap<string, number>;
}

function chooseRequester({ dialogue, product, owned, load }: Choice, random: Random): DemoPerson {
  const named = CUSTOMERS.find((customer) => isCalled(customer, dialogue.from));
  if (dialogue.from) return known(named, `customer "${dialogue.from}"`);
  const possible = CUSTOMERS.filter(
    (customer) => customer !== MARA && (!product || owned.get(customer.id)?.has(product)),
  );
  // The less busy of two: everyone asks now and then, nobody exactly as often as the others.
  const [one, two] = [pick(random, possible), pick(random, possible)];
  return (load.get(one.id) ?? 0) <= (load.get(two.id) ?? 0) ? one : two;
}

function castOne(part: Pick<CastDialogue, "dialogue" | "requester" | "product">, random: Random): CastDialogue {
  const { dialogue, requester, product } = part;
  const desk = product ? known(deskOf(product), `desk of ${product.slug}`) : PLATFORM;
  const agents = orderAgents(desk, dialogue, random);
  const words = {
    customer: requester.called,
    agent: known(agents[0], "agent").called,
    product: product?.name ?? "Mintreu",
    version: product?.version ?? "",
    installed: product ? installedVersion(requester, product) : "",
  };
  const cast = {
    requester: requester.id,
    first: answering(desk, agents),
    platform: answering(PLATFORM, orderAgents(PLATFORM, dialogue, random)),
    names: NAMES,
  };
  return { ...part, cast, words, subject: fillIn(dialogue.subject, words) };
}

/** Puts the words of a cast dialogue into a text. */
export function fillIn(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(customer|agent|product|version|installed)\}/g, (_, word) => known(words[word], word));
}

function orderAgents(desk: DemoDesk, dialogue: Dialogue, random: Random): DemoPerson[] {
  const members = desk.members.map(({ person }) => person);
  const first = dialogue.marks.has("lead") ? 0 : between(random, 0, members.length - 1);
  return [...members.slice(first), ...members.slice(0, first)];
}

const answering = (desk: DemoDesk, agents: readonly DemoPerson[]): Answering => ({
  desk: desk.id,
  agents: agents.map(({ id }) => id),
});

const deskOf = (product: DemoProduct) => DESKS.find(({ id }) => id === product.deskId);

const isCalled = (person: DemoPerson, from: string | undefined) => person.email.split("@")[0] === from;

function productOf(slug: string | undefined): DemoProduct {
  return known(
    PRODUCTS.find((product) => product.slug === slug),
    `product "${slug}"`,
  );
}
