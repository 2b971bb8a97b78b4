/** Who we say we are, to web servers and in robots.txt. */
export const ROBOT = "MintreuSupportBot";
export const USER_AGENT = `${ROBOT}/1.0 (documentation links and search)`;

/** What reading a documentation site may cost it and us. */
export const LIMITS = {
  /** Bytes of robots.txt that are obeyed: a parser must read 500 KiB at least, https://www.rfc-editor.org/rfc/rfc9309#name-limits */
  robotsBytes: 512 * 1024,
  /** Bytes of a list of pages, unpacked. */
  listBytes: 10 * 1024 * 1024,
  /** Lists that a list of lists may name. */
  lists: 20,
  /** For those lists (ms): a worker has the site for itself for no longer than two minutes. */
  listsMs: 40_000,
  pageBytes: 1024 * 1024,
  /** Characters of a page that are kept. */
  pageText: 100_000,
  /** For one answer (ms). */
  timeoutMs: 15_000,
  redirects: 5,
  /** For a site from its first page to its last (ms). */
  wholeMs: 30 * 60_000,
} as const;
