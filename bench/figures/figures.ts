import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Histories that one process tells, in a database of its own. */
const SIZE = 1000;
/** So many processes at once, for two cores. */
const AT_ONCE = 2;
const SAID_EVERY_MS = 60_000;

interface Part {
  seed: number;
  size: number;
  told: number;
  agrees: boolean | null;
}

/**
 * Tells random histories of surveys (test/api/surveyFigures.test.ts) in parts, each by a seed one higher than the one before, from SEED on or
 * from one that is drawn. Says every minute how far it is and how to go on from there; stops at the first that fails.
 */
export async function tellHistories(total: number): Promise<{ passed: boolean; told: string }> {
  const first = Number(process.env.SEED ?? Math.floor(Math.random() * 1e6));
  const parts: Part[] = [];
  for (let left = total; left > 0; left -= SIZE)
    parts.push({ seed: first + parts.length, size: Math.min(SIZE, left), told: 0, agrees: null });
  const began = Date.now();
  const done = () => parts.reduce((sum, { told }) => sum + told, 0);
  const sayHowFar = () => {
    const whole = parts.findIndex(({ agrees }) => !agrees);
    const rest = whole < 0 ? 0 : total - whole * SIZE;
    const minutes = ((Date.now() - began) / 60_000).toFixed(1);
    const again = rest > 0 ? `; go on from here: SEED=${first + whole} HISTORIES=${rest} npm run soak -- figures` : '';
    console.log(`${done()} of ${total} histories agree after ${minutes} minutes${again}`);
  };
  const saying = setInterval(sayHowFar, SAID_EVERY_MS);
  const next = parts[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const part of next) {
        await tell(part);
        if (parts.some(({ agrees }) => agrees === false)) return;
      }
    }),
  );
  clearInterval(saying);
  sayHowFar();
  const passed = parts.every(({ agrees }) => agrees);
  return { passed, told: `${done()} agree, seeds ${first} to ${first + parts.length - 1}` };
}

/** One part, by the tests' own runner; what it said is shown where it fails, with the command that tells that history again. */
async function tell(part: Part): Promise<void> {
  const env = {
    ...process.env,
    // The pages' code as browsers get it.
    NODE_ENV: 'production',
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`,
    SEED: String(part.seed),
    HISTORIES: String(part.size),
    PROGRESS: 'yes',
  };
  const runner = ['vitest', 'run', 'test/api/surveyFigures.test.ts', '--disable-console-intercept'];
  const child = spawn('npx', runner, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
    part.told = Number([...said.matchAll(/^told (\d+)$/gm)].at(-1)?.[1] ?? part.told);
  });
  const [faults, code] = await Promise.all([
    text(child.stderr),
    new Promise<number | null>((ended) => child.on('close', ended)),
  ]);
  part.agrees = code === 0;
  if (part.agrees) part.told = part.size;
  else console.log(`Seed ${part.seed} fails:\n${said.replace(/^told \d+\n/gm, '')}\n${faults}`);
}
