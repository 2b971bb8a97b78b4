import fc from "fast-check";
import { expect, test } from "vitest";
import { mask } from "./mask.ts";

const KNOWN = { names: ["Cleo Müller-Brandt"], others: ["Mark Dorn"], emails: ["cleo.mb@example.org"] };

test.each([
  // Names.
  ["It is Cleo Müller-Brandt again, cleo for short.", "It is [name] again, [name] for short."],
  ["CLEO's computer and Müller-Brandt's, too", "[name]'s computer and [name]'s, too"],
  ["Mark will mark it as solved.", "[name] will mark it as solved."],
  ["A cleopatra is no customer.", "A cleopatra is no customer."],
  ["my login is cleo.mb", "my login is [name]"],
  // Addresses.
  ["Write to cleo.mb@example.org or CLEO@EXAMPLE.ORG.", "Write to [email] or [email]."],
  ["hans [at] example [dot] com", "[email]"],
  ["from 203.0.113.77:8080 and 2001:db8::8a2e:370:7334", "from [address] and [address]"],
  ["the card 00:1b:44:11:3a:b7", "the card [address]"],
  ["in /home/cleo/inkwell and C:\\Users\\cmb\\AppData", "in /home/[name]/inkwell and C:\\Users\\[name]\\AppData"],
  ["We are at 12 Main Street, Springfield, IL 62704, USA", "We are at [street], USA"],
  ["Send it to Main Street 7\n53113 Bonn", "Send it to [street]"],
  ["Hauptstr. 7, 53113 Bonn", "[street]"],
  ["in der Langen Straße 12a", "in der [street]"],
  ["Konrad-Adenauer-Allee 12, D-10115 Berlin", "[street]"],
  ["10 bis, rue de la Paix, 75002 Paris", "[street]"],
  ["Calle de Alcalá 45, 28014 Madrid", "[street]"],
  ["P.O. Box 1234", "[street]"],
  // Numbers to call, and by which one is known.
  ["Call +49 (0)30 1234567 or 030/123 45 67.", "Call [phone] or [phone]."],
  ["Call (555) 123-4567 today", "Call [phone] today"],
  ["My order number is 2024-11 and invoice #A778 is paid", "My order number is [number] and invoice #[number] is paid"],
  ["see #10423 and ORD-20419", "see [number] and [number]"],
  ["IBAN DE89 3704 0044 0532 0130 00", "IBAN [number]"],
  ["card 4111 1111 1111 1111", "card [key]"],
  ["customer 99120044", "customer [number]"],
  // Keys.
  ["INKW-7F3K-99QX-A1B2", "[key]"],
  ["key: ABCD EFGH IJKL MNOP", "key: [key]"],
  ["ghp_16C7e42F292c6912E7710c838347Ae178B4a", "[key]"],
  ["9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d", "[key]"],
  ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9", "[key]"],
  ["my password is hunter2!", "my password is [key]"],
  ["dGhpcyBpcyBhIHNlY3JldCB0b2tlbiAxMjM0NTY3ODkw+/==", "[key]"],
  // Links.
  ["https://example.org/reset?token=abc#x", "https://example.org/reset#x"],
  ["https://cleo:pw@example.org/", "[link]"],
  ["[here](https://example.org/i/9f8e7d6c5b4a39281706)", "[here]([link])"],
  ["https://support.example/conversations/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b.", "[link]."],
  ["mailto:cleo@example.org", "[link]"],
])("%s", (text, masked) => {
  expect(mask(text, KNOWN)).toBe(masked);
});

test.each([
  "Open Settings → Licences, choose “Move” and restart version 2.10.3.",
  "It happened on 2026-11-23 at 14:05, and on 3.11.2026 again.",
  "Set the size to 1920 x 1080 and the port to 8080.",
  "The error is 0x80070005, HTTP 404 or ERR-12.",
  "Run `npm install @inkwell/cli --save-dev` in /usr/local/lib/inkwell.",
  "See https://docs.inkwell.example/guide/move-a-licence#windows for more.",
  "A state-of-the-art editor; my order has not arrived, and the invoice is wrong.",
  "Connect 2 Google Drive accounts, 3 ways to do it, Street View 2, Speicherplatz 500 MB.",
  "Windows 11 Way Forward, port 8080 and Square 3.",
  "| a | b |\n| --- | --- |\n| 1 | 2 |",
])("what tells nothing of anybody stays: %s", (text) => {
  expect(mask(text, KNOWN)).toBe(text);
});

test("whatever stands around it, an address, a key and a name are gone", () => {
  const canaries = ["cleo.mb@example.org", "INKW-7F3K-99QX-A1B2", "203.0.113.77", "Müller-Brandt"];
  const around = fc.string({
    unit: fc.constantFrom(" ", "\n", ".", ",", ":", "(", ")", "*", "`", "a", "7"),
    maxLength: 6,
  });
  const word = fc.constantFrom(...canaries);
  fc.assert(
    fc.property(fc.array(fc.tuple(around, word, around), { maxLength: 4 }), (parts) => {
      const text = parts.map(([before, canary, after]) => `${before} ${canary} ${after}`).join(" and ");
      for (const canary of canaries) expect(mask(text, KNOWN)).not.toContain(canary);
    }),
  );
});

test.each([
  ["digits", "1 ".repeat(10_000)],
  ["at signs", "a@".repeat(10_000)],
  ["hyphens", "aaa-".repeat(5_000)],
  ["colons", "a:".repeat(10_000)],
  ["one word", "a".repeat(20_000)],
  ["capitals", "Aa ".repeat(6_600)],
  ["capitals and hyphens", "Aa-".repeat(6_600)],
  ["streets", "12 Aa rue Calle ".repeat(1_200)],
  ["addresses", "http://".repeat(2_800)],
  ["blanks", `${" ".repeat(19_000)}x`],
])("a long text of %s is masked quickly", (_, text) => {
  const started = performance.now();
  mask(text, KNOWN);
  expect(performance.now() - started).toBeLessThan(1_000);
});
