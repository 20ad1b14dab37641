import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PlatformRefusal, PlatformSilent } from '../channels/tencent/refusals.ts';
import { wechatApi } from '../channels/wechat/api.ts';
import { menuSchema } from '../channels/wechat/menu.ts';
import { ConfigError, loadConfig } from '../config.ts';

// npm run wechat-menu -- create FILE | show | delete: the menu below the conversation of the Official Account.

const usage = `npm run wechat-menu -- create FILE   makes FILE (docs/samples/wechat-menu.json is one) the account's menu
npm run wechat-menu -- show           prints the menu that the account has
npm run wechat-menu -- delete         takes it away
`;

try {
  process.stdout.write(await run(process.argv.slice(2)));
} catch (fault) {
  const known = [ConfigError, PlatformRefusal, PlatformSilent, z.ZodError, SyntaxError].some(
    (kind) => fault instanceof kind,
  );
  const unread = (fault as NodeJS.ErrnoException).code === 'ENOENT';
  if (!known && !unread) throw fault;
  process.stderr.write(`${fault instanceof z.ZodError ? z.prettifyError(fault) : (fault as Error).message}\n`);
  process.exitCode = 1;
}

async function run([action, file]: string[]): Promise<string> {
  const wanted = action === 'show' || action === 'delete' || (action === 'create' && file);
  if (!wanted) return usage;
  // Read before anybody is asked: a wrong file changes nothing.
  const menu = file && action === 'create' ? menuSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  const { wechat } = loadConfig();
  if (!wechat) throw new ConfigError('No Official Account is set: WECHAT_APP_ID and what belongs to it.');
  const api = wechatApi(wechat, Date.now);
  if (menu) {
    await api.call('/cgi-bin/menu/create', menu);
    return 'The menu is made. People see it within a day, at once if they follow the account anew.\n';
  }
  if (action === 'show') return `${JSON.stringify((await api.get('/cgi-bin/menu/get')).menu, null, 2)}\n`;
  await api.get('/cgi-bin/menu/delete');
  return 'The menu is taken away.\n';
}
