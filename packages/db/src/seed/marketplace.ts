import { known, seedId } from "./identity.ts";
import { ADMINS, AMINA_DESK, DEVELOPERS, type DemoPerson, IVO_DESK, PLATFORM_DESK } from "./people.ts";

/** A desk of the demo. */
export interface DemoDesk {
  id: string;
  kind: "platform" | "developer";
  slug: string;
  name: string;
  tiers: number;
  /** Its agents, the owner first. */
  members: { person: DemoPerson; tier: number }[];
}

/** A product of the demo. */
export interface DemoProduct {
  id: string;
  slug: string;
  name: string;
  tagline: string;
  description: string;
  version: string;
  /** Releases before the newest, which purchases still run. */
  older: readonly string[];
  hue: number;
  deskId: string;
  /** Names of the licences it is sold under. */
  licences: readonly string[];
}

function desk(slug: string, name: string, members: readonly [email: string, tier: number][]): DemoDesk {
  const everyone = [...DEVELOPERS, ...ADMINS];
  return {
    id: seedId(`desk ${slug}`),
    kind: slug === PLATFORM_DESK ? "platform" : "developer",
    slug,
    name,
    tiers: Math.max(...members.map(([, tier]) => tier)),
    members: members.map(([email, tier]) => ({
      person: known(
        everyone.find((person) => person.email === `${email}@example.com`),
        email,
      ),
      tier,
    })),
  };
}

/** The platform's desk, held by the admins. */
export const PLATFORM = desk(PLATFORM_DESK, "Mintreu Support", [
  ["grace", 2],
  ["henrik", 1],
  ["meiling", 1],
]);

/** The platform's desk first, then one of each developer. */
export const DESKS: readonly DemoDesk[] = [
  PLATFORM,
  desk(IVO_DESK, "Petrov Software", [
    ["ivo", 2],
    ["zsofia", 1],
    ["tomas", 1],
  ]),
  desk(AMINA_DESK, "Diallo Data Tools", [
    ["amina", 2],
    ["jonas", 1],
  ]),
  desk("halden-visual", "Halden Visual", [["noor", 1]]),
  desk("lowtide-studio", "Lowtide Studio", [["kenji", 1]]),
];

const product = (
  [desk, slug, name, hue]: readonly [desk: string, slug: string, name: string, hue: number],
  releases: readonly string[],
  rest: Pick<DemoProduct, "tagline" | "description" | "licences">,
): DemoProduct => ({
  id: seedId(`product ${slug}`),
  slug,
  name,
  version: known(releases[0], `release of ${slug}`),
  older: releases.slice(1),
  hue,
  deskId: seedId(`desk ${desk}`),
  ...rest,
});

const SEATS = ["Personal", "Team", "Studio"] as const;

