import { listSources } from "../documentation/list-sources.ts";
import { readSource } from "../documentation/read-source.ts";
import type { SourceKind } from "../documentation/schema.ts";
import { addedSource, takeJobs } from "./documentation.ts";
import { createSite, TEST_NETWORK, type TestSite } from "./site.ts";
import { createWorld, type World } from "./world.ts";

/** A page with a title, as generators of documentation write them. */
export const page = (title: string, text = "Some text.") =>
  `<title>${title} · Site</title><main><h1>${title}</h1><p>${text}</p></main>`;

/** A documentation site, and a worker that reads it. */
export class Reading {
  readonly world: World;
  readonly site: TestSite;
  /** How far (ms) the worker's clock is ahead of ours. */
  ahead = 0;

  private constructor(world: World, site: TestSite) {
    this.world = world;
    this.site = site;
  }

  static async create(): Promise<Reading> {
    return new Reading(await createWorld(), await createSite());
  }

  /** An empty site, and nothing read of it. */
  async clear(): Promise<void> {
    await this.world.system.db.prisma.productSource.deleteMany();
    await takeJobs(this.world);
    this.site.pages.clear();
    this.site.asked.length = 0;
    this.ahead = 0;
  }

  async close(): Promise<void> {
    await this.site.close();
    await this.world.close();
  }

  /** The system as the worker has it. */
  get worker() {
    return { ...this.world.system, clock: () => new Date(Date.now() + this.ahead) };
  }

  sitemap(...paths: string[]): string {
    const urls = paths.map((path) => `<url><loc>${URL.canParse(path) ? path : this.site.origin + path}</loc></url>`);
    return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>`;
  }

  /** Puts pages by their path on the site, and into its sitemap. */
  publish(paths: Record<string, string>): void {
    this.site.pages.set("/sitemap.xml", this.sitemap(...Object.keys(paths)));
    for (const [path, body] of Object.entries(paths)) this.site.pages.set(path, body);
  }

  /** Something happens while a page is asked for, once. */
  while(path: string, body: string, meanwhile: () => Promise<unknown>): void {
    this.site.pages.set(path, async (_request, response) => {
      this.site.pages.set(path, body);
      await meanwhile();
      response.writeHead(200, { "content-type": "text/html" }).end(body);
    });
  }

  /** Names the site as a source of a product. */
  add(path = "/sitemap.xml", kind: SourceKind = "sitemap"): Promise<string> {
    return addedSource(this.world, { url: this.site.origin + path, kind });
  }

  /** Does the job once. */
  read(sourceId: string): Promise<void> {
    return readSource(this.worker, { sourceId }, { network: TEST_NETWORK, pauseMs: 0 });
  }

  pages() {
    return this.world.system.db.prisma.productPage.findMany({ orderBy: { url: "asc" } });
  }

  async titles(): Promise<string[]> {
    return (await this.pages()).map(({ title }) => title).sort();
  }

  /** The source as its developer sees it. */
  async rowOf(id: string) {
    const { productId } = await this.world.system.db.prisma.productSource.findUniqueOrThrow({ where: { id } });
    return (await listSources(this.world.as(this.world.developer), { productId }))[0];
  }
}
