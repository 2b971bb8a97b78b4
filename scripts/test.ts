/** `pnpm test [lint | unit | e2e | STAGE] [FILTER…]`: everything that has to hold, up to the first that does not. */
import { type Outcome, runStage } from "./test/run-stage.ts";
import { chooseStages, WORDS } from "./test/stages.ts";

const stages = chooseStages(process.argv.slice(2).filter((arg) => arg !== "--"));
const outcomes: [string, Outcome][] = [];

for (const stage of stages ?? []) {
  process.stdout.write(`${stage.label} …`);
  const outcome = await runStage(stage);
  outcomes.push([stage.label, outcome]);
  process.stdout.write(` ${outcome.ok ? "ok" : "FAILED"} in ${outcome.seconds.toFixed(1)} s\n`);
  if (outcome.ok) continue;
  process.stdout.write(`\n${outcome.output}\n`);
  break;
}

if (!stages) process.stdout.write(`No such stage: pnpm test takes ${WORDS.join(", ")}.\n`);
process.stdout.write(summary());
process.exitCode = stages && outcomes.every(([, { ok }]) => ok) ? 0 : 1;

function summary(): string {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, [, outcome]) => total + of(outcome), 0);
  const rows = outcomes.map(([label, { ok, seconds }]) => {
    return `  ${label.padEnd(28)} ${ok ? "ok    " : "FAILED"} ${seconds.toFixed(1).padStart(7)} s`;
  });
  const total = `  ${"Together".padEnd(35)} ${sum(({ seconds }) => seconds)
    .toFixed(1)
    .padStart(7)} s`;
  const again = outcomes.flatMap(([, outcome]) => outcome.again.map((name) => `  tried again: ${name}`));
  const totals = `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`;
  return `\n${[...rows, total, ...again, totals].join("\n")}\n`;
}
