/** A key and its value on one line. */
const SIMPLE = /^([\w-]{1,100}):[ \t]+(\S[^\n]*)$/;
/** What makes a value of plain words none: a colon or a number sign in it, or a sign at its start that means something. */
const MISLEADING = /:(?:\s|$)|\s#|^[@`%*!,?-]|^[[{](?!.*[\]}]\s*$)/;

/** YAML with its plain values in quotes where people forget them, as in `title: Refunds: how long`. Lines stay lines. */
export function mendYaml(yaml: string): string {
  return yaml
    .replaceAll("\t", "  ")
    .split("\n")
    .map((line) => {
      const [, name, value = ""] = SIMPLE.exec(line) ?? [];
      if (!name || /^["']/.test(value) || !MISLEADING.test(value)) return line;
      return `${name}: ${JSON.stringify(value.trim())}`;
    })
    .join("\n");
}

/** The keys of YAML or TOML that have a value on their line, whatever the other lines are. */
export function simpleLines(text: string): [name: string, value: string][] {
  return text.split("\n").flatMap((line): [string, string][] => {
    const [, name = "", value = ""] = /^([\w-]{1,100})(?::[ \t]| = )(.*)$/.exec(line) ?? [];
    const plain = value.trim().replace(/^["']|["']$/g, "");
    return name && plain ? [[name, plain.trim()]] : [];
  });
}

/**
 * TOML, as far as front matter has it, as YAML: strings, lists and numbers are written alike, a table is a key with more below
 * it. Lines stay lines.
 *
 * @see https://toml.io/en/v1.0.0
 */
export function yamlOfToml(toml: string): string {
  let within = "";
  const lines = toml.split("\n").map((line) => {
    const table = /^\s*\[\s*([\w.-]+)\s*\]\s*$/.exec(line)?.[1];
    if (table) {
      within = "  ";
      return `${table}:`;
    }
    const [, name, value = ""] = /^\s*([\w.-]+|"[^"]*")\s*=\s*(.*)$/.exec(line) ?? [];
    // What goes on over lines has to stand further in than its key.
    return name ? `${within}${name}: ${value}` : `${within}  ${line.trim()}`;
  });
  return lines.join("\n");
}
