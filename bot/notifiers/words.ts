import type { Language } from '#ai/reading.ts';
import { kindOf } from '#crm/notifications/kinds.ts';
import type { Letter, LetterItem } from '#crm/notifications/letter.ts';

/** Words of what staff are told outside the desk. */
const texts = {
  zh: {
    many: (count: number) => `知音：${count} 条提醒`,
    one: (heading: string) => `知音：${heading}`,
    due: (time: string) => `截止 ${time}`,
    urgent: '【紧急】',
    open: '打开',
    done: '标记完成',
    doneNoNext: '完成，无需再联系',
    doneAndNext: '完成，约下次联系',
    doneWord: '已完成',
    rest: (count: number) => `还有 ${count} 条，请在工作台查看。`,
    complaint: (number: number) => `投诉 C-${number}`,
    conversation: '一段对话',
    reason: '您收到此消息，是因为您在知音工作台负责相关事务。可在工作台“我的提醒”中调整。',
    linked: (name: string) => `${name}，已绑定。以后的提醒会发到这里。`,
    notHere: '请私聊我发送绑定码，不要在群里发送。',
    onDesk: '请在工作台完成',
    notYours: '这条任务不是发给您的，请在工作台处理。',
    over: '这条任务已经处理过了。',
  },
  en: {
    many: (count: number) => `Zhiyin: ${count} notifications`,
    one: (heading: string) => `Zhiyin: ${heading}`,
    due: (time: string) => `due ${time}`,
    urgent: '[Urgent] ',
    open: 'Open',
    done: 'Mark as done',
    doneNoNext: 'Done, nothing next',
    doneAndNext: 'Done, plan next',
    doneWord: 'Done',
    rest: (count: number) => `${count} more on the desk.`,
    complaint: (number: number) => `Complaint C-${number}`,
    conversation: 'A conversation',
    reason: 'You get this because you work on the Zhiyin desk. Change it there under “My notifications”.',
    linked: (name: string) => `Linked, ${name}. Notifications will come here from now on.`,
    notHere: 'Please send me the code in a private chat, not in a group.',
    onDesk: 'Please use the desk',
    notYours: 'This task was not sent to you; please use the desk.',
    over: 'This task has been dealt with already.',
  },
};
export const wordsIn = (language: Language) => texts[language];

/** Where the links of a message lead. */
export interface Links {
  open: string;
  /** Completes the task for the one person it was made for. */
  done: string | null;
  /** The done-link's id, for a button that needs no address. */
  doneId: string | null;
}

/** A thing as every way shows it: plain text without any markup. */
export interface Line extends Links {
  item: LetterItem;
  heading: string;
  detail: string;
}

/** A letter in words. */
export interface Message {
  title: string;
  lines: Line[];
  words: (typeof texts)[Language];
}

/** A letter in the language of whom it is for; times by the shop's clock. */
export function compose(letter: Letter, zone: string, linksOf: (item: LetterItem) => Links): Message {
  const words = texts[letter.language];
  const lines = letter.items.map((item) => ({ item, ...linksOf(item), ...wordsOf(item, letter.language, zone) }));
  const [first] = lines;
  const title = lines.length === 1 && first ? words.one(first.heading) : words.many(lines.length);
  return { title, lines, words };
}

function wordsOf(item: LetterItem, language: Language, zone: string): { heading: string; detail: string } {
  const words = texts[language];
  const about =
    item.task?.title ??
    (item.complaint ? words.complaint(item.complaint.number) : item.conversationId ? words.conversation : '');
  const kind = kindOf(item.kind).title[language];
  const due = item.task && words.due(timeIn(item.task.dueAt, language, zone));
  const joint = language === 'zh' ? '：' : ': ';
  return {
    heading: `${item.urgent ? words.urgent : ''}${about ? `${kind}${joint}${oneLine(about)}` : kind}`,
    detail: [due, item.note && oneLine(item.note)].filter(Boolean).join(language === 'zh' ? '，' : ', '),
  };
}

const timeIn = (at: Date, language: Language, zone: string): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300);

/** As many of the lines as fit into so many bytes, and a word about the rest. */
export function fitted(lines: string[], bytes: number, rest: (count: number) => string): string {
  const whole = lines.join('\n');
  if (Buffer.byteLength(whole) <= bytes) return whole;
  for (let count = lines.length - 1; count > 0; count--) {
    const text = [...lines.slice(0, count), rest(lines.length - count)].join('\n');
    if (Buffer.byteLength(text) <= bytes) return text;
  }
  return cut(lines[0] ?? '', bytes);
}

/** The beginning of a text in so many bytes, without half a character. */
export function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let size = Buffer.byteLength('…');
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Text for ways that read Markdown: what customers wrote can neither link, mention everybody, nor colour. */
export const inert = (text: string): string =>
  text.replace(/[<>[\]()*_`#~|\\!@]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0));
