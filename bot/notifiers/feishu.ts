import { createHmac } from 'node:crypto';
import { checkCode } from './answers.ts';
import { type WayParts, write } from './parts.ts';
import type { Way } from './way.ts';

/** Bytes of a request's body. */
const longest = 20_000;
// 11232: too fast (100 a minute, 5 a second). 19021: signature or time; 19022: address; 19024: keyword; 9499: not readable.
const codes = {
  field: 'code',
  later: { 11232: 60_000, 9500: 60_000 },
  never: [19021, 19022, 19024, 9499, 19001],
} as const;

/** base64(HMAC-SHA256 of nothing, with the key "timestamp\nsecret"); the timestamp in seconds. DingTalk's is the reverse. */
export const feishuSign = (timestamp: number, secret: string): string =>
  createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');

type Part = { tag: 'text'; text: string } | { tag: 'a'; text: string; href: string } | { tag: 'at'; user_id: string };

/** A group robot of Feishu (Lark). Its parts are apart, so that no text can be read as a mention. */
export function createFeishu(parts: WayParts): Way {
  return {
    id: 'feishu',
    paceMs: 1000,
    atOnce: 20,
    attempts: 8,
    async send(letter) {
      const { url, secret } = letter.target!;
      const { title, lines, words } = await write(letter, parts);
      const content = lines.map(({ item, heading, detail, open, done }): Part[] => [
        { tag: 'text', text: `${heading} ${detail} ` },
        ...item.people.map(
          ({ name, account }): Part => (account ? { tag: 'at', user_id: account } : { tag: 'text', text: `${name} ` }),
        ),
        { tag: 'a', text: words.open, href: open },
        ...(done
          ? [
              { tag: 'text' as const, text: ' ' },
              { tag: 'a' as const, text: words.done, href: done },
            ]
          : []),
      ]);
      const timestamp = Math.floor(parts.clock.now().getTime() / 1000);
      const bodyOf = (shown: Part[][]) => {
        const language = letter.language === 'zh' ? 'zh_cn' : 'en_us';
        const post = { [language]: { title, content: shown } };
        const signed = secret ? { timestamp: String(timestamp), sign: feishuSign(timestamp, secret) } : {};
        return JSON.stringify({ ...signed, msg_type: 'post', content: { post } });
      };
      let body = bodyOf(content);
      for (let count = content.length - 1; count > 0 && Buffer.byteLength(body) > longest; count--) {
        body = bodyOf([...content.slice(0, count), [{ tag: 'text', text: words.rest(content.length - count) }]]);
      }
      checkCode(await parts.egress.post(url, body, { 'Content-Type': 'application/json' }), codes);
    },
  };
}
