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
  return {
    show(progress: ImportProgress): void {
      if (!shown) {
        const format = '{step} {bar} {percentage} %  {rows} rows';
        shown = new SingleBar({ format, stream: out, hideCursor: true, clearOnComplete: true }, Presets.shades_grey);
        shown.start(1, 0, { step: '', rows: 0 });
      }
      shown.update(progress.share, { step: words[progress.step], rows: progress.rows });
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
    show({ step, rows, share }: ImportProgress): void {
      if (performance.now() - last < EVERY_MS) return;
      last = performance.now();
      out.write(`${words[step].trim()}: ${rows} rows, ${Math.floor(share * 100)} %\n`);
    },
    stop(): void {},
  };
}
