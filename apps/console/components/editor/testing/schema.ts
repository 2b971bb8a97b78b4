import { getSchema } from "@tiptap/core";
import { articleExtensions } from "../rich/extensions.ts";

/** The editor's schema, without an editor. */
export const articleSchema = getSchema(articleExtensions(""));
