import console from "../../apps/console/messages/en.json" with { type: "json" };
import customer from "../../apps/customer/messages/en.json" with { type: "json" };
import ui from "../../packages/ui/messages/en.json" with { type: "json" };

/** What the screens say, from the files they take it from: a better word breaks no test. */
export const words = { console, customer, ui };

/** A message with its arguments put in. Knows no plurals. */
export function fill(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
