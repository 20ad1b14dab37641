import type { Localized } from '../catalogue/shapes.ts';
import { after, HOUR } from './calendar.ts';
import { Random } from './random.ts';
import type { CustomerRow, History } from './rows.ts';
import { Talk } from './talk.ts';

/** What was said, by whom, in order. */
type Line = { by: 'customer' | 'bot' | 'staff'; text: Localized };

const invoice: Line[] = [
  {
    by: 'customer',
    text: {
      zh: '您好，上周买的电热水壶想补开一张电子发票，抬头写我的名字就行。需要我再提供什么吗？',
      en: 'Hello, I would like an invoice for the kettle that I bought last week, in my own name. Do you need anything else from me?',
    },
  },
  {
    by: 'bot',
    text: {
      zh: '好的。请直接回复这封邮件，写上订单号，我转给同事办理。',
      en: 'Certainly. Please answer this mail with your order number, and I will pass it on to a colleague.',
    },
  },
  {
    by: 'customer',
    text: { zh: '订单号 QM26080912，谢谢。', en: 'It is order QM26080912, thank you.' },
  },
  {
    by: 'staff',
    text: {
      zh: '发票开好了，刚刚发到您这个邮箱。没收到的话，看看垃圾邮件，或者再回我一声。',
      en: 'Your invoice is done and has just been sent to this address. If it is not there, please look among the junk mail or write to me again.',
    },
  },
];

const parcel: Line[] = [
  {
    by: 'customer',
    text: {
      zh: '物流显示已签收，可我没拿到包裹',
      en: 'Tracking says my parcel was delivered but I do not have it',
    },
  },
  {
    by: 'bot',
    text: {
      zh: '给您添麻烦了，真抱歉。我请同事去查，就在这里回复您。',
      en: 'I am sorry about this. A colleague is looking into it and will answer you here.',
    },
  },
  {
    by: 'staff',
    text: {
      zh: '您好，问过快递了，包裹放在小区东门的驿站，报手机尾号就能取。',
      en: 'Hello, we asked the courier: your parcel is at the pick-up point by the east gate, under the last digits of your phone.',
    },
  },
  { by: 'customer', text: { zh: '拿到了，谢谢', en: 'Got it, thanks' } },
];

/** Two who never opened a chat: one writes by mail, one by text message, in the last hours. */
export function writeElsewhere(history: History, now: Date): void {
  const random = new Random(20_517);
  const { customers } = history;
  const byMail = customers.findLast(({ email, name }) => email && name);
  const byText = customers.findLast(({ phone, name, id }) => phone && name && id !== byMail?.id);
  const subject = byMail?.language === 'en' ? 'An invoice for my kettle' : '电热水壶补开发票';
  if (byMail?.email) {
    const account = byMail.email;
    hold({ history, random, now }, byMail, {
      channel: 'mail',
      account,
      at: after(now, -3 * HOUR),
      lines: invoice,
      subject,
    });
  }
  if (byText?.phone) {
    const account = byText.phone;
    hold({ history, random, now }, byText, {
      channel: 'smsgateway',
      account,
      at: after(now, -5 * HOUR),
      lines: parcel,
    });
  }
}

function hold(
  { history, random, now }: { history: History; random: Random; now: Date },
  customer: CustomerRow,
  of: { channel: string; account: string; at: Date; lines: Line[]; subject?: string },
): void {
  const { channel, account, at, lines, subject } = of;
  const identity = { id: random.id(at), customerId: customer.id, channel, externalId: account, createdAt: at };
  const externalId = channel === 'mail' ? `service@qimu.example:${account}` : account;
  const talk = new Talk(random, { customer, account: identity, externalId, at });
  const person = history.staff[0]!;
  for (const { by, text } of lines) {
    if (talk.at > after(now, -HOUR)) break;
    if (by === 'staff') talk.staffReplies(person, talk.in(text));
    else if (by === 'bot') talk.replies(talk.in(text));
    else {
      const said = talk.says(talk.in(text));
      const messageId = `<${said.id}@example.com>`;
      const verdict = { proven: 'dmarc' };
      const mail = { messageId, subject, references: [], verdict, leftOut: [] };
      if (subject) said.body.channelData = { mail };
    }
  }
  history.identities.push(identity);
  history.conversations.push(talk.conversation);
  history.activities.push(...talk.activities);
  if (talk.at > customer.lastSeenAt) customer.lastSeenAt = talk.at;
}
