import type { Page } from "playwright-core";

/** What the address of a screen needs from the demo. */
export interface Samples {
  /** A conversation of Mara's with Ivo that goes on. */
  ticket: string;
  /** One of Mara's that is closed. */
  closedTicket: string;
  /** One of Ivo's desk that is closed. */
  closedAtDesk: string;
  /** Ivo's desk. */
  desk: string;
  /** An article of Ivo's desk. */
  article: string;
  /** Slug of a product of Mara's. */
  product: string;
}

/** One screen of an app. */
export interface Screen {
  app: "customer" | "console";
  name: string;
  path: (samples: Samples) => string;
  /** Who looks at it: Mara or Ivo, unless it says otherwise. */
  by?: "admin" | "nobody";
  /** What a person does there before it looks as its name says. */
  reach?: (page: Page) => Promise<void>;
  /** Answers with this instead of 200. */
  status?: number;
}

const at = (path: string) => () => path;
const NOT_FOUND = 404;

/** What nobody has written. */
export const NO_WORD = "xyzzyxqq";

/** A long address of somebody who is mailed a link. */
export const MAILED_TO = `${"somebody.with.a.long.name".repeat(2)}@mail.of-a-long-company-name.example`;

/** Every screen there is. A new one is a line here, and all that holds for screens is proved for it. */
export const SCREENS: Screen[] = [
  { app: "customer", name: "home", path: at("/") },
  { app: "customer", name: "tickets", path: at("/conversations") },
  { app: "customer", name: "tickets, waiting", path: at("/conversations?state=waiting") },
  { app: "customer", name: "tickets, nothing found", path: at("/conversations?q=xyzzyx") },
  { app: "customer", name: "new ticket", path: at("/conversations/new") },
  { app: "customer", name: "new ticket, errors", path: at("/conversations/new"), reach: submitEmpty },
  { app: "customer", name: "conversation", path: ({ ticket }) => `/conversations/${ticket}` },
  { app: "customer", name: "conversation, closed", path: ({ closedTicket }) => `/conversations/${closedTicket}` },
  { app: "customer", name: "products", path: at("/products") },
  { app: "customer", name: "product", path: ({ product }) => `/products/${product}` },
  { app: "customer", name: "new ticket, answers", path: at("/conversations/new"), reach: askSomething },
  { app: "customer", name: "help", path: at("/help") },
  { app: "customer", name: "help, article", path: at("/help/articles/first-invoice-with-ledgerleaf") },
  { app: "customer", name: "help, search", path: at("/help/search?q=licence") },
  { app: "customer", name: "visitor, help", path: at("/help"), by: "nobody" },
  { app: "customer", name: "visitor, start", path: at("/"), by: "nobody" },
  { app: "customer", name: "visitor, collection", path: at("/help/collections/licences"), by: "nobody" },
  { app: "customer", name: "visitor, product", path: ({ product }) => `/help/products/${product}`, by: "nobody" },
  { app: "customer", name: "visitor, article", path: at("/help/articles/find-your-licence-key"), by: "nobody" },
  {
    app: "customer",
    name: "visitor, vote",
    path: at("/help/articles/find-your-licence-key"),
    by: "nobody",
    reach: voteNo,
  },
  { app: "customer", name: "visitor, search", path: at("/help/search?q=licence"), by: "nobody" },
  { app: "customer", name: "visitor, while typing", path: at("/help"), by: "nobody", reach: typeInto("licence") },
  { app: "customer", name: "visitor, nothing found", path: at(`/help/search?q=${NO_WORD}`), by: "nobody" },
  {
    app: "customer",
    name: "visitor, nothing here",
    path: at("/help/articles/nothing-here"),
    by: "nobody",
    status: NOT_FOUND,
  },
  { app: "customer", name: "nothing here", path: at("/nothing-here"), status: NOT_FOUND },
  { app: "customer", name: "sign-in", path: at("/sign-in"), by: "nobody" },
  { app: "customer", name: "sign-in, refused", path: at("/sign-in?error=Verification"), by: "nobody" },
  { app: "customer", name: "sign-in, wrong app", path: at("/sign-in?error=WrongApp"), by: "nobody" },
  { app: "customer", name: "link", path: at(`/sign-in/link?token=x&email=${MAILED_TO}`), by: "nobody" },
  { app: "customer", name: "link sent", path: at("/sign-in/sent"), by: "nobody" },
  { app: "customer", name: "demo", path: at("/demo"), by: "nobody" },
  { app: "console", name: "mine", path: at("/mine") },
  { app: "console", name: "unassigned", path: at("/unassigned") },
  { app: "console", name: "open", path: at("/open") },
  { app: "console", name: "resolved", path: at("/resolved") },
  { app: "console", name: "empty view", path: at("/mine?product=00000000-0000-4000-8000-000000000000") },
  { app: "console", name: "conversation", path: ({ ticket }) => `/open/${ticket}` },
  { app: "console", name: "conversation, note", path: ({ ticket }) => `/open/${ticket}`, reach: press("n") },
  {
    app: "console",
    name: "conversation, status menu",
    path: ({ ticket }) => `/open/${ticket}`,
    reach: press("s", "menu"),
  },
  { app: "console", name: "conversation, closed", path: ({ closedAtDesk }) => `/resolved/${closedAtDesk}` },
  { app: "console", name: "shortcuts", path: at("/open"), reach: press("?", "dialog") },
  { app: "console", name: "palette", path: at("/open"), reach: press("Control+k", "dialog") },
  { app: "console", name: "another's desk", path: ({ desk }) => `/open?desk=${desk}`, by: "admin" },
  {
    app: "console",
    name: "another's conversation",
    path: ({ desk, ticket }) => `/open/${ticket}?desk=${desk}`,
    by: "admin",
  },
  { app: "console", name: "mail log", path: at("/mail"), by: "admin" },
  { app: "console", name: "mail", path: at("/mail"), by: "admin", reach: openMail },
  {
    app: "console",
    name: "conversation, an article",
    path: ({ ticket }) => `/open/${ticket}`,
    reach: press("Control+j", "dialog"),
  },
  { app: "console", name: "search, while typing", path: at("/open"), reach: find("refund") },
  { app: "console", name: "search", path: at("/search?q=licence") },
  { app: "console", name: "search, nothing found", path: at(`/search?q=${NO_WORD}`) },
  { app: "console", name: "articles", path: at("/knowledge") },
  { app: "console", name: "articles of every desk", path: at("/knowledge"), by: "admin" },
  { app: "console", name: "articles, nothing found", path: at("/knowledge?q=xyzzyx&due=1") },
  { app: "console", name: "article, new", path: at("/knowledge"), reach: press("c", "dialog") },
  { app: "console", name: "article, written", path: ({ article }) => `/knowledge/${article}`, reach: untilWritable },
  { app: "console", name: "article, preview", path: ({ article }) => `/knowledge/${article}`, reach: openPreview },
  {
    app: "console",
    name: "article, history",
    path: ({ article }) => `/knowledge/${article}`,
    reach: openBeside("history"),
  },
  {
    app: "console",
    name: "article, details",
    path: ({ article }) => `/knowledge/${article}`,
    reach: openBeside("details"),
  },
  { app: "console", name: "articles, import", path: at("/knowledge"), reach: openDialog },
  { app: "console", name: "collections", path: at("/knowledge/collections") },
  { app: "console", name: "collection, new", path: at("/knowledge/collections"), reach: press("c", "dialog") },
  { app: "console", name: "figures", path: at("/knowledge/figures"), by: "admin" },
  { app: "console", name: "search settings", path: at("/knowledge/search"), by: "admin" },
  { app: "console", name: "documentation", path: at("/documentation") },
  { app: "console", name: "documentation, new link", path: at("/documentation"), reach: openDialog },
  { app: "console", name: "help", path: at("/help") },
  { app: "console", name: "help, article", path: at("/help/articles/first-invoice-with-ledgerleaf") },
  { app: "console", name: "nothing here", path: at("/nothing/here/at/all"), status: NOT_FOUND },
  { app: "console", name: "sign-in", path: at("/sign-in"), by: "nobody" },
  { app: "console", name: "link", path: at(`/sign-in/link?token=x&email=${MAILED_TO}`), by: "nobody" },
  { app: "console", name: "link sent", path: at("/sign-in/sent"), by: "nobody" },
  { app: "console", name: "demo", path: at("/demo"), by: "nobody" },
];

