import { MAX_BODY, MAX_TITLE } from "../schema.ts";
import { type Known, mask } from "./mask.ts";
import { mentionedIn } from "./mentioned.ts";
import { trimmed } from "./trim.ts";

/** What was said in a conversation, and by whom. */
export interface Said {
  messages: { side: "requester" | "agents"; text: string }[];
  known: Known;
}

/** What is read of a conversation (characters), from its beginning: more than an article can hold, and no hours of work. */
const MOST_READ = 2 * MAX_BODY;
/** Longest heading (characters); a longer question is not one that is asked in a heading. */
const MAX_HEADING = 140;

/** An article made of a conversation: each question of the requester is a heading, what the agents answered stands below. */
export function articleOf({ subject, ...said }: Said & { subject: string }): { title: string; body: string } {
  const messages = first(said.messages);
  // From whole messages: greetings and signatures tell names that stand elsewhere, too.
  const others = [...said.known.others, ...mentionedIn([subject, ...messages.map(({ text }) => text)])];
  const known = { ...said.known, others };
  const parts = messages.map(({ side, text }) => ({ side, text: mask(trimmed(text), known) }));
  const title = mask(subject, known).trim().slice(0, MAX_TITLE) || "Untitled";
  const [opening] = parts;
  const body = parts.map(({ side, text }) => (side === "agents" ? text : asHeading(text, title)));
  const answered = parts.some(({ side, text }) => side === "agents" && text !== "");
  // Without an answer there is at least what was asked.
  const paragraphs = answered ? body : [...body, opening?.text ?? ""];
  return { title, body: cut(paragraphs.filter(Boolean).join("\n\n")) };
}

function first(messages: Said["messages"]): Said["messages"] {
  let read = 0;
  const end = messages.findIndex(({ text }) => {
    read += text.length;
    return read > MOST_READ;
  });
  return end < 0 ? messages : messages.slice(0, end);
}

function asHeading(text: string, title: string): string {
  const question = text.split(/(?<=[?？])\s|\n|(?<=[.!])\s/).find((sentence) => /[?？]$/.test(sentence.trim()));
  const heading = question?.trim().replace(/^[#>*\s-]+/, "") ?? "";
  if (heading === "" || heading.length > MAX_HEADING || heading === title) return "";
  return `## ${heading.charAt(0).toUpperCase()}${heading.slice(1)}`;
}

/** Between two paragraphs, so that nothing is left open. */
function cut(body: string): string {
  if (body.length <= MAX_BODY) return body;
  const end = body.lastIndexOf("\n\n", MAX_BODY);
  return body.slice(0, end > 0 ? end : MAX_BODY);
}
