/** How far something has come, as it is shown. */
export interface Bar {
  show(progress: { done: number; total: number }): void;
  end(): void;
}

const WIDTH = 30;
/** Where nobody watches, a line for every tenth. */
const STEPS = 10;

/** A bar that moves in a terminal, plain lines elsewhere. */
export function progressBar(label: string, output: NodeJS.WriteStream = process.stdout): Bar {
  return output.isTTY ? movingBar(label, output) : lines(label, output);
}

function movingBar(label: string, output: NodeJS.WriteStream): Bar {
  return {
    show: ({ done, total }) => {
      const share = total === 0 ? 1 : done / total;
      const filled = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
      output.write(`\r${label} ${filled} ${String(Math.floor(share * 100)).padStart(3)} %  ${counted(done, total)}  `);
    },
    end: () => void output.write("\n"),
  };
}

function lines(label: string, output: NodeJS.WriteStream): Bar {
  let said = -1;
  return {
    show: ({ done, total }) => {
      const step = total === 0 ? STEPS : Math.floor((done / total) * STEPS);
      if (step === said) return;
      said = step;
      output.write(`${label}: ${step * (100 / STEPS)} %, ${counted(done, total)}\n`);
    },
    end: () => {},
  };
}

function counted(done: number, total: number): string {
  return `${done.toLocaleString("en")} of ${total.toLocaleString("en")}`;
}
