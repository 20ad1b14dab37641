import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from '#crm/imports/imports.ts';

const words = { reading: 'reading ', checking: 'checking', writing: 'writing ' } as const;
const EVERY_MS = 2000;

/** Shows how far an import is: a bar on a terminal, now and then a line elsewhere. */
export function importProgress(out: NodeJS.WriteStream) {
  return out.isTTY ? bar(out) : lines(out);
}

function bar(out: NodeJS.WriteStream) {
  let shown: SingleBar | undefined;
  let step = '';
  return {
    show(progress: ImportProgress): void {
      if (!shown) {
        const format = '{step} {bar} {value} / {total} rows';
        shown = new SingleBar({ format, stream: out, hideCursor: true, clearOnComplete: true }, Presets.shades_grey);
        shown.start(progress.total || progress.done, 0, { step: '' });
      }
      step = words[progress.step];
      shown.setTotal(progress.total || progress.done);
      shown.update(progress.done, { step });
    },
    stop(): void {
      shown?.stop();
      shown = undefined;
    },
  };
}

function lines(out: NodeJS.WriteStream) {
  let last = performance.now();
  return {
    show({ step, done, total }: ImportProgress): void {
      if (performance.now() - last < EVERY_MS) return;
      last = performance.now();
      out.write(`${words[step].trim()}: ${done}${total ? ` of ${total}` : ''} rows\n`);
    },
    stop(): void {},
  };
}
