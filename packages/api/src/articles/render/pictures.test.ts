import { expect, test } from "vitest";
import { renderMarkdown } from "../render.ts";

test.each(["/../../sign-out", "/a/../../../sign-out", "/%2e%2e/../x", "/..\\\\..\\\\x", "/a/b"])(
  "no picture asks for another address of ours by a path such as %s",
  async (rest) => {
    const { html } = await renderMarkdown(`<img src="/files/0190f1d2-0000-7000-8000-000000000001${rest}" alt="Menu">`);
    expect(html).not.toContain("<img");
    expect(html).not.toContain("sign-out");
  },
);

test("a drawing, which no browser is given to show, is a link to it", async () => {
  const source = "/files/0190f1d2-0000-7000-8000-000000000001/plan.svg";
  const { html } = await renderMarkdown(`![Plan](${source})`);
  expect(html).toContain(`href="${source}"`);
  expect(html).toContain(">Plan</a>");
  expect(html).not.toContain("<img");
});
