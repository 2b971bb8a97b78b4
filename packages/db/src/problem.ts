/** Something the person who runs the system can put right: the message is one sentence for them, shown without a stack. */
export class Problem extends Error {
  override name = "Problem";
}
