/** One line of the law on who may import whom. Paths are from the repository; a package is written `npm:name/path`. */
export interface Rule {
  /** The files it speaks of, */
  from: RegExp;
  /** but not these. */
  except?: RegExp;
  /** What they must not import, */
  to: RegExp;
  /** but these they may. */
  unless?: RegExp;
  /** Types may be imported all the same: they are gone when the code runs. */
  typesAllowed?: true;
  why: string;
}

const TEST = /\.test\.tsx?$|\/testing\/|^scripts\/|^bench\/|^e2e\//;
const BROWSER_SAFE = /^packages\/api\/src\/(.*\/(schema|events|rules)|core\/text|client\/.*)\.tsx?$/;
const KNOWS_TRPC = /^packages\/api\/src\/(trpc|root|.*\/router|live\/.*|client\/.*|server\/.*)\.ts$/;
const DOMAIN =
  "conversations|chat|articles|search|people|desks|sla|mail|notifications|files|metrics|privacy|marketplace|documentation|community";
const TOUCHES_DATABASE = new RegExp(`^packages/api/src/(${DOMAIN}|core|live|server)/`);

/** Imports run one way: apps → ui → (types and browser-safe files of) api, apps → api → db. */
export const RULES: Rule[] = [
  { from: /^packages\/db\//, to: /^(packages\/(api|ui|widget)|apps)\//, why: "db is below everything" },
  { from: /^packages\/api\//, to: /^(packages\/(ui|widget)|apps)\//, why: "api knows no screen" },
  { from: /^packages\/ui\//, to: /^apps\//, why: "ui serves both apps" },
  { from: /^apps\/customer\//, to: /^apps\/console\//, why: "the apps do not know each other" },
  { from: /^apps\/console\//, to: /^apps\/customer\//, why: "the apps do not know each other" },
  { from: /^packages\/(ui|widget)\//, to: /^packages\/db\/|^npm:(pg|@prisma)\b/, why: "ui has no database" },
  {
    from: /^apps\//,
    except: TEST,
    to: /^packages\/db\/|^npm:(pg|@prisma)\b/,
    why: "apps have no business rules: ask api",
  },
  {
    from: /^packages\/(ui|widget)\//,
    except: TEST,
    to: /^packages\/api\//,
    unless: BROWSER_SAFE,
    typesAllowed: true,
    why: "the rest of api must not reach a browser",
  },
  {
    from: BROWSER_SAFE,
    except: TEST,
    to: /^packages\/|^node:|^npm:(pg|pg-boss|ws|next-auth|@trpc\/server)\b/,
    unless: new RegExp(`${BROWSER_SAFE.source}|^npm:@trpc/server/observable$`),
    typesAllowed: true,
    why: "schema, events, rules and client must stay safe in a browser",
  },
  {
    from: /^packages\/api\/src\//,
    except: new RegExp(`${KNOWS_TRPC.source}|${TEST.source}`),
    to: /^npm:@trpc\//,
    why: "use cases need no tRPC: only trpc.ts, root.ts, router.ts, live, client and server know it",
  },
  {
    from: /^packages\/api\/src\//,
    except: new RegExp(`${TOUCHES_DATABASE.source}|${TEST.source}`),
    to: /^packages\/db\/|^npm:(pg|@prisma)\b/,
    typesAllowed: true,
    why: "only domains, core, live and server touch the database",
  },
  // A file that a domain keeps to itself ends in one of these names. `access.ts` is not among them: it is everybody's only
  // way to a conversation.
  ...DOMAIN.split("|").map((domain) => ({
    from: new RegExp(`^packages/api/src/(?!${domain}/)(${DOMAIN})/`),
    except: TEST,
    to: new RegExp(`^packages/api/src/${domain}/(.*[-/])?(queries|sql|router)\\.ts$`),
    why: `what ${domain} asks its tables is its own: call one of its use cases`,
  })),
];

/** Files that may read the environment: where settings are checked, and what runs outside the system. */
export const READS_ENVIRONMENT =
  /(^|\/)env\.ts$|\.config\.(ts|mjs)$|^(scripts|bench|e2e)\/|\.test\.tsx?$|\/testing\/|^packages\/db\/src\/generate\.ts$/;

/** Files that are started or read by a tool rather than imported. */
export const STARTED =
  /\.test\.tsx?$|\/testing\/|\.d\.ts$|^packages\/db\/src\/(generate|schema-sql|postgres\/keeper)\.ts$|^packages\/api\/src\/(server\/worker|articles\/render\/worker|documentation\/reading\/thread)\.ts$/;

/** Lines a file may have. */
export const MOST_LINES = 400;
