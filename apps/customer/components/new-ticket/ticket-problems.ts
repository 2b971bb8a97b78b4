/** What can be wrong with a field; its text is looked up by both names. */
export type Problem = "choose" | "empty" | "tooLong" | "invalid";
/** The fields that can be wrong. */
export type ProblemField = "productId" | "category" | "subject" | "body";
/** What is wrong, by field. */
export type Problems = Partial<Record<ProblemField, Problem>>;

const FIELDS: readonly ProblemField[] = ["productId", "category", "subject", "body"];
const PROBLEMS: Record<string, Problem> = {
  "text.empty": "empty",
  "text.tooLong": "tooLong",
  "text.invalid": "invalid",
};

/** The first problem of each field, of what the server's own schema says. */
export function problemsOf(issues: readonly { path: PropertyKey[]; message: string }[]): Problems {
  const problems: Problems = {};
  for (const { path, message } of issues) {
    const field = FIELDS.find((each) => each === path[0]);
    if (field) problems[field] ??= PROBLEMS[message] ?? "choose";
  }
  return problems;
}

/** The problems of the other fields. */
export function withoutFields(problems: Problems, fields: readonly string[]): Problems {
  return Object.fromEntries(Object.entries(problems).filter(([field]) => !fields.includes(field)));
}
