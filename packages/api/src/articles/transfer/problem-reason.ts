/** Why something of an import could not be resolved. */
export type ImportProblemReason =
  /** A link or a picture leads to what is not there. */
  | "missing"
  /** The picture is on another site: readers are shown a link to it. */
  | "elsewhere"
  /** The file is of a type that is not taken, or damaged. */
  | "refused"
  /** It is no picture that can be shown, such as an SVG: it was kept, and readers get a link. */
  | "no-picture"
  | "too-big"
  /** The file is not text. */
  | "no-text"
  /** It does not say of which letters its bytes are, and was read as Western European. */
  | "guessed"
  /** There is nothing in it: it was imported as a draft. */
  | "empty"
  /** It is a link of the file system, which is not followed. */
  | "symlink"
  /** It cannot be opened. */
  | "unreadable"
  /** It is no Markdown, and no article leads to it: it was not taken. */
  | "unused"
  /** What stands before the text is not YAML: the text was imported as a draft. */
  | "front-matter"
  /** A key that means nothing here, told once: it is kept, and exported again. */
  | "kept"
  /** A value, or a sign in the text, that means nothing here. */
  | "unknown"
  /** A value that may say who must not read it, and is not understood: it was imported as a draft. */
  | "unsure"
  /** Two files name the same id: the second is known by where it is. */
  | "double"
  /** Another article has the address that it names. */
  | "taken";
