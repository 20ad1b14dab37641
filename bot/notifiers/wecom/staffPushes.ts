import type { Logger } from 'pino';
import { BusinessError, Conflict } from '#crm/errors.ts';
import { NotificationAccounts } from '#crm/notifications/accounts.ts';
import type { Services } from '#crm/services.ts';
import { textOf, type XmlFields } from '../../channels/tencent/xml.ts';
import { wordsIn } from '../words.ts';
import { doneKey } from './app.ts';
import type { WecomClient, WecomSettings } from './client.ts';

/** What hearing staff needs from the house. */
export interface StaffPushParts {
  settings: WecomSettings;
  client: WecomClient;
  services: Pick<Services, 'doneLinks' | 'notificationAccounts'>;
  logger: Logger;
}

/**
 * What staff do with the app's messages (developer.work.weixin.qq.com/document/path/90240): a button was pressed, somebody wrote a code.
 * The same may come again, which changes nothing.
 */
export async function hearStaff(fields: XmlFields, parts: StaffPushParts): Promise<void> {
  if (textOf(fields, 'MsgType') === 'event' && textOf(fields, 'Event') === 'template_card_event')
    await pressed(fields, parts);
  else if (textOf(fields, 'MsgType') === 'text') await wrote(fields, parts);
}

/** The button: completes the task if whoever pressed it is whom the card was made for, and says so on the card. */
async function pressed(fields: XmlFields, { client, services, settings, logger }: StaffPushParts): Promise<void> {
  const user = textOf(fields, 'FromUserName');
  const linkId = /^([0-9a-f-]{36})@/.exec(textOf(fields, 'TaskId') ?? '')?.[1];
  if (!user || !linkId || textOf(fields, 'EventKey') !== doneKey) return;
  const owner = await services.notificationAccounts.ownerOf('wecom', user);
  const words = wordsIn(owner?.language === 'en' ? 'en' : 'zh');
  let shown: string = words.doneWord;
  try {
    if (!owner) shown = words.notYours;
    else await services.doneLinks.completeFor(linkId, owner.id);
  } catch (fault) {
    if (!(fault instanceof BusinessError)) throw fault;
    const onDesk = fault instanceof Conflict && fault.code === 'stepsMissing';
    shown = onDesk || fault.status === 422 ? words.onDesk : fault.status === 409 ? words.over : words.notYours;
  }
  const responseCode = textOf(fields, 'ResponseCode');
  if (!responseCode) return;
  // Not awaited: WeCom waits five seconds, and a response code is good only once, so that a repeated event fails here.
  client
    .call('/cgi-bin/message/update_template_card', {
      userids: [user],
      agentid: settings.agentId,
      response_code: responseCode,
      button: { replace_name: shown.slice(0, 20) },
    })
    .catch((fault: Error) => logger.warn({ reason: fault.message }, 'a card of WeCom could not be changed'));
}

/** A code: from now on this member is told here. */
async function wrote(fields: XmlFields, { client, services, settings, logger }: StaffPushParts): Promise<void> {
  const user = textOf(fields, 'FromUserName');
  const text = textOf(fields, 'Content');
  if (!user || !NotificationAccounts.isCode(text)) return;
  const linked = await services.notificationAccounts.redeem(text, { way: 'wecom', address: user });
  if (!linked) return;
  const content = wordsIn(linked.language === 'en' ? 'en' : 'zh').linked(linked.name);
  client
    .call('/cgi-bin/message/send', { touser: user, agentid: settings.agentId, msgtype: 'text', text: { content } })
    .catch((fault: Error) => logger.warn({ reason: fault.message }, 'WeCom did not take a message'));
}
