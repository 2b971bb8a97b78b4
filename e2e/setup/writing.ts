import { createArticle } from "@mintreu/api/articles/create";
import { publishArticle } from "@mintreu/api/articles/publish";
import type { Audience } from "@mintreu/api/articles/schema";
import { createSystem, type RunningSystem } from "@mintreu/api/server/create-system";
import { testSettings } from "@mintreu/api/testing/settings";
import { GRACE, PLATFORM_DESK } from "@mintreu/db/seed/people";
import { inject } from "vitest";

/** An article as a test needs it. */
export interface Writing {
  title: string;
  body: string;
  audience?: Audience;
  /** Stays a draft. */
  draft?: true;
}

/** Writes articles of the platform's desk as Grace does, in a process beside the running system. */
export class Writer implements AsyncDisposable {
  readonly #system: RunningSystem;

  private constructor(system: RunningSystem) {
    this.#system = system;
  }

  static async start(): Promise<Writer> {
    const settings = testSettings({ demo: false });
    return new Writer(await createSystem({ databaseUrl: inject("system").database, settings, name: "e2e writer" }));
  }

  /** What use cases of hers are called with. */
  get context() {
    const { id, name } = GRACE;
    const actor = { personId: id, name, role: "admin", app: "console", sessionId: "" } as const;
    return { system: this.#system, actor };
  }

  /** @returns where readers find it. */
  async write({ title, body, audience = "public", draft }: Writing): Promise<{ id: string; path: string }> {
    const { prisma } = this.#system.db;
    const { id: deskId } = await prisma.desk.findUniqueOrThrow({ where: { slug: PLATFORM_DESK } });
    const { id, slug } = await createArticle(this.context, { deskId, title, body, audience, summary: "" });
    if (!draft) await publishArticle(this.context, { id, revision: 1 });
    return { id, path: `/help/articles/${slug}` };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#system.close();
  }
}
