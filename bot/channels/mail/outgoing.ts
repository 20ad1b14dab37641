import { type Activity, ActivityTypes } from 'botbuilder';
import type { SendMailOptions } from 'nodemailer';
import { replies } from '#dialogs/replies.ts';
import type { Database } from '#prisma/client.ts';
import { capabilitiesOf } from '../capabilities.ts';
import type { DeliveryEntry } from '../channel.ts';
import { type Links, present } from '../presenting.ts';
import { answeredMail, channelId, confirmationIdOf, messageIdOf } from './letters.ts';

/** What letters are written with. */
export interface LetterParts {
  db: Database;
  links: Links;
  address: string;
  /** The shop's name in both languages. */
  shopName(): Promise<{ zh: string; en: string }>;
}

const languageOf = (activity: Partial<Activity>) => (activity.locale?.startsWith('en') ? 'en' : 'zh');
const answerTo = (subject: string) => (/^(?:re|aw|回复|答复)\s*[:：]/i.test(subject) ? subject : `Re: ${subject}`);

/**
 * The replies of a turn as one mail, in the thread of the mail that they answer; what nobody asked for begins its own. Undefined
 * where there is nothing to show.
 */
export async function letterOf(parts: LetterParts, entry: DeliveryEntry): Promise<SendMailOptions | undefined> {
  const { db, links, address } = parts;
  const { conversation, kind = 'answer', repliesTo } = entry;
  const said = [entry.activity, ...(entry.following ?? [])].filter(({ type }) => type === ActivityTypes.Message);
  const last = said.at(-1);
  if (!last?.id || !conversation.userId) return undefined;
  const capabilities = capabilitiesOf(channelId);
  const texts: string[] = [];
  for (const activity of said) {
    // Only the choices of the last stand, as everywhere in Bot Framework.
    const shown = activity === last ? activity : { ...activity, suggestedActions: undefined };
    const { activities } = await present(shown as Partial<Activity>, { capabilities, links });
    texts.push(...activities.flatMap(({ text }) => text ?? []));
  }
  if (texts.length === 0) return undefined;
  const byPerson = last.channelData?.sender === 'person';
  const answers = repliesTo !== null || byPerson;
  const before = answers ? await answeredMail(db, conversation.id, repliesTo) : undefined;
  const name = await parts.shopName();
  const language = languageOf(last);
  const text = texts.join('\n\n');
  const subject = before?.subject ? answerTo(before.subject) : replies[language].mailSubject(name[language]);
  const shop = name[language];
  return {
    from: { name: byPerson && last.from?.name ? `${last.from.name} (${shop})` : shop, address },
    to: conversation.userId,
    subject,
    messageId: `<${messageIdOf(last.id, address)}>`,
    ...(before
      ? {
          inReplyTo: `<${before.messageId}>`,
          references: [...before.references, before.messageId].map((id) => `<${id}>`),
        }
      : {}),
    headers: {
      ...(byPerson ? {} : { 'Auto-Submitted': before ? 'auto-replied' : 'auto-generated' }),
      ...(kind === 'answer' ? {} : { 'List-Unsubscribe': `<mailto:${address}?subject=STOP>` }),
    },
    text,
    html: htmlOf(text),
  };
}

/**
 * The question who is there, in both languages: nothing of what was written stands in it, so that nobody can have us send their words
 * to others.
 */
export async function confirmationOf(
  { address, shopName }: LetterParts,
  conversationId: string,
  to: string,
): Promise<SendMailOptions> {
  const name = await shopName();
  const text = [replies.zh.mailWho(name.zh), replies.en.mailWho(name.en)].join('\n\n');
  return {
    from: { name: name.zh, address },
    to,
    subject: `${replies.zh.mailWhoSubject} / ${replies.en.mailWhoSubject}`,
    messageId: `<${confirmationIdOf(conversationId, address)}>`,
    headers: { 'Auto-Submitted': 'auto-replied' },
    text,
    html: htmlOf(text),
  };
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** Plain words as a page: paragraphs, lines, addresses that can be opened. */
function htmlOf(text: string): string {
  const line = (one: string) =>
    one
      .split(/(https?:\/\/[^\s<>"]+)/)
      .map((part, place) => (place % 2 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
      .join('');
  const paragraphs = text.split(/\n{2,}/).map((each) => `<p>${each.split('\n').map(line).join('<br>')}</p>`);
  return `<div style="font:16px/1.6 system-ui,'PingFang SC','Microsoft YaHei',sans-serif;max-width:640px">${paragraphs.join('')}</div>`;
}
