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
  { app: "customer", name: "nothing here", path: at("/nothing-here"), status: NOT_FOUND },
  { app: "customer", name: "sign-in", path: at("/sign-in"), by: "nobody" },
  { app: "customer", name: "sign-in, refused", path: at("/sign-in?error=Verification"), by: "nobody" },
  { app: "customer", name: "sign-in, wrong app", path: at("/sign-in?error=WrongApp"), by: "nobody" },
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
  { app: "console", name: "nothing here", path: at("/nothing/here/at/all"), status: NOT_FOUND },
  { app: "console", name: "sign-in", path: at("/sign-in"), by: "nobody" },
  { app: "console", name: "link sent", path: at("/sign-in/sent"), by: "nobody" },
  { app: "console", name: "demo", path: at("/demo"), by: "nobody" },
];

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

async function openMail(page: Page): Promise<void> {
  await page.locator('a[href^="/mail/"]').first().click();
  await page.locator("h1").filter({ visible: true }).first().waitFor();
}
