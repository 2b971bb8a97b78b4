import { afterAll, beforeAll, describe } from "vitest";
import type { SearchEngine } from "../engine.ts";
import { filteringSuite } from "./filtering.ts";
import { findingSuite } from "./finding.ts";
import { hostileSuite } from "./hostile.ts";
import { likenessSuite } from "./likeness.ts";
import { permissionSuite } from "./permission.ts";
import { rebuildingSuite } from "./rebuilding.ts";
import { writingSuite } from "./writing.ts";

/** An engine with nothing in it, and how to be rid of it. */
export interface EngineUnderTest {
  engine: SearchEngine;
  close(): Promise<void>;
}

/**
 * What every engine guarantees, whatever it ranks by. Call it at the top of a test file.
 *
 * @param start an engine with nothing in it; called once a part of the suite.
 */
export function engineSuite(start: () => Promise<EngineUnderTest>): void {
  const parts = {
    "what is searched for": findingSuite,
    "what is asked for besides": filteringSuite,
    "what is like a text": likenessSuite,
    "who may find what": permissionSuite,
    "what is written": writingSuite,
    "an index that is built anew": rebuildingSuite,
    "hostile text": hostileSuite,
  };
  for (const [about, part] of Object.entries(parts)) {
    describe(about, () => {
      let under: EngineUnderTest;
      beforeAll(async () => {
        under = await start();
      });
      afterAll(() => under.close());
      part(() => under.engine);
    });
  }
}