/** Searches on the page, and waits for what is found. */
function typeInto(text: string) {
  return async (page: Page) => {
    await page.locator('input[name="q"]').fill(text);
    await page.locator('[role="listbox"] [role="option"]').first().waitFor();
  };
}

async function voteNo(page: Page): Promise<void> {
  await page.locator("button[aria-pressed]").last().click();
  await page.locator('main input[type="radio"]').first().waitFor();
}

/** Begins a question that has an answer. */
async function askSomething(page: Page): Promise<void> {
  await page.locator('input[name="subject"]').pressSequentially("My licence key is gone");
  await page.locator("#answers").locator("..").getByRole("listitem").first().waitFor();
}

async function submitEmpty(page: Page): Promise<void> {
  await page.locator('button[type="submit"]').last().click();
  await page.locator('[aria-invalid="true"]').first().waitFor();
}

function press(key: string, role?: "menu" | "dialog") {
  return async (page: Page) => {
    await page.keyboard.press(key);
    if (role) await page.getByRole(role).waitFor();
    else await page.locator("textarea:focus").waitFor();
  };
}

/** Finds something from anywhere, and waits for what is found. */
function find(text: string) {
  return async (page: Page) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").fill(text);
    await page.locator('[role="option"][id*="-hit-"]').first().waitFor();
  };
}

/** Opens the first dialog that a page offers. */
async function openDialog(page: Page): Promise<void> {
  await page.locator('main button[aria-haspopup="dialog"]').first().click();
  await page.getByRole("dialog").waitFor();
}

async function openMail(page: Page): Promise<void> {
  await page.locator('a[href^="/mail/"]').first().click();
  await page.locator("h1").filter({ visible: true }).first().waitFor();
}

async function untilWritable(page: Page): Promise<void> {
  await page.locator(".ProseMirror").waitFor();
}

async function openPreview(page: Page): Promise<void> {
  await untilWritable(page);
  // The second that stays pressed, whatever its name is in the language.
  await page.locator("main header button[aria-pressed]").nth(1).click();
  await page.locator("article .article-text").waitFor();
}

function openBeside(what: "history" | "details") {
  return async (page: Page) => {
    await untilWritable(page);
    await page
      .locator('main header button[aria-haspopup="dialog"]')
      .nth(what === "history" ? 0 : 1)
      .click();
    await page.getByRole("dialog").waitFor();
  };
}
