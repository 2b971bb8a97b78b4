/** A tiny process that behaves as an app or the worker must; what it is told through STAND_IN_* makes it misbehave. */
import { appendFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const { DATA_DIR = "", NAME = "", PORT = "0", STAND_IN_DIES = "", STAND_IN_HANGS = "" } = process.env;

function end(): void {
  appendFileSync(join(DATA_DIR, "ended.log"), `${NAME}\n`);
  process.exit(0);
}

createServer((_request, response) => response.end(NAME)).listen(Number(PORT), () => {
  appendFileSync(join(DATA_DIR, "pids.log"), `${process.pid}\n`);
  process.send?.("ready");
  if (STAND_IN_DIES === NAME) process.exit(3);
});
process.on("SIGTERM", () => STAND_IN_HANGS === NAME || setTimeout(end, 50));
process.on("disconnect", end);
