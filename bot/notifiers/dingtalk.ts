import { createHmac } from 'node:crypto';
import { checkCode } from './answers.ts';
import { type WayParts, write } from './parts.ts';
import { twentyAMinute, type Way } from './way.ts';
import { fitted, inert } from './words.ts';

const longest = 18_000;
// 130101: more than twenty in a minute, then ten minutes of silence. 310000: signature, keyword or address does not fit.
const codes = {
  field: 'errcode',
  later: { 130101: 601_000, 410100: 60_000 },
  never: [310000, 300001, 300005, 400101],
} as const;

/** Of a robot's address with a secret: base64(HMAC-SHA256(secret, "timestamp\nsecret")); the timestamp in milliseconds. */
export const dingtalkSign = (timestamp: number, secret: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

/** A group robot of DingTalk. */
export function createDingtalk(parts: WayParts): Way {
  return {
    id: 'dingtalk',
    paceMs: twentyAMinute,
    atOnce: 20,
    attempts: 8,
    async send(letter) {
      const { url: address, secret } = letter.target!;
      const { title, lines, words } = await write(letter, parts);
      const text = lines.map(({ item, heading, detail, open, done }) => {
        // Who is to be named must stand in the text as well.
        const people = item.people.map(({ name, account }) => (account ? `@${account}` : inert(name))).join(' ');
        const links = [`[${words.open}](${open})`, ...(done ? [`[${words.done}](${done})`] : [])].join(' ');
        return `- ${inert(heading)} ${inert(detail)} ${people} ${links}`;
      });
      const accounts = letter.items.flatMap(({ people }) => people.flatMap(({ account }) => account ?? []));
      const isMobile = (account: string) => /^\+?\d[\d-]{6,19}$/.test(account);
      const body = JSON.stringify({
        msgtype: 'markdown',
        markdown: { title: inert(title), text: fitted([`#### ${inert(title)}`, ...text], longest, words.rest) },
        at: {
          atMobiles: accounts.filter(isMobile),
          atUserIds: accounts.filter((account) => !isMobile(account)),
          isAtAll: false,
        },
      });
      const url = new URL(address);
      if (secret) {
        const timestamp = parts.clock.now().getTime();
        url.searchParams.set('timestamp', String(timestamp));
        url.searchParams.set('sign', dingtalkSign(timestamp, secret));
      }
      checkCode(await parts.egress.post(url.href, body, { 'Content-Type': 'application/json' }), codes);
    },
  };
}
