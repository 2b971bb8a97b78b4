import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, describe, expect, test } from "vitest";
import { LIMITS } from "../site.ts";
import { ReadingThread } from "./reading-thread.ts";

const thread = new ReadingThread();
/** For what is not to be waited for: that it is given up counts, not when. */
const hasty = new ReadingThread(300);
afterAll(async () => {
  await thread.close();
  await hasty.close();
});

const html = (text: string) => thread.call("html", { text });

describe("of a page is read", () => {
  test("its own text, and nothing that stands around it", async () => {
    const page = await html(`<!doctype html><title>Setting up · Docs</title><body>
      <header><nav><a href="/">Home</a></nav></header><aside>Adverts</aside>
      <main><h1>Setting up<a class="headerlink" href="#x">¶</a></h1><p>Run   <code>it</code>
      now.</p><script>alert(1)</script><style>p{}</style>
      <h2>On Linux <a class="anchor">#</a></h2><pre>a\n  b</pre><ul><li>one</li><li>two</li></ul><p hidden>no</p></main>
      <footer>Imprint</footer></body>`);
    expect(page).toMatchObject({ title: "Setting up", headings: "On Linux", hidden: false });
    expect(page.text.split("\n")).toEqual(["Setting up", "Run it now.", "On Linux", "a", "b", "one", "two"]);
  });

  test("all of it where no part is called the main one, and its title where there is no heading", async () => {
    expect(await html("<title> A\n b </title><p>c")).toMatchObject({ title: "A b", text: "c" });
  });

  test("the one article of it, but not one of several", async () => {
    expect((await html("<main>x<article>y</article></main>")).text).toBe("y");
    expect((await html("<article>y</article><article>z</article>")).text).toBe("y\nz");
  });

  test("only what can be kept: no NUL, no half of a pair, no more than its share", async () => {
    const { text, title } = await html(`<title>&#xD83D;\0</title><p>${"x".repeat(LIMITS.pageText)}😀`);
    expect(text.length).toBeLessThanOrEqual(LIMITS.pageText);
    expect([text.isWellFormed(), title.isWellFormed(), `${title}${text}`.includes("\0")]).toEqual([true, true, false]);
  });
});

describe("a megabyte that was written to do harm does not hold up the process:", () => {
  const MB = LIMITS.pageBytes;
  const HARM: Record<string, string> = {
    "elements without end": "<div>".repeat(MB / 5),
    "formatting that is never closed": "<b><i><a href=x>".repeat(MB / 16),
    "misnested formatting": "<b><p></b>".repeat(MB / 10),
    tables: "<table><td>".repeat(MB / 11),
    "one long word": "x".repeat(MB),
    "white space": `<p>a${" ".repeat(MB)}b`,
    "open brackets": "<".repeat(MB),
    attributes: `<p ${Array.from({ length: MB / 8 }, (_, i) => `a${i}`).join(" ")}>`,
    entities: "&amp".repeat(MB / 4),
  };

  test.each(Object.entries(HARM))(
    "%s, as HTML",
    async (_name, text) => {
      await blocksNothing(() => hasty.call("html", { text }));
    },
    30_000,
  );
  const MARKDOWN = {
    brackets: "[".repeat(MB),
    quotes: ">".repeat(MB),
    emphasis: "*a_".repeat(MB / 3),
    pipes: "|".repeat(MB),
  };
  test.each(Object.entries(MARKDOWN))(
    "%s, as Markdown",
    async (_name, text) => {
      await blocksNothing(() => hasty.call("markdown", { text }));
    },
    30_000,
  );

  test("and what comes after it is read", async () => {
    expect((await hasty.call("html", { text: "<p>still here" })).text).toBe("still here");
  });

  test("a robots.txt of wildcards", async () => {
    const text = `User-agent: *\n${"Disallow: /*a*a*a*a*a*a*a*a*b\n".repeat(15_000)}`;
    const urls = Array.from({ length: 500 }, (_, i) => `https://docs.example/${"a".repeat(1_500)}${i}`);
    await blocksNothing(() => hasty.call("robots", { text, url: "https://docs.example/robots.txt", urls }));
  }, 60_000);

  test("lists of brackets", async () => {
    const url = "https://docs.example/llms.txt";
    for (const text of ["[".repeat(MB), "[a](".repeat(MB / 4), `[${"a".repeat(300)}](`.repeat(MB / 303)])
      await blocksNothing(() => hasty.call("llms", { text, url }));
    await blocksNothing(() => hasty.call("sitemap", { text: "<loc>".repeat(2 * MB) }));
  }, 60_000);

  /** Reads or gives up, and says how long (ms) nothing else could happen. */
  async function blocksNothing(work: () => Promise<unknown>) {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await work().catch((error) => expect(error.message).toBe("unreadable"));
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(200);
  }
});
