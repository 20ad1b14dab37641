import { spawnSync } from 'node:child_process';
import { Callback } from '#bot/channels/wechat/callback.ts';
import { WecomCallback } from '#bot/channels/wecom/callback.ts';
import { account } from '#test/support/wechat/account.ts';
import { PlatformClock } from '#test/support/wechat/clock.ts';
import { Files } from '#test/support/wechat/files.ts';
import { FakeKf } from '#test/support/wechat/kf/kf.ts';
import { Pusher } from '#test/support/wechat/pushing.ts';
import { flipBytes } from '#test/wechat/byteFlips.ts';
import { tellHistories } from './figures/figures.ts';
import { reports } from './reports/reports.ts';

// npm run soak [-- NAME]: the long versions of tests, which take minutes. Ends with 1 where one fails.

/** Something that is tried for long; says what came of it. */
interface Soak {
  id: string;
  about: string;
  run(): Promise<{ passed: boolean; told: string }>;
}

const flips = 100_000;
const kills = 100;
const answers = 10_000_000;
const carePeople = Number(process.env.CARE_PEOPLE ?? 100_000);
const careKills = Number(process.env.CARE_KILLS ?? 50);
const histories = Number(process.env.HISTORIES ?? 10_000);
const soaks: Soak[] = [
  {
    id: 'wechat-bytes',
    about: `${flips} random byte flips of an encrypted push of WeChat: none accepted, none crashing`,
    async run() {
      const clock = new PlatformClock();
      const now = () => clock.now().getTime();
      const { appId, token, encodingAesKey, originalId } = account;
      const callback = new Callback({ appId, token, mode: 'safe', encodingAesKeys: [encodingAesKey] }, now);
      const pusher = new Pusher(account, clock, { targets: [], timeoutMs: 1, attempts: 1 });
      let [accepted, crashed] = [0, 0];
      for (let round = 0; round < 100; round++) {
        const fields = {
          ToUserName: originalId,
          FromUserName: 'o',
          CreateTime: 1,
          MsgType: 'text',
          Content: `你好 ${round}`,
          MsgId: '1',
        };
        const { query, body } = pusher.request(fields);
        const found = flipBytes(callback, new URLSearchParams(query), body, flips / 100);
        accepted += found.accepted.length;
        crashed += found.crashed.length;
      }
      return { passed: accepted === 0 && crashed === 0, told: `${accepted} accepted, ${crashed} crashed` };
    },
  },
  {
    id: 'kills',
    about: `a process killed at ${kills} points of a complaint: after restart one complaint, one task, every reply once`,
    async run() {
      const { status } = spawnSync('npx', ['vitest', 'run', 'test/turns/kill.test.ts', '-t', 'different points'], {
        env: { ...process.env, KILLS: String(kills) },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return { passed: status === 0, told: status === 0 ? 'as if nothing had happened' : 'see the message above' };
    },
  },
  {
    id: 'figures',
    about: `${histories} random histories of surveys: page, API, files and weekly mail agree to the last digit`,
    run: () => tellHistories(histories),
  },
  {
    id: 'care',
    about: `${carePeople} care messages, the process killed ${careKills} times while it sends: nobody twice, everybody once or with a reason`,
    async run() {
      const { status } = spawnSync('npx', ['vitest', 'run', 'test/turns/kill.test.ts', '-t', 'while it sends care'], {
        env: { ...process.env, CARE_PEOPLE: String(carePeople), CARE_KILLS: String(careKills) },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      return { passed: status === 0, told: status === 0 ? 'counted per person' : 'see the message above' };
    },
  },
  {
    id: 'reports',
    about: `${answers} responses, and as many parts of enquiries: every query of the insights under a second, every day counted right`,
    async run() {
      const { p95, wrongDays, slowest } = await reports.run([String(answers)]);
      return {
        passed: Number(p95) < 1000 && wrongDays === 0,
        told: `p95 ${p95} ms, ${wrongDays} days wrong; ${slowest}`,
      };
    },
  },
  {
    id: 'wecom-bytes',
    about: `${flips} random byte flips of a wake-up of WeCom: none accepted, none crashing`,
    async run() {
      const clock = new PlatformClock();
      const kf = new FakeKf({ clock, files: new Files(clock), push: { targets: [], timeoutMs: 1, attempts: 1 } });
      const { corpId, token, encodingAesKey } = kf.settings;
      const settings = { corpId, token, encodingAesKeys: [encodingAesKey] };
      const callback = new WecomCallback(settings, () => clock.now().getTime());
      let [accepted, crashed] = [0, 0];
      for (let round = 0; round < 100; round++) {
        const { query, body } = kf.request({
          MsgType: 'event',
          Event: 'kf_msg_or_event',
          Token: `t${round}`,
          OpenKfId: 'wk',
        });
        const found = flipBytes(callback, new URLSearchParams(query), body, flips / 100);
        accepted += found.accepted.length;
        crashed += found.crashed.length;
      }
      return { passed: accepted === 0 && crashed === 0, told: `${accepted} accepted, ${crashed} crashed` };
    },
  },
];

const wanted = process.argv[2];
for (const soak of soaks.filter(({ id }) => !wanted || id === wanted)) {
  const began = performance.now();
  const { passed, told } = await soak.run();
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  console.log(`${passed ? 'passed' : 'FAILED'}  ${soak.id.padEnd(16)} ${soak.about}: ${told} (${seconds} s)`);
  if (!passed) process.exitCode = 1;
}
