/** The console's and the customer app's live socket in one process, without pages: what a message passes through. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { LocalBus } from "@mintreu/api/live/local-bus";
import { attach } from "@mintreu/api/server/attach";
import { createSystem } from "@mintreu/api/server/create-system";
import { testSettings } from "@mintreu/api/testing/settings";
import { answerUsage } from "./usage.ts";

const [, , databaseUrl = "", busKind = "postgres"] = process.argv;
const settings = testSettings({ demo: false });
const bus = busKind === "off" ? { bus: new LocalBus() } : {};
const system = await createSystem({ databaseUrl, settings, name: "bench", ...bus });

async function listen(app: "customer" | "console"): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  attach(server, system, { app, publicUrl: `http://localhost:${port}` });
  return port;
}

const ports = { customer: await listen("customer"), console: await listen("console") };
answerUsage();
process.send?.({ ports });
