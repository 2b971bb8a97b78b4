import { connect, createServer } from "node:net";
import { Problem } from "@mintreu/db/problem";

/**
 * Checks that a port can be served.
 *
 * @param setting name of the setting that chose it, for the message.
 * @throws Problem when it is in use or not allowed.
 */
export async function checkPort(setting: string, port: number): Promise<void> {
  const code = (await answers(port)) ? "EADDRINUSE" : await tryListening(port);
  if (code === "EADDRINUSE") {
    throw new Problem(`Port ${port} is in use: stop what uses it, or set ${setting} to another port.`);
  }
  if (code) throw new Problem(`Port ${port} cannot be served (${code}): set ${setting} to another port, above 1023.`);
}

/** Listening on all addresses succeeds on some systems although another process has the port on one of them. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

function tryListening(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
