/** What an action is before it has a name in a language (`actions.<id>` in the messages) and somebody to run it. */
interface ActionShape {
  group: "list" | "go" | "conversation" | "article" | "app";
  /** Keys as Kbd takes them; "g m" is g, then m. The first is shown. None: it is only in the palette. */
  keys: readonly string[];
}

/**
 * Everything that can be done by a key. Shortcuts, the sheet behind `?` and the palette are made from this; a screen says
 * by `useAction` what an action does while it is there.
 */
export const ACTIONS = {
  next: { group: "list", keys: ["j"] },
  previous: { group: "list", keys: ["k"] },
  open: { group: "list", keys: ["o"] },
  back: { group: "list", keys: ["u"] },
  filter: { group: "list", keys: ["f"] },
  newArticle: { group: "list", keys: ["c"] },
  showUpdates: { group: "list", keys: ["."] },
  goMine: { group: "go", keys: ["g m"] },
  goUnassigned: { group: "go", keys: ["g u"] },
  goOpen: { group: "go", keys: ["g o"] },
  goResolved: { group: "go", keys: ["g r"] },
  goKnowledge: { group: "go", keys: ["g k"] },
  goCollections: { group: "go", keys: ["g c"] },
  goFigures: { group: "go", keys: ["g f"] },
  goDocumentation: { group: "go", keys: ["g d"] },
  goHelp: { group: "go", keys: ["g h"] },
  goRelevance: { group: "go", keys: ["g s"] },
  goMail: { group: "go", keys: ["g l"] },
  reply: { group: "conversation", keys: ["r"] },
  note: { group: "conversation", keys: ["n"] },
  assign: { group: "conversation", keys: ["a"] },
  assignToMe: { group: "conversation", keys: ["i"] },
  status: { group: "conversation", keys: ["s"] },
  priority: { group: "conversation", keys: ["p"] },
  resolveAndNext: { group: "conversation", keys: ["e"] },
  insertArticle: { group: "conversation", keys: ["mod+j"] },
  makeArticle: { group: "conversation", keys: [] },
  details: { group: "conversation", keys: ["["] },
  copyLink: { group: "conversation", keys: [] },
  saveArticle: { group: "article", keys: ["mod+s"] },
  publishArticle: { group: "article", keys: ["mod+enter"] },
  palette: { group: "app", keys: ["mod+k", "/"] },
  shortcuts: { group: "app", keys: ["?"] },
} as const satisfies Record<string, ActionShape>;

/** The name of an action. */
export type ActionId = keyof typeof ACTIONS;

/** Groups in the order in which people read them. */
export const GROUPS = ["list", "go", "conversation", "article", "app"] as const satisfies ActionShape["group"][];

/** Every action, in the registry's order. */
export const ACTION_IDS = Object.keys(ACTIONS) as ActionId[];

/** The keys that an action shows beside its name; none where it has no key. */
export function keysOf(id: ActionId): string | undefined {
  return ACTIONS[id].keys[0];
}
