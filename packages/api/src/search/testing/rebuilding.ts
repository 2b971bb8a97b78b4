import { expect, test } from "vitest";
import type { SearchEngine } from "../engine.ts";
import { ask, document, idsOf } from "./documents.ts";

export function rebuildingSuite(engine: () => SearchEngine): void {
  test("what is added is found once it is swapped in, and what was not added is gone", async () => {
    await engine().write([document({ id: "article:old", title: "Walnut" })], []);
    const rebuilding = await engine().rebuild();
    await rebuilding.add([document({ id: "article:new", title: "Walnut" })]);
    expect(await idsOf(engine(), "walnut")).toEqual(["article:old"]);
    await rebuilding.swap();
    expect(await idsOf(engine(), "walnut")).toEqual(["article:new"]);
    await engine().write([], ["article:new"]);
  });

  test("what is written meanwhile is found before and after, and nothing older comes over it", async () => {
    const stale = document({ id: "article:both", title: "Chestnut stale" });
    await engine().write([stale], []);
    const rebuilding = await engine().rebuild();
    await engine().write([document({ id: "article:both", title: "Chestnut fresh" })], []);
    expect(await idsOf(engine(), "fresh")).toEqual(["article:both"]);
    await rebuilding.add([stale]);
    await rebuilding.swap();
    expect(await idsOf(engine(), "fresh")).toEqual(["article:both"]);
    expect(await idsOf(engine(), "stale")).toEqual([]);
  });

  test("what is added and then written is found as it was written", async () => {
    const rebuilding = await engine().rebuild();
    await rebuilding.add([document({ id: "article:later", title: "Hazelnut before" })]);
    await engine().write([document({ id: "article:later", title: "Hazelnut after" })], []);
    await rebuilding.swap();
    expect(await idsOf(engine(), "after")).toEqual(["article:later"]);
    expect((await ask(engine(), "hazelnut")).total).toBe(1);
  });

  test("what is taken out meanwhile does not come back", async () => {
    const gone = document({ id: "article:gone", title: "Almond" });
    await engine().write([gone], []);
    const rebuilding = await engine().rebuild();
    await engine().write([], [gone.id]);
    await rebuilding.add([gone]);
    await rebuilding.swap();
    expect(await idsOf(engine(), "almond")).toEqual([]);
  });

  test("one that is abandoned leaves everything as it was, and another can begin", async () => {
    await engine().write([document({ id: "article:kept", title: "Cashew" })], []);
    const rebuilding = await engine().rebuild();
    await rebuilding.add([document({ id: "article:dropped", title: "Cashew" })]);
    await rebuilding.abandon();
    expect(await idsOf(engine(), "cashew")).toEqual(["article:kept"]);
    await (await engine().rebuild()).abandon();
  });

  test("there is one at a time", async () => {
    const rebuilding = await engine().rebuild();
    await expect(engine().rebuild()).rejects.toThrow();
    await rebuilding.abandon();
  });

  test("writes and searches go on while it is swapped in: nothing is lost, nothing is ever missing", async () => {
    const documents = Array.from({ length: 200 }, (_, index) =>
      document({ id: `article:pistachio-${index}`, title: `Pistachio ${index}` }),
    );
    await engine().write(documents, []);
    const rebuilding = await engine().rebuild();
    let swapped = false;
    const searching = (async () => {
      while (!swapped) expect((await ask(engine(), "pistachio")).total).toBeGreaterThanOrEqual(200);
    })();
    const writing = Array.from({ length: 40 }, (_, index) =>
      engine().write([document({ id: `article:more-${index}`, title: `Pistachio more ${index}` })], []),
    );
    for (let from = 0; from < 200; from += 40) await rebuilding.add(documents.slice(from, from + 40));
    await rebuilding.swap();
    swapped = true;
    await Promise.all([searching, ...writing]);
    expect((await ask(engine(), "pistachio")).total).toBe(240);
  });
}
