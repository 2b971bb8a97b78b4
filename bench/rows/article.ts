import { startArticleApp } from "../article/app.ts";
import { type Looked, startBrowser } from "../article/browser.ts";
import { copyStatically } from "../article/static-copy.ts";
import { compare, type Verdict } from "../stats.ts";

const ROUNDS = 4;
/** The bar: how much later the page may be there than from a server that has nothing to do. */
const LATER = 1.3;

/** Row 13: an article's page in Lighthouse, against the same HTML and files from a static server. */
export async function article(): Promise<Verdict[]> {
  await using app = await startArticleApp();
  await using copy = await copyStatically(app.origin);
  await using browser = await startBrowser();
  const [ours, peer] = [app, copy].map(({ origin }) => origin + app.path);
  // The first look fills the copy, and warms the app.
  for (const url of [ours, peer]) await browser.look(url ?? "");
  const looks: { ours: Looked[]; peer: Looked[] } = { ours: [], peer: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? (["ours", "peer"] as const) : (["peer", "ours"] as const);
    for (const who of order) looks[who].push(await browser.look((who === "ours" ? ours : peer) ?? ""));
  }
  return verdictsOn(looks);
}

function verdictsOn({ ours, peer }: { ours: Looked[]; peer: Looked[] }): Verdict[] {
  const names = ["performance", "accessibility", "best-practices", "seo"] as const;
  const scores = names.map((name) =>
    compare({
      ...{ what: `row 13: Lighthouse, ${name}, against 100`, unit: "", bar: { atLeast: 1 } },
      ...{ ours: ours.map((look) => look.scores[name]), peer: [100] },
    }),
  );
  const lcp = { ours: ours.map((look) => look.lcp), peer: peer.map((look) => look.lcp) };
  const what = "row 13: largest contentful paint, against a static server";
  return [...scores, compare({ what, unit: "ms", ...lcp, bar: { atMost: LATER } })];
}
