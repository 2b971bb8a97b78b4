import { expect, test } from "vitest";
import { deferScripts } from "./defer-scripts.ts";

const PAGE = [
  "<!DOCTYPE html><html><head>",
  '<link rel="stylesheet" href="/_next/static/a.css" nonce="n0nce"/>',
  '<link rel="preload" as="script" fetchPriority="low" nonce="n0nce" href="/_next/static/boot.js"/>',
  '<link rel="preload" href="/_next/static/inter.woff2" as="font" crossorigin="" type="font/woff2"/>',
  '<script src="/_next/static/a.js" async="" nonce="n0nce"></script>',
  '<script src="/_next/static/old.js" noModule="" nonce="n0nce"></script>',
  '<script type="application/ld+json">{"@type":"TechArticle"}</script></head>',
  '<body><p>&lt;script src="/_next/static/said.js">&lt;/script></p>',
  '<script nonce="n0nce">self.__next_f.push([1,"x"])</script>',
  '<script src="/_next/static/boot.js" nonce="n0nce" id="_R_" async=""></script></body></html>',
].join("");

test("no script is loaded, each is kept for later once and in order, and nothing else changes", () => {
  const light = deferScripts(PAGE);
  expect(light).not.toMatch(/<script[^>]*\ssrc=/);
  expect(light).not.toMatch(/as="script"/);
  expect([...light.matchAll(/data-src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
    "/_next/static/a.js",
    "/_next/static/boot.js",
  ]);
  for (const kept of ["a.css", "inter.woff2", "TechArticle", "self.__next_f.push", "said.js"])
    expect(light).toContain(kept);
});

test("what loads them later carries the page's nonce, and is JavaScript without types", () => {
  const [, loader = ""] =
    /<script nonce="n0nce">(\([\s\S]*?"mintreu:ready"\))<\/script><\/body>/.exec(deferScripts(PAGE)) ?? [];
  expect(loader).not.toBe("");
  expect(() => new Function(loader)).not.toThrow();
});

test("what an article writes into an attribute is not taken for the end of the page", () => {
  const said = '<span title="</body>">said</span>';
  const light = deferScripts(PAGE.replace("<p>", `${said}<p>`));
  expect(light).toContain(said);
  expect(light).toMatch(/"mintreu:ready"\)<\/script><\/body><\/html>$/);
});

test("what is no page of ours is left as it is", () => {
  for (const other of ["", "<p>error</p>", PAGE.replaceAll(' nonce="n0nce"', "")])
    expect(deferScripts(other)).toBe(other);
});
