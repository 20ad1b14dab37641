import { type ChildProcess, spawn } from 'node:child_process';

/** The program as somebody starts it, and what it says. */
export class Program {
  readonly child: ChildProcess;
  readonly ended: Promise<number | NodeJS.Signals | null>;
  output = '';
  #heard: (() => void)[] = [];

  /** @param command `node …` itself or `npm start`; a group of its own, as a terminal gives it. */
  constructor(command: 'node' | 'npm', env: Record<string, string>) {
    const words = command === 'npm' ? ['npm', 'start'] : [process.execPath, 'bot/start.js'];
    this.child = spawn(words[0]!, words.slice(1), {
      env: { ...process.env, NODE_OPTIONS: '', DEMO: 'false', LOG_LEVEL: 'warn', PORT: '0', DATABASE_URL: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const hear = (chunk: Buffer) => {
      this.output += chunk;
      for (const look of this.#heard) look();
    };
    this.child.stdout!.on('data', hear);
    this.child.stderr!.on('data', hear);
    this.ended = new Promise((done) => {
      this.child.once('close', (code, signal) => {
        done(code ?? signal);
        for (const look of this.#heard) look();
      });
    });
  }

  /** Waits until it has said this; rejects if it ends before. */
  said(words: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = words.exec(this.output);
        if (found) resolve(found);
        else if (this.child.exitCode !== null || this.child.signalCode !== null) {
          reject(new Error(`It ended without saying ${words}:\n${this.output}`));
        }
      };
      this.#heard.push(look);
      look();
    });
  }

  /** The address that it listens on. */
  async address(): Promise<string> {
    return (await this.said(/Customer chat .*(http:\/\/localhost:\d+)\//))[1]!.replace('localhost', '127.0.0.1');
  }

  signal(signal: NodeJS.Signals, to: 'process' | 'group' = 'process'): void {
    try {
      process.kill(to === 'group' ? -this.child.pid! : this.child.pid!, signal);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault;
    }
  }
}

/** Whether a process of this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
