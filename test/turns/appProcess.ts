import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { buildServer } from '#bot/serverBuild.ts';

const built = 'node_modules/.cache/killableApp';

/** Builds the program as `npm start` runs it; it is loaded twenty times over. */
export const buildKillableApp = (): Promise<void> => buildServer('test/turns/killableApp.ts', built, 'killableApp');

/** The app in a process of its own (killableApp.ts), under control. */
export class AppProcess {
  readonly child: ChildProcess;
  /** Done when the process has ended, by whatever. */
  readonly ended: Promise<void>;
  readonly #answers: ((message: Record<string, unknown>) => void)[] = [];
  readonly #loaded: Promise<unknown>;
  url = '';

  /** Loads the program; `start` makes it an app. Loading ahead saves the test its time. */
  constructor() {
    this.child = spawn(process.execPath, [`${built}/killableApp.js`], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    this.ended = new Promise((done) => this.child.once('exit', () => done()));
    createInterface({ input: this.child.stdout! }).on('line', (line) => this.#answers.shift()?.(JSON.parse(line)));
    this.#loaded = this.#answer();
  }

  /** The next thing it says. @throws if it ends without a word. */
  #answer(): Promise<Record<string, unknown>> {
    const answer = new Promise<Record<string, unknown>>((resolve, reject) => {
      this.#answers.push(resolve);
      this.child.once('exit', (code, signal) =>
        reject(new Error(`The app ended (${code ?? signal}) before it answered.`)),
      );
    });
    answer.catch(() => undefined);
    return answer;
  }

  order(order: object): void {
    if (this.child.exitCode === null && this.child.signalCode === null)
      this.child.stdin!.write(`${JSON.stringify(order)}\n`);
  }

  async start(parts: {
    databaseUrl: string;
    dataDir: string;
    leaseMs: number;
    env?: Record<string, string>;
  }): Promise<void> {
    await this.#loaded;
    const answer = this.#answer();
    this.order({ start: parts });
    this.url = String((await answer).url);
  }

  /** How many points and committed turns it has passed since its last order. */
  async count(): Promise<{ points: number; commits: number }> {
    const answer = this.#answer();
    this.order({ count: true });
    const { points, commits } = await answer;
    return { points: Number(points), commits: Number(commits) };
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
