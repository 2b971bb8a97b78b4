import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import chromium from "@sparticuz/chromium";
import lighthouse from "lighthouse";

// As the browser tests start it: the package's own arguments die with their first page.
const ARGS = ["--headless=new", "--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-background-networking"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

/** What Lighthouse says of a page, on its slow phone. */
export interface Looked {
  /** 0 to 100, by category. */
  scores: Record<(typeof CATEGORIES)[number], number>;
  /** Largest contentful paint, ms. */
  lcp: number;
}

/** A browser that looks at pages. */
export interface Browser extends AsyncDisposable {
  look(url: string): Promise<Looked>;
}

/** Starts it with a profile of its own. */
export async function startBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), "mintreu-lighthouse-"));
  const args = [...ARGS, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
  const child = spawn(await chromium.executablePath(), args, { stdio: "ignore" });
  const told = join(profile, "DevToolsActivePort");
  while (!existsSync(told) || !readFileSync(told, "utf8").includes("\n")) await wait(50);
  const port = Number(readFileSync(told, "utf8").split("\n")[0]);
  return {
    look: (url) => look(url, port),
    [Symbol.asyncDispose]: async () => {
      child.kill();
      if (child.exitCode === null) await once(child, "exit");
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function look(url: string, port: number): Promise<Looked> {
  const result = await lighthouse(url, { port, logLevel: "error", onlyCategories: [...CATEGORIES] });
  if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message}`);
  const { categories, audits } = result.lhr;
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  return {
    scores: {
      ...{ performance: score("performance"), accessibility: score("accessibility") },
      ...{ "best-practices": score("best-practices"), seo: score("seo") },
    },
    lcp: audits["largest-contentful-paint"]?.numericValue ?? Number.NaN,
  };
}
