import { checkCode } from './answers.ts';
import { type WayParts, write } from './parts.ts';
import { twentyAMinute, type Way } from './way.ts';
import { fitted, inert } from './words.ts';

/** Bytes of a Markdown message (developer.work.weixin.qq.com/document/path/99110). */
const longest = 4096;
// 45009: too fast. 93000: the key is unknown. 40058, 44004: the content is not allowed.
const codes = { field: 'errcode', later: { 45009: 60_000 }, never: [93000, 40058, 44004] } as const;

/** A group robot of WeCom. It can take no answer: what is done is said by link. */
export function createWecomRobot(parts: WayParts): Way {
  return {
    id: 'wecomRobot',
    paceMs: twentyAMinute,
    atOnce: 20,
    attempts: 8,
    async send(letter) {
      const { title, lines, words } = await write(letter, parts);
      const text = lines.map(({ item, heading, detail, open, done }) => {
        const people = item.people.map(({ name, account }) => (account ? `<@${account}>` : inert(name))).join(' ');
        const colour = item.urgent ? 'warning' : 'comment';
        const links = [`[${words.open}](${open})`, ...(done ? [`[${words.done}](${done})`] : [])].join(' ');
        return `> ${inert(heading)} <font color="${colour}">${inert(detail)}</font> ${people} ${links}`;
      });
      const content = fitted([`**${inert(title)}**`, ...text], longest, words.rest);
      const body = JSON.stringify({ msgtype: 'markdown', markdown: { content } });
      checkCode(await parts.egress.post(letter.target!.url, body, { 'Content-Type': 'application/json' }), codes);
    },
  };
}
