import { expect, test } from "vitest";
import { trimmed } from "./trim.ts";

test.each([
  ["Hi Dora,\n\nit does not start.\n\nBest regards,\nCleo Müller\nACME GmbH, Bonn", "it does not start."],
  ["Hello Cleo, please sign out first.\n\nThanks, Dora", "Please sign out first."],
  ["Dear support team\nHow do I move it?\n-- \nCleo\nMain Street 7", "How do I move it?"],
  ["Guten Tag Frau Dorn,\nes startet nicht.\nMit freundlichen Grüßen\nCleo", "es startet nicht."],
  ["Restart it.\n\nOn Mon, 3 Nov 2026 at 10:00, Cleo <c@example.org> wrote:\n> It broke.\n> Cleo", "Restart it."],
  ["> It broke.\nRestart it.\n\nSent from my iPhone", "Restart it."],
  ["Bonjour,\nça marche.\nCordialement,\nCleo", "ça marche."],
])("%j says %j", (message, said) => {
  expect(trimmed(message)).toBe(said);
});

test.each([
  "Thanks to the new version it starts.",
  "Best is to restart it.",
  "Hello World is printed twice. Why?",
  "```\n-- a comment in SQL\n```",
  "1. Open Settings\n2. Choose Licences",
])("%j is said whole", (message) => {
  expect(trimmed(message)).toBe(message);
});
