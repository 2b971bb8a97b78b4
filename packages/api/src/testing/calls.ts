import { getUntypedClient, TRPCClientError } from "@trpc/client";
import type { Actor, App } from "../core/actor.ts";
import { appRouter } from "../root.ts";
import { connectAs, httpClientAs, type TestClient } from "./client.ts";
import type { TestServer } from "./world.ts";

export type Transport = "http" | "socket";

/** How a call ended: `ok`, or the code of the error as a client is told it. */
export type Ending = string;

type ProcedureType = "query" | "mutation" | "subscription";

/** Every procedure of the router, with its type. */
export function allProcedures(): Map<string, ProcedureType> {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: ProcedureType } }>;
  return new Map(Object.entries(procedures).map(([path, { _def }]) => [path, _def.type]));
}

interface Call {
  path: string;
  input: unknown;
}

/** Makes one call as someone, or as nobody, over one transport. */
export async function callAs(
  server: TestServer,
  who: { actor: Actor | null; app?: App },
  { path, input, over }: Call & { over: Transport },
): Promise<Ending> {
  if (over === "http") return ending(() => invoke({ trpc: httpClientAs(server, who.actor, who.app) }, { path, input }));
  if (!who.actor) throw new Error("nobody has a socket");
  const client = connectAs(server, who.actor);
  try {
    await open(client);
    return await ending(() => invoke(client, { path, input }));
  } finally {
    client.close();
  }
}

/** Resolves as soon as the client's socket is open. */
export async function open({ connection }: Pick<TestClient, "connection">): Promise<void> {
  if (connection.state === "open") return;
  await new Promise<void>((resolve) => {
    const leave = connection.onState((state) => {
      if (state !== "open") return;
      leave();
      resolve();
    });
  });
}

function invoke({ trpc }: Pick<TestClient, "trpc">, { path, input }: Call): Promise<unknown> {
  const client = getUntypedClient(trpc);
  const type = allProcedures().get(path);
  if (type === "query") return client.query(path, input);
  if (type === "mutation") return client.mutation(path, input);
  return new Promise((resolve, reject) => {
    const subscription = client.subscription(path, input, {
      onData: (data) => {
        subscription.unsubscribe();
        resolve(data);
      },
      onError: reject,
    });
  });
}

/** What a client learns of an error: the domain's code where there is one, else tRPC's. */
async function ending(call: () => Promise<unknown>): Promise<Ending> {
  try {
    await call();
    return "ok";
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    const { data } = error;
    // Every code of the domain has its own status: a refusal is never a fault of the server.
    if (data?.domain && data.httpStatus >= 500 && data.domain.code !== "UNAVAILABLE")
      return `${data.domain.code} as ${data.code}`;
    return data?.domain?.code ?? data?.code ?? error.message;
  }
}
