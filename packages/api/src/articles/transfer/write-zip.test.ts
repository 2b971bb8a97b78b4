import { once } from "node:events";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { ExportedFile } from "./export-articles.ts";
import { writeZip } from "./write-zip.ts";

test("files are packed one after the other, and one that is gone by then is empty", async () => {
  const order: string[] = [];
  async function* files(): AsyncGenerator<ExportedFile> {
    for (const path of ["a.md", "gone.png", "b.md"]) {
      order.push(`asked for ${path}`);
      const open = async () => (path === "gone.png" ? null : Readable.from([`text of ${path}`]));
      yield { path, open };
      order.push(`packed ${path}`);
    }
  }
  const zip = (await buffer(writeZip(files(), "desk"))).toString("latin1");
  expect(order).toEqual(["a.md", "gone.png", "b.md"].flatMap((path) => [`asked for ${path}`, `packed ${path}`]));
  for (const path of ["a.md", "gone.png", "b.md"]) expect(zip.split(`desk/${path}`)).toHaveLength(3);
});

test("when nobody reads on, what is open is closed and nothing more is asked for", async () => {
  const endless = new Readable({ read: () => endless.push(crypto.getRandomValues(Buffer.alloc(1_000))) });
  const ended = Promise.withResolvers<void>();
  let asked = 0;
  async function* files(): AsyncGenerator<ExportedFile> {
    try {
      for (;;) {
        asked++;
        yield { path: "endless", open: async () => endless };
      }
    } finally {
      ended.resolve();
    }
  }
  const zip = writeZip(files(), "desk");
  await once(zip, "readable");
  zip.destroy();
  await ended.promise;
  expect([asked, endless.destroyed]).toEqual([1, true]);
});
