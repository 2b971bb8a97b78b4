/** The two apps; a session is for one of them. */
export type App = "customer" | "console";

export type Role = "customer" | "developer" | "admin";

/** Who asks: a signed-in person in one of the apps. What they may do is loaded with what they do it to, never kept here. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly app: App;
  readonly sessionId: string;
}

/** The app that people of a role work in. */
export const APP_OF_ROLE: Record<Role, App> = { customer: "customer", developer: "console", admin: "console" };
