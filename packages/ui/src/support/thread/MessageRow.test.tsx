import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import en from "../../../messages/en.json" with { type: "json" };
import { MessageRow, type MessageRowProps } from "./MessageRow.tsx";

function html(more: Partial<MessageRowProps>): string {
  const usual = { author: "Cleo", own: false, ourSide: false, requester: true, first: true, note: null } as const;
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ thread: en.thread }} timeZone="UTC">
      <MessageRow {...usual} at="2026-11-23T10:00:00.000Z" text="It does not start." {...more} />
    </NextIntlClientProvider>,
  );
}

test("under a question stands the article that was read before, as a link; its title is text", () => {
  const page = html({ article: { slug: "start-it", title: "Start <b>it</b> & go" } });
  expect(page).toContain('href="/help/articles/start-it"');
  expect(page).toContain("Start &lt;b&gt;it&lt;/b&gt; &amp; go");
  expect(page.indexOf("It does not start.")).toBeLessThan(page.indexOf("Read before asking"));
});

test("a message without one says nothing of any", () => {
  expect(html({})).not.toContain("Read before asking");
});
