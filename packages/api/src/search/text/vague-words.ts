import { stemOf } from "./stem.ts";

const WORDS = `
  almost always anymore correctly nearly never now often properly somehow sometimes still suddenly today
  already actually bad best better different fine good new old possible able well whole
  everything nothing thing things stuff way ways lot bit kind sort time people person
  first last next back difference problem question help
  come find give go happen keep know look make mean need put say see seem show take tell try use want work`;

/**
 * Stems of words that people put into a whole question and that say little about what it is about, in any help centre: they
 * are looked for, unlike stop words, and weigh less.
 */
export const VAGUE_STEMS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/).map(stemOf));
