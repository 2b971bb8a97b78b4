import { FAREWELL, GREETING } from "./trim.ts";

/** One or more words of a name, as names are written. */
const NAME = "(\\p{Lu}[\\p{L}'’-]{1,30}(?:[ ]\\p{Lu}[\\p{L}.'’-]{0,30}){0,2})";

/** Where somebody is named in so many words. Every repetition is bounded: a text cannot make a search slow. */
const NAMED = [
  // Greeted, or having signed.
  new RegExp(`^\\s{0,4}(?i:${GREETING})[ ]${NAME}[ ]?(?=[,!.:–-]|$)`, "gmu"),
  new RegExp(`^\\s{0,4}(?i:${FAREWELL})(?:[ ]?[,!–-][ ]{0,2}|[ ]?[,.!–-]{0,2}\\s{0,3}\\n\\s{0,4})${NAME}[ ]?$`, "gmu"),
  // Introduced.
  new RegExp(
    `\\b[Mm](?:y name is|ein Name ist)[ ]${NAME}|\\b[Ii]ch heiße[ ]${NAME}|\\b[Jj]e m['’]appelle[ ]${NAME}|\\b[Mm]e llamo[ ]${NAME}`,
    "gu",
  ),
  new RegExp(
    `\\b(?:[Mm]y|[Oo]ur|[Mm]eine?|[Uu]nsere?)[ ](?:colleague|co-worker|boss|manager|assistant|accountant|wife|husband|partner|son|daughter|brother|sister|friend|Kollege|Kollegin|Chef|Chefin|Frau|Mann)[ ]${NAME}`,
    "gu",
  ),
  // Titled.
  new RegExp(`\\b(?:Mr|Mrs|Ms|Dr|Prof|Herrn?|Frau|Mme|Sra?(?=\\.))\\.?[ ]${NAME}`, "gu"),
];

const EMAIL = /(?<![\p{L}\p{N}._%+-])([\p{L}\p{N}._%+-]{2,64})@[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}.-]{2,100}/gu;

/** Who is greeted as these is nobody, and a mailbox that is called so is nobody's. */
const NOBODY = new RegExp(
  `^(?:${[
    "all|team|everyone|everybody|there|folks|sir|madam|you|damen|herren|zusammen|world|again|regards|wishes|gr[uü](?:ß|ss)en?",
    "support|service|help|hello|info|mail|e-?mail|office|contact|kontakt|admin|sales|billing|accounting|finance|legal|privacy",
    "security|press|jobs|marketing|newsletter|feedback|noreply|reply|abuse|postmaster|webmaster|root|test|shop|store|web|app",
    "orders?|invoices?|licen[cs]es?|refunds?|accounts?|payments?|customers?|developers?|users?|username|name|your|someone|example",
    "company|studio|design|product|beta|community|the|and|not|frau|herrn?|mrs?|ms|mme|dr|prof",
  ].join("|")})$`,
  "i",
);

/** So many, the first: nobody names more, and each is looked for in all that was said. */
const MOST = 200;

/**
 * Words of names that are told in a conversation besides those of who takes part: greeted, signed, introduced, or in the
 * first part of a mail address. Who is named in passing, only a reader can see.
 */
export function mentionedIn(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => {
    const said = text.normalize("NFC");
    const names = NAMED.flatMap((named) =>
      [...said.matchAll(named)].flatMap(([, ...groups]) => groups.flatMap(wordsOf)),
    );
    const mailboxes = [...said.matchAll(EMAIL)].flatMap(([, login]) => wordsOf(login).map(capital));
    return [...names, ...mailboxes];
  });
  return [...new Set(found)].filter((word) => word.length > 2 && !NOBODY.test(word)).slice(0, MOST);
}

function wordsOf(name: string | undefined): string[] {
  return (name ?? "").split(/[\s._%+\d-]+/).filter((word) => /^[\p{L}'’]+$/u.test(word));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
