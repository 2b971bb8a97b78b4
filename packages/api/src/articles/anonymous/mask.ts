import { isIPv6 } from "node:net";
import { maskStreets } from "./streets.ts";
import { maskUrls } from "./urls.ts";

/** Who takes part in a conversation, as far as a text may name them. */
export interface Known {
  /** The requester's: masked however they are written. */
  names: readonly string[];
  /** Those of agents and of whoever else is named: masked where they are written as names. */
  others: readonly string[];
  /** Mail addresses, of which the part before the @ is masked as well. */
  emails: readonly string[];
}

interface Mask {
  /** Every repetition is bounded: a text cannot make a search slow. */
  find: RegExp;
  instead: string | ((match: string, ...groups: string[]) => string);
}

const HAS_DIGIT = /\d/;
const HAS_LETTER = /[a-z]/i;

/** Numbers by which somebody is known to somebody: `order 1042`, `invoice no. A-7`, `licence key: …`. */
const NUMBERED =
  /\b((?:order|invoice|receipt|transaction|payment|reference|customer|account|licen[cs]e|serial|purchase|ticket|case|subscription|bestellung|bestell|rechnungs?|kunden|commande|facture|pedido|factura)(?:[ -]?(?:number|no\.?|nr\.?|nummer|id|key|code|num[eé]ro))?\s{0,2}(?:is|was|:|=|#|lautet)?\s{0,2})([a-z0-9][\w/-]{2,60})/gi;

/** What is said to be secret. */
const SECRET =
  /\b((?:password|passwort|kennwort|passphrase|passcode|pin|secret|token|api[ -]?key|access[ -]?key|mot de passe|contraseña)\s{0,2}(?:is|was|:|=|lautet)\s{0,2})(\S{3,200})/gi;

/** In this order: what is longer and surer first. */
const MASKS: readonly Mask[] = [
  { find: /-----BEGIN [A-Z ]{1,40}-----[\s\S]{1,10000}?-----END [A-Z ]{1,40}-----/g, instead: "[key]" },
  { find: /\beyJ[\w-]{5,4000}\.[\w-]{5,8000}(?:\.[\w-]{0,4000})?/g, instead: "[key]" },
  { find: SECRET, instead: (_, about) => `${about}[key]` },
  { find: /[^\s@<>()[\]"',;:|]{1,64}@[^\s@<>()[\]"',;:|/]{1,190}\.[a-z]{2,24}/giu, instead: "[email]" },
  { find: /[\w.+-]{1,64} ?[[(]at[\])] ?[\w-]{1,63}(?: ?[[(]dot[\])] ?|\.)\w{2,24}/gi, instead: "[email]" },
  { find: /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, instead: "[key]" },
  { find: /\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b/gi, instead: "[address]" },
  { find: /(?<![\w:])[0-9a-f:]{0,40}:[0-9a-f:.]{2,45}(?:%\w{1,16})?(?:\/\d{1,3})?(?![\w:])/gi, instead: ipv6 },
  {
    find: /\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\/\d{1,2})?(?::\d{1,5})?\b(?!\.\d)/g,
    instead: "[address]",
  },
  { find: /\b(?:sk|pk|rk|ghp|gho|ghs|glpat|xox[abp]|AKIA|SG|whsec)[_.-]?\w[\w.-]{11,200}/g, instead: "[key]" },
  { find: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b/g, instead: "[number]" },
  { find: /\b[a-z0-9]{3,12}(?:-[a-z0-9]{3,12}){2,10}\b/gi, instead: key },
  { find: /\b(?:[A-Z0-9]{4,8}[ ]){3,8}[A-Z0-9]{4,8}\b/g, instead: key },
  { find: /[A-Za-z0-9+/]{40,4000}={0,2}/g, instead: token },
  { find: /\b[\w-]{16,4000}={0,2}/g, instead: token },
  { find: NUMBERED, instead: (match, about, number) => (HAS_DIGIT.test(number ?? "") ? `${about}[number]` : match) },
  {
    find: /\b(?:ORD|ORDER|INV|PO|TXN|PAY|CUST|KD|REF|LIC|SUB|PUR|RCPT|RE|RG|MNT|MINT)[-_ ]?#?\d[\w-]{2,30}/gi,
    instead: "[number]",
  },
  { find: /(?<![\w/])#\d{3,12}\b/g, instead: "[number]" },
  { find: /(?<![\w.])(?:\+|00)\d{1,3}[\d\s()./-]{5,20}\d(?!\w)/g, instead: "[phone]" },
  { find: /(?<![\w.])\(?\d{2,5}\)?[ /.-]{1,2}\d[\d ()/.-]{4,18}\d(?![\w])/g, instead: phone },
  { find: /(?<![\w.,])\d{6,24}(?![\w.]*\w)/g, instead: "[number]" },
  { find: /((?:\/home|\/Users|[A-Z]:\\Users)[/\\])[^/\\\s"'`]{1,60}/gi, instead: (_, folder) => `${folder}[name]` },
];

/**
 * A text without what tells who wrote it: names that are known, addresses, phone numbers, keys, numbers of orders. Each leaves a
 * word that says what was there.
 * Rather too much than too little: an editor looks at the draft, and puts back what was no secret.
 */
export function mask(text: string, known: Known): string {
  let masked = maskStreets(maskUrls(text.normalize("NFC")));
  for (const email of known.emails) masked = maskWords(masked, [email], "[email]", "giu");
  for (const { find, instead } of MASKS) {
    masked = typeof instead === "string" ? masked.replace(find, instead) : masked.replace(find, instead);
  }
  masked = maskWords(masked, known.emails.flatMap(loginOf), "[name]", "giu");
  masked = maskWords(masked, wordsOfNames(known.names), "[name]", "giu");
  masked = maskWords(masked, wordsOfNames(known.others), "[name]", "gu");
  return masked.replace(/\[name\](?:[ '’.-]{1,2}\[name\])+/g, "[name]");
}

/** The whole name first, then each word of it that is no initial. */
function wordsOfNames(names: readonly string[]): string[] {
  return names
    .flatMap((name) => [name, ...name.split(/[\s,]+/)])
    .filter((word) => word.replace(/\P{L}/gu, "").length > 1);
}

/** Mailboxes that are nobody's name, and words that a text may be about. */
const SHARED =
  /^(?:info|mail|e-?mail|office|contact|hello|admin|support|sales|team|billing|service|test|shop|web|dev|it)$/i;

/** What stands before the @: often a name, and what one signs in with elsewhere. */
function loginOf(email: string): string[] {
  const [login = ""] = email.split("@");
  return SHARED.test(login) ? [] : [login];
}

function maskWords(text: string, words: readonly string[], instead: string, flags: "giu" | "gu"): string {
  return words.reduce((masked, word) => {
    const literal = word.normalize("NFC").replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    if (literal.length < 2) return masked;
    // A name in one of our own masks is none.
    const alone = new RegExp(`(?<![\\p{L}\\p{N}_[])${literal}(?![\\p{L}\\p{N}_\\]])`, flags);
    return masked.replace(alone, instead);
  }, text);
}

function ipv6(match: string): string {
  const address = match.replace(/\/\d+$/, "").split("%")[0] ?? "";
  return isIPv6(address) ? "[address]" : match;
}

/** A licence key has digits in more than one group, or is written in capitals; words with hyphens between them are neither. */
function key(match: string): string {
  const date = /^\d{4}-\d{2}-\d{2}/.test(match);
  const numbered = match.split(/[- ]/).filter((group) => HAS_DIGIT.test(group)).length;
  return !date && (numbered >= 2 || (HAS_LETTER.test(match) && match === match.toUpperCase())) ? "[key]" : match;
}

/** Long, and letters and digits mixed, or digits alone: what nobody writes by hand. A path is words with slashes between. */
function token(match: string): string {
  const digits = match.replace(/\D/g, "").length;
  if (match.includes("/") && !match.includes("+") && !/[A-Za-z0-9]{20}/.test(match)) return match;
  return (digits >= 2 && HAS_LETTER.test(match)) || /^\d+$/.test(match) ? "[key]" : match;
}

/** Digits in groups are a phone number unless they are a date, a version or a size. */
function phone(match: string): string {
  const digits = match.replace(/\D/g, "").length;
  const date = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b/.test(match);
  return digits >= 7 && digits <= 15 && !date && !/^\d+(\.\d+)+$/.test(match) ? "[phone]" : match;
}
