import { type ChildProcess, spawn } from "node:child_process";
import { Problem } from "@mintreu/db/problem";

/** A process of the system. It says "ready" on its channel when it serves, and ends by itself when the channel closes. */
export interface ChildSpec {
  name: string;
  /** Absolute path of what Node runs. */
  script: string;
  cwd: string;
  env: Record<string, string>;
}

/** A started child. */
export interface Child {
  name: string;
  /** Resolves when it serves; rejects when it ends before. */
  ready: Promise<void>;
  /** Rejects when it ends without having been told to. */
  died: Promise<never>;
  /** Asks it to end and waits; after the grace, or at once when hurried, it is killed. */
  stop(hurry: AbortSignal): Promise<void>;
}

const READY_WITHIN_MS = 120_000;
const GRACE_MS = 10_000;

/** Starts a process in a group of its own, so that a terminal's Ctrl-C reaches only us, and we end it in order. */
export function startChild(spec: ChildSpec): Child {
  const child = spawn(process.execPath, ["--enable-source-maps", spec.script], {
    cwd: spec.cwd,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...spec.env },
  });
  let stopping = false;
  const exited = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ? `killed by ${signal}` : `exit code ${code}`));
  });
  const died = exited.then((how): Promise<never> => {
    // Told to end: nobody died, and what waits for a death waits on.
    if (stopping) return new Promise(() => {});
    throw new Problem(`The ${spec.name} ended by itself (${how}): see its last lines above.`);
  });
  // Whoever asks hears of it; nobody asking is no error.
  died.catch(() => {});
  const stop = (hurry: AbortSignal) => {
    stopping = true;
    return endProcess({ child, exited }, hurry);
  };
  return { name: spec.name, ready: Promise.race([saysReady(child, spec.name), died]), died, stop };
}

function saysReady(child: ChildProcess, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Problem(`The ${name} was not ready after ${READY_WITHIN_MS / 1000} s.`));
    const timer = setTimeout(late, READY_WITHIN_MS);
    child.once("exit", () => clearTimeout(timer));
    child.on("message", (message) => {
      if (message !== "ready") return;
      clearTimeout(timer);
      resolve();
    });
  });
}

async function endProcess({ child, exited }: { child: ChildProcess; exited: Promise<string> }, hurry: AbortSignal) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const group = -child.pid;
  const kill = () => {
    try {
      process.kill(group, "SIGKILL");
    } catch {
      // It ended in this moment.
    }
  };
  const timer = setTimeout(kill, GRACE_MS);
  hurry.addEventListener("abort", kill, { once: true });
  child.kill("SIGTERM");
  if (hurry.aborted) kill();
  await exited;
  clearTimeout(timer);
  hurry.removeEventListener("abort", kill);
  // What it may have started itself.
  kill();
}
