/** How people greet, for a regular expression. */
export const GREETING =
  "hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|hallo|moin|servus|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|salut|ch[eè]re?|hola|buen[oa]s (?:d[ií]as|tardes)|estimad[oa]|ciao|buongiorno|ol[aá]";
/** How they take leave. */
export const FAREWELL =
  "(?:(?:kind|best|warm|many|with kind|with best) )?(?:regards|wishes)|best|cheers|sincerely|yours(?: \\w+)?|thanks?(?: you)?(?: (?:so much|very much|a lot|again|in advance|and \\w+ regards))?|many thanks|thx|take care|talk soon|mit freundlichen gr[uü](?:ß|ss)en|(?:viele|liebe|beste|freundliche) gr[uü](?:ß|ss)e|lg|mfg|vg|danke(?: (?:dir|ihnen|schön))?|cordialement|bien à vous|merci(?: d'avance)?|saludos|gracias|atentamente|grazie|cordiali saluti";

/** A line that only greets: `Hi Cleo,`, `Dear support team`. */
const GREETS = new RegExp(`^(?:${GREETING})(?:\\s+[^\\s.?:,!]{1,30}){0,4}\\s*[,!.:–-]{0,2}$`, "i");
/** A greeting before a sentence: `Hi Cleo, please …`. Names begin with a capital, sentences after a comma need not. */
const GREETS_FIRST = new RegExp(
  `^(?:${GREETING})(?:\\s+(?:there|all|team|everyone|\\p{Lu}[\\p{L}.'’-]{0,30})){0,4}\\s*[,!–-]\\s*(?=\\S)`,
  "iu",
);
const BIDS_FAREWELL = new RegExp(`^(?:${FAREWELL})[\\s,.!–-]*$`, "i");
/** A farewell and the name in one line: `Thanks, Cleo`. */
const SIGNS = new RegExp(
  `^(?:${FAREWELL})\\s*[,!–-]\\s*\\p{Lu}[\\p{L}.'’-]{0,30}(?:\\s+\\p{Lu}[\\p{L}.'’-]{0,30}){0,3}$`,
  "iu",
);
const SENT_FROM = /^(?:sent from|get outlook for|gesendet (?:von|mit)|von meinem .* gesendet|envoyé (?:de|depuis))\b/i;
/** The head of a quoted mail: `On … Cleo wrote:`. */
const QUOTES = /^(?:on|am|le|el) .{5,200}(?:wrote|schrieb|a écrit|escribió)\s?:\s*$/i;

/** Lines that a signature has at most; what is longer is more than one. */
const SIGNATURE = 8;

/** What somebody says in a message, without the greeting, the farewell, the signature and what they quote. */
export function trimmed(message: string): string {
  const lines = message.replace(/\r\n?/g, "\n").split("\n");
  const quoted = lines.findIndex((line) => QUOTES.test(line.trim()));
  const said = (quoted < 0 ? lines : lines.slice(0, quoted)).filter((line) => !/^\s*>/.test(line));
  const body = withoutSignature(withoutGreeting(said));
  return body
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function withoutGreeting(lines: string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  const line = lines[first]?.trim() ?? "";
  if (GREETS.test(line) && first < lines.length - 1) return lines.slice(first + 1);
  const rest = line.replace(GREETS_FIRST, "");
  return rest === line ? lines : [rest.charAt(0).toUpperCase() + rest.slice(1), ...lines.slice(first + 1)];
}

function withoutSignature(lines: string[]): string[] {
  const cut = lines.findIndex((line, i) => isFarewell(line.trim()) && lines.length - i <= SIGNATURE + 1);
  const delimiter = lines.findIndex((line) => /^--\s?$/.test(line) || SENT_FROM.test(line.trim()));
  const ends = [cut, delimiter].filter((at) => at >= 0);
  return ends.length === 0 ? lines : lines.slice(0, Math.min(...ends));
}

function isFarewell(line: string): boolean {
  return BIDS_FAREWELL.test(line) || SIGNS.test(line);
}
