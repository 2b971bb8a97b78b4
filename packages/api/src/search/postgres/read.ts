import type { SearchDocument } from "../engine.ts";
import { Breath } from "./breath.ts";
import { type Forward, forwardOf } from "./forward.ts";

/** A document with what the index keeps of it. */
export interface Read {
  document: SearchDocument;
  forward: Forward;
}

/** Reads documents, the last of each id, without holding up the process. */
export async function readAll(documents: readonly SearchDocument[]): Promise<Read[]> {
  const breath = new Breath();
  const read: Read[] = [];
  for (const document of new Map(documents.map((each) => [each.id, each])).values()) {
    read.push({ document, forward: forwardOf(document) });
    await breath.take();
  }
  return read;
}
