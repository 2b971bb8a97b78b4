import { MARA } from "@mintreu/db/seed/people";
import { expect, test } from "vitest";
import { enterAs, openWindow, useBrowser } from "./setup/person.ts";
import { RunningSystem } from "./setup/running-system.ts";

useBrowser();

test("while developing, a page is live and hears of changes to the code, over one port", {
  timeout: 180_000,
}, async () => {
  await using system = await RunningSystem.start("--dev");
  const window = await openWindow("customer", { options: { baseURL: system.addresses.customer } });
  window.page.setDefaultTimeout(60_000);
  const told = new Set<string>();
  window.page.on("websocket", (socket) => {
    socket.on("framereceived", () => told.add(new URL(socket.url()).pathname.split("/").slice(0, 3).join("/")));
  });
  await enterAs(window.page, MARA);
  await expect.poll(() => [...told].sort(), { timeout: 60_000 }).toEqual(["/_next/hmr", "/api/live"]);
  expect(await window.page.getByRole("heading", { level: 1 }).textContent()).toContain("Mara");
  await window.page.context().close();
});
