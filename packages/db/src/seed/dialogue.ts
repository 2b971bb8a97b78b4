import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { known } from "./identity.ts";

const FOLDER = join(import.meta.dirname, "dialogues");

/** Statuses of a conversation, in the order of the database's type. */
export const STATUSES = ["new", "open", "pending", "on_hold", "resolved", "closed"] as const;
/** Where a conversation stands. */
export type Status = (typeof STATUSES)[number];

const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
/** How urgent a conversation is. */
export type Priority = (typeof PRIORITIES)[number];

const CATEGORIES = ["question", "installation", "licence", "billing", "bug", "feature", "account", "other"] as const;
const CHANNELS = ["portal", "chat", "email", "api"] as const;
const NOTE_READERS = ["agents", "desk"] as const;
const ASSIGNEES = ["me", "other", "nobody"] as const;

/** What somebody does in a dialogue. */
export type Deed =
  | { kind: "say"; text: string }
  /** `other`: a second agent writes; `status`: set in the same step. */
  | { kind: "reply"; text: string; other: boolean; status?: Status }
  | { kind: "note"; text: string; visibility: (typeof NOTE_READERS)[number] }
  | { kind: "status"; to: Status }
  | { kind: "priority"; to: Priority }
  | { kind: "assign"; to: (typeof ASSIGNEES)[number] }
  /** To the platform's desk. */
  | { kind: "transfer" };

/** A deed and how long it came after the one before, in milliseconds; none where the script leaves it open. */
export type Step = Deed & { after?: number };

/** One conversation as it is written in the folder `dialogues` (text files, so that no formatter touches what people wrote), its names not filled in yet. */
export interface Dialogue {
  subject: string;
  /** Slug; none for the platform. */
  product?: string;
  category: (typeof CATEGORIES)[number];
  channel: (typeof CHANNELS)[number];
  /** Local part of the requester's address, where the text fits one person only. */
  from?: string;
  /** What a follow-up calls it. */
  id?: string;
  /** The closed dialogue that this one follows up. */
  follows?: string;
  /** Days ago of its newest event. */
  ends?: number;
  /** `lead`: the desk's owner answers; `unread`: the requester has not read the last answer; `fresh`: just bought; `expired`: support has ended. */
  marks: ReadonlySet<string>;
  steps: readonly Step[];
}

/**
 * Reads every dialogue. One that names several products is one dialogue for each: ` | ` parts their subjects, `[[a|b|c]]`
 * their texts, and an empty part leaves something out.
 *
 * @throws Error with the subject of a script that cannot be read.
 */
export function readDialogues(): Dialogue[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
  return files.sort().flatMap((name) => {
    const scripts = readFileSync(join(FOLDER, name), "utf8").split(/^## /m).slice(1);
    return scripts.flatMap(readScript);
  });
}

function readScript(script: string): Dialogue[] {
  const [title = "", head = "", ...rest] = script.trim().split("\n");
  const settings = new Map(head.split(" ").map((word) => word.split("=", 2) as [string, string | undefined]));
  const products = settings.get("products")?.split(",") ?? [settings.get("product")];
  const subjects = title.split(" | ");
  try {
    if (subjects.length !== products.length) throw new Error(`${products.length} products`);
    return subjects.map((subject, index) => {
      const text = chooseVariant(rest.join("\n"), { index, of: products.length });
      return { ...readHead(settings), subject, product: products[index], steps: readSteps(text) };
    });
  } catch (error) {
    throw new Error(`cannot read the dialogue "${title}"`, { cause: error });
  }
}

function readHead(settings: ReadonlyMap<string, string | undefined>): Omit<Dialogue, "subject" | "product" | "steps"> {
  const ends = settings.get("ends");
  return {
    category: oneOf(CATEGORIES, settings.get("category")),
    channel: oneOf(CHANNELS, settings.get("channel")),
    from: settings.get("from"),
    id: settings.get("id"),
    follows: settings.get("follows"),
    ends: ends === undefined ? undefined : Number(ends),
    marks: new Set(settings.keys()),
  };
}

function chooseVariant(text: string, variant: { index: number; of: number }): string {
  return text.replace(/\[\[([\s\S]*?)\]\]/g, (whole, inside: string) => {
    const parts = inside.split("|");
    if (parts.length !== variant.of) throw new Error(`${variant.of} variants wanted: ${whole}`);
    return known(parts[variant.index], whole);
  });
}

function readSteps(text: string): Step[] {
  return text
    .split(/^:: /m)
    .slice(1)
    .map((block) => {
      const [line = "", ...lines] = block.split("\n");
      const [deed = "", delay] = line.split(" after ");
      const step = readDeed(deed.trim().split(" "), lines.join("\n").trim());
      return delay ? { ...step, after: readDelay(delay) } : step;
    });
}

function readDeed([verb, ...words]: string[], text: string): Deed {
  switch (verb) {
    case "customer":
      return { kind: "say", text };
    case "agent": {
      const status = words.find((word) => word !== "other");
      return {
        kind: "reply",
        text,
        other: words.includes("other"),
        status: status ? oneOf(STATUSES, status) : undefined,
      };
    }
    case "note":
      return { kind: "note", text, visibility: oneOf(NOTE_READERS, words[0]) };
    case "status":
      return { kind: "status", to: oneOf(STATUSES, words[0]) };
    case "priority":
      return { kind: "priority", to: oneOf(PRIORITIES, words[0]) };
    case "assign":
      return { kind: "assign", to: oneOf(ASSIGNEES, words[0]) };
    case "transfer":
      return { kind: "transfer" };
    default:
      throw new Error(`nobody can "${verb}"`);
  }
}

function readDelay(text: string): number {
  const unit = { m: 60_000, h: 3_600_000, d: 86_400_000 }[text.slice(-1)];
  return Number(text.slice(0, -1)) * known(unit, `delay "${text}"`);
}

function oneOf<T extends string>(list: readonly T[], word: string | undefined): T {
  return known(
    list.find((item) => item === word),
    `"${word}" among ${list.join(", ")}`,
  );
}
