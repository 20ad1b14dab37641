import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { simulatorPages } from './page.ts';
import { FakeWechat } from './platform.ts';

// npm run wechat: WeChat's rules on this machine, with a page on which one chats as a customer of the Official Account or of 微信客服, and Zhiyin behind it.
// PORT is Zhiyin's, WECHAT_PORT the page's; everything else as for npm start.

const botPort = process.env.PORT || '3978';
const wechat = await new FakeWechat({ pages: simulatorPages() }).start(Number(process.env.WECHAT_PORT || 3979));
const bot = `http://127.0.0.1:${botPort}`;
wechat.pusher.options.targets = [`${bot}/channels/wechat`];
wechat.kf.options.targets = [`${bot}/channels/wecom`];
wechat.api.menu = JSON.parse(readFileSync('docs/samples/wechat-menu.json', 'utf8'));

const child = spawn(process.execPath, ['bot/start.js'], {
  env: { ...wechat.environment(), ...wechat.kf.environment(wechat.url), ...process.env, PORT: botPort },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill('SIGTERM'));
child.once('exit', (code) => void wechat.close().then(() => process.exit(code ?? 0)));

const isReady = () =>
  fetch(`${bot}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
// Nobody listens before it is ready, or nearly: asking costs nothing.
while (!(await isReady())) await later(40);
process.stdout.write(`\n  WeChat simulator 模拟微信   ${wechat.url}/   微信客服   ${wechat.url}/?as=kf\n\n`);
