import pg from "pg";

/** What a database is made of: one line of text for each thing, sorted, so that two databases can be compared. */
export interface Catalog {
  columns: string[];
  enums: string[];
  /** Primary, foreign and unique keys. */
  keys: string[];
  /** Indexes that a Prisma schema can say. */
  indexes: string[];
  /** What it cannot say, by name: partial indexes, checks, triggers, functions. */
  beyondPrisma: string[];
}

const OURS = "n.nspname = 'public' AND c.relname <> '_prisma_migrations'";

const QUERIES: Record<keyof Catalog, string> = {
  columns: `
    SELECT format('%s.%s %s%s default %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, coalesce(pg_get_expr(d.adbin, d.adrelid), 'none')) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE ${OURS} AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
  enums: `
    SELECT format('%s: %s', t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)) AS line
    FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY t.typname`,
  keys: `
    SELECT format('%s.%s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) AS line
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${OURS} AND k.contype IN ('p', 'f', 'u', 'x')`,
  indexes: `
    SELECT pg_get_indexdef(i.indexrelid) AS line
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${OURS} AND i.indpred IS NULL`,
  beyondPrisma: `
    SELECT format('index %s', ic.relname) AS line
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_class ic ON ic.oid = i.indexrelid
    WHERE ${OURS} AND i.indpred IS NOT NULL
    UNION ALL
    SELECT format('check %s', k.conname)
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${OURS} AND k.contype = 'c'
    UNION ALL
    SELECT format('trigger %s', t.tgname)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${OURS} AND NOT t.tgisinternal
    UNION ALL
    SELECT format('function %s', p.proname)
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.objid = p.oid AND x.deptype = 'e')`,
};

/** Reads the catalog of a database, without what an extension or Prisma's own bookkeeping brings. */
export async function readCatalog(url: string): Promise<Catalog> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const lines = async (query: string) =>
    (await client.query<{ line: string }>(query)).rows.map(({ line }) => line).sort();
  try {
    return {
      columns: await lines(QUERIES.columns),
      enums: await lines(QUERIES.enums),
      keys: await lines(QUERIES.keys),
      indexes: await lines(QUERIES.indexes),
      beyondPrisma: await lines(QUERIES.beyondPrisma),
    };
  } finally {
    await client.end();
  }
}
