import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Usage } from "./servers/usage.ts";

/** A server in a process of its own, so that its time and memory are its own. */
export interface BenchServer<Ready> {
  ready: Ready;
  /** "memory" also collects garbage first. */
  usage(what?: "cpu" | "memory"): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts one of `servers/` and waits until it answers. */
export async function startServer<Ready>(name: string, args: string[]): Promise<BenchServer<Ready>> {
  const file = join(import.meta.dirname, "servers", `${name}.ts`);
  const child = fork(file, args, { execArgv: ["--expose-gc"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ready = (await next(child)) as Ready;
  return {
    ready,
    usage: async (what = "cpu") => {
      child.send(what);
      return ((await next(child)) as { usage: Usage }).usage;
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await gone;
    },
  };
}

function next(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const exited = () => reject(new Error("the server ended"));
    child.once("exit", exited);
    child.once("message", (message) => {
      child.off("exit", exited);
      resolve(message);
    });
  });
}
