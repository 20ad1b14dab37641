import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { type App, createApp } from '../app.ts';
import { ConsoleConversation } from '../channels/console.ts';
import { loadConfig } from '../config.ts';
import { lockDataDir } from '../instanceLock.ts';
import { startFault } from '../startFaults.ts';

// npm run chat: talk to the bot in the terminal. Lines may also come through a pipe; then it ends with them.

const usage = `npm run chat [-- --language zh|en]
Type what a customer would say. The number of a button presses it. :quit ends the talk.
`;

const print = (line: string) => process.stdout.write(`${line}\n`);

try {
  const language = languageAsked();
  if (language) await chat(language);
  else process.stdout.write(usage);
} catch (fault) {
  process.stderr.write(startFault(fault));
  process.exitCode = 1;
}

function languageAsked(): 'zh' | 'en' | undefined {
  const options = { language: { type: 'string', default: 'zh' }, help: { type: 'boolean', short: 'h' } } as const;
  const { values } = parseArgs({ options, strict: false });
  return !values.help && (values.language === 'zh' || values.language === 'en') ? values.language : undefined;
}

async function chat(language: 'zh' | 'en'): Promise<void> {
  const config = loadConfig();
  const unlock = await lockDataDir(config.dataDir);
  // The log would stand between the lines of the talk.
  const level = config.logLevel === 'info' ? 'error' : config.logLevel;
  const logger = pino({ level }, pino.destination({ dest: 2, sync: true }));
  let app: App | undefined;
  try {
    app = await createApp(config, { logger, jobs: false, onProgress: print });
    await talk(app, language);
  } finally {
    await app?.close();
    await unlock();
  }
}

async function talk(app: App, language: 'zh' | 'en'): Promise<void> {
  const conversation = new ConsoleConversation(app.db, app.turns, language, (lines) => {
    for (const line of lines) print(line);
    print('');
  });
  await conversation.open();
  const terminal = process.stdin.isTTY === true;
  const lines = createInterface({ input: process.stdin, output: terminal ? process.stdout : undefined, prompt: '› ' });
  const end = () => lines.close();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  lines.once('SIGINT', end);
  if (terminal) lines.prompt();
  for await (const line of lines) {
    const said = line.trim();
    if (said === ':quit') break;
    if (said && !terminal) print(`› ${said}`);
    if (said) await conversation.say(said);
    if (terminal) lines.prompt();
  }
  await conversation.settled();
  conversation.close();
}