/** The twelve products. */
export const PRODUCTS: readonly DemoProduct[] = [
  product([IVO_DESK, "ledgerleaf", "Ledgerleaf", 146], ["4.2.1", "4.1.0", "3.9.4"], {
    tagline: "Invoices and taxes for people who would rather do their work",
    description:
      "Ledgerleaf writes invoices, reminds late payers and prepares the VAT return for **31 countries**. Everything stays in one file on your own computer.\n\nRecurring invoices, quotes and time sheets are included, not extra.",
    licences: ["Personal", "Team"],
  }),
  product([IVO_DESK, "vaultmirror", "Vaultmirror", 212], ["3.8.0", "3.7.2", "3.5.1"], {
    tagline: "Backups that prove that they can be restored",
    description:
      "Vaultmirror copies your folders to a disk, a server or a cloud of your choice, encrypted before they leave. Once a week it *restores* a sample and compares it, so that you find out before you need it.\n\nRuns on macOS, Windows and Linux, with a window or without one.",
    licences: SEATS,
  }),
  product([IVO_DESK, "pinenote", "Pinenote", 96], ["2.14.3", "2.13.0", "2.11.5"], {
    tagline: "Quiet notes that belong to you",
    description:
      "A notebook of plain Markdown files with a calm editor, nested lists and tasks. Syncs between your devices, end-to-end encrypted. Works for weeks without a network.",
    licences: ["Personal", "Family"],
  }),
  product([AMINA_DESK, "tusker", "Tusker", 28], ["5.1.0", "5.0.3", "4.8.2"], {
    tagline: "The PostgreSQL window that thinks before it runs",
    description:
      "Browse, query and compare PostgreSQL databases. Tusker shows what a statement *would* do before it does it, and keeps a history that you can search.\n\n- schema diff for your pipeline\n- tunnels and poolers\n- no telemetry",
    licences: SEATS,
  }),
  product([AMINA_DESK, "hookline", "Hookline", 340], ["1.9.2", "1.8.0", "1.6.4"], {
    tagline: "Clients, mocks and webhooks from one API description",
    description:
      "Write your API down once; Hookline generates typed clients for six languages, a mock server that behaves, and webhooks that verify. Shared templates keep a team's clients alike.",
    licences: ["Personal", "Team", "Enterprise"],
  }),
  product([AMINA_DESK, "logsift", "logsift", 188], ["0.24.1", "0.23.0", "0.21.7"], {
    tagline: "grep for logs that knows what time it is",
    description:
      "A single binary that searches gigabytes of logs by field, level and time. Understands JSON, logfmt and the formats that nobody wrote down. `--plot` draws in your terminal.",
    licences: ["Personal", "Site"],
  }),
  product(["halden-visual", "batchlight", "Batchlight", 48], ["7.0.4", "6.9.1", "6.5.0"], {
    tagline: "A thousand photos, one recipe",
    description:
      "Batchlight crops, straightens, resizes, marks and exports whole folders of photographs after recipes that you build once. Reads 600 kinds of RAW and uses the graphics card where there is one.",
    licences: ["Personal", "Studio"],
  }),
  product(["halden-visual", "fjord-grotesk", "Fjord Grotesk", 228], ["1.31", "1.30", "1.2"], {
    tagline: "A typeface with cold hands and a warm heart",
    description:
      "Eighteen styles from Hairline to Black, drawn for screens and long tables. Real small caps, eleven sets of figures and arrows for every direction. Files for desktop, web and app.",
    licences: ["Desktop", "Web", "Studio"],
  }),
  product(["halden-visual", "paperkite", "Paperkite", 8], ["3.2.0", "3.1.4", "2.9.0"], {
    tagline: "A theme for shops and journals that reads like paper",
    description:
      "Paperkite gives a site generous margins, fast pages and a shop that doesn't shout. Forty blocks, no page builder needed. Translated into 14 languages by its users.",
    licences: ["Single site", "Agency"],
  }),
  product(["lowtide-studio", "tidal-plate", "Tidal Plate", 264], ["2.6.0", "2.5.2", "2.3.1"], {
    tagline: "A plate reverb the size of a harbour",
    description:
      "A reverb plug-in (VST3, AU, AAX) modelled on three plates that hung in a boathouse. Tape and chorus modulation, 120 presets, light enough for every track.",
    licences: ["Personal", "Studio"],
  }),
  product(["lowtide-studio", "mossgrove", "Mossgrove", 120], ["1.8", "1.7", "1.5"], {
    tagline: "1,400 hand-drawn pixels of forest for your game",
    description:
      "Tiles, creatures, icons and effects of an old forest, animated, in 16 and 32 pixels. Ready for Godot, Unity and Tiled, with layered sources.\n\nNew creatures every season, free for those who own the pack.",
    licences: ["Indie", "Studio"],
  }),
  product(["lowtide-studio", "tabkeeper", "Tabkeeper", 308], ["6.3.2", "6.2.0", "5.9.9"], {
    tagline: "Close them all. They'll be there tomorrow",
    description:
      "A browser extension that saves tabs as named sets and brings them back as they were, window by window. Syncs through any folder. Nothing is sent to us, because there is nowhere to send it.",
    licences: ["Personal", "Team"],
  }),
];
