import type { Letter } from '#crm/notifications/letter.ts';
import { type WayParts, write } from '../parts.ts';
import { SendRefused, type Way } from '../way.ts';
import { cut, fitted, inert, type Message } from '../words.ts';
import type { WecomClient, WecomSettings } from './client.ts';

/** Bytes of Markdown in a message of an app (developer.work.weixin.qq.com/document/path/90236). */
const longest = 2048;

/** The key of the button that says that a task is done, and that nothing is planned with its customer. */
export const doneKey = 'done';

/**
 * A person in WeCom, by a message of the shop's app: one task is a card with a button that marks it as done, several things
 * are a list. A member gets 30 messages a minute and 1000 an hour, what exceeds it is dropped without a word: so 3.7 s apart.
 */
export function createWecomApp(parts: WayParts, settings: WecomSettings, client: WecomClient): Way {
  return {
    id: 'wecom',
    paceMs: 3700,
    atOnce: 20,
    attempts: 7,
    async send(letter) {
      if (!letter.account) throw new SendRefused('No account in WeCom is linked any more.');
      const user = letter.account.address;
      const message = await write(letter, parts);
      const said = await client.call('/cgi-bin/message/send', {
        touser: user,
        agentid: settings.agentId,
        ...(cardOf(letter, message, settings.hears) ?? listOf(message)),
        enable_duplicate_check: 1,
        duplicate_check_interval: 1800,
      });
      // Of one recipient who is not there WeCom says so in a field and calls it a success.
      const invalid = String(said.invaliduser ?? '').split('|');
      if (invalid.some((each) => each.toLowerCase() === user.toLowerCase()))
        throw new SendRefused('WeCom does not know this member.');
    },
  };
}

function cardOf(letter: Letter, { lines, words }: Message, buttons: boolean): object | null {
  const [line, ...others] = lines;
  if (!buttons || !line?.doneId || others.length > 0) return null;
  return {
    msgtype: 'template_card',
    template_card: {
      card_type: 'button_interaction',
      main_title: { title: cut(line.heading, 120), desc: cut(line.detail, 160) },
      card_action: { type: 1, url: line.open },
      // Unique for each message; says which link the button stands for.
      task_id: `${line.doneId}@${letter.id}`,
      button_list: [
        { text: line.item.asksNext ? words.doneNoNext : words.done, style: 1, key: doneKey },
        ...(line.item.asksNext && line.done ? [{ type: 1, text: words.doneAndNext, style: 1, url: line.done }] : []),
        { type: 1, text: words.open, style: 2, url: line.open },
      ],
    },
  };
}

function listOf({ title, lines, words }: Message): object {
  const text = lines.map(({ heading, detail, open, done }) => {
    const links = [`[${words.open}](${open})`, ...(done ? [`[${words.done}](${done})`] : [])].join(' ');
    return `> ${inert(heading)} <font color="comment">${inert(detail)}</font> ${links}`;
  });
  return { msgtype: 'markdown', markdown: { content: fitted([`**${inert(title)}**`, ...text], longest, words.rest) } };
}
