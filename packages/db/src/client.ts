import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";

/** A database in use: Prisma for the ordinary, the pool for what needs SQL; both on the same connections. */
export interface Database {
  pool: pg.Pool;
  prisma: PrismaClient;
  /** Ends every connection once it is idle. */
  close(): Promise<void>;
}

/** What a process may decide about its connections. */
export interface DatabaseOptions {
  /** Most connections open at once; 10 unless told. */
  connections?: number;
  /** Shown in pg_stat_activity, so that an operator sees who holds a lock. */
  name?: string;
  /** Told of connections lost, for the log; the pool replaces them by itself. */
  onLost?: (error: Error) => void;
}

/**
 * Our statements are few, fixed and led by indexes: one plan for all values is right, and planning anew for each call costs
 * more than running it; compiling one costs more still. A plan that is kept has to be right when the tables have grown, so
 * none reads a table whole because it was small when the plan was made.
 */
const PLANNER = "-c plan_cache_mode=force_generic_plan -c jit=off -c enable_seqscan=off";

/** Opens a database; connects at the first query. */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { connections = 10, name = "mintreu", onLost = () => {} } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: name,
    keepAlive: true,
    options: PLANNER,
    connectionTimeoutMillis: 10_000,
  });
  // A connection lost while idle is reported on the pool, one lost while lent out on the client; without a listener
  // either would end the process when PostgreSQL restarts.
  pool.on("error", onLost);
  pool.on("connect", (client) => client.on("error", onLost));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  return { pool, prisma, close };
}
