import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { BusinessError, Conflict } from '#crm/errors.ts';
import { NotificationAccounts } from '#crm/notifications/accounts.ts';
import type { Services } from '#crm/services.ts';
import { aesKeyOf, decrypt, isSigned, NotDecrypted } from '../../channels/tencent/crypto.ts';
import { NotXml, readXml, textOf, type XmlFields } from '../../channels/tencent/xml.ts';
import { wordsIn } from '../words.ts';
import { doneKey } from './app.ts';
import type { WecomClient, WecomSettings } from './client.ts';

export const wecomPath = '/channels/wecom';
const largestBody = 64 * 1024;

/** What the callback needs from the house. */
export interface CallbackParts {
  settings: WecomSettings & { token: string; encodingAesKey: string };
  client: WecomClient;
  services: Pick<Services, 'doneLinks' | 'notificationAccounts'>;
  logger: Logger;
}

/** Somebody else than WeCom, or a broken message. One answer for all, so that it tells nothing. */
class NotFromWecom extends Error {
  override name = 'NotFromWecom';
}

/**
 * What WeCom tells the app (developer.work.weixin.qq.com/document/path/90238): a button was pressed, somebody wrote a code.
 * Signed and encrypted, answered at once; the same may come again, which changes nothing.
 */
export function mountWecomCallback(server: Server, parts: CallbackParts): void {
  const { settings, logger } = parts;
  const key = aesKeyOf(settings.encodingAesKey);

  const open = (query: URLSearchParams, encrypted: string | undefined): string => {
    const [signature, timestamp, nonce] = ['msg_signature', 'timestamp', 'nonce'].map((name) => query.get(name) ?? '');
    if (!encrypted || !isSigned(signature!, [settings.token, timestamp!, nonce!, encrypted])) throw new NotFromWecom();
    return decrypt(key, settings.corpId, encrypted);
  };

  const answering = (answer: (request: IncomingMessage, query: URLSearchParams) => Promise<string>) => {
    return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      try {
        const query = new URL(request.url ?? '', 'http://localhost').searchParams;
        plain(response, 200, await answer(request, query));
      } catch (fault) {
        const known = fault instanceof NotFromWecom || fault instanceof NotDecrypted || fault instanceof NotXml;
        if (!known) logger.error({ err: fault }, 'a callback of WeCom failed');
        request.resume();
        plain(response, known ? 401 : 500, '');
      }
    };
  };

  server.get(
    wecomPath,
    answering(async (_request, query) => open(query, query.get('echostr') ?? undefined)),
  );
  server.post(
    wecomPath,
    answering(async (request, query) => {
      const outer = readXml(await bodyOf(request));
      const fields = readXml(open(query, textOf(outer, 'Encrypt')));
      if (textOf(fields, 'MsgType') === 'event' && textOf(fields, 'Event') === 'template_card_event')
        await pressed(fields, parts);
      else if (textOf(fields, 'MsgType') === 'text') await wrote(fields, parts);
      return '';
    }),
  );
}

/** The button: completes the task if whoever pressed it is whom the card was made for, and says so on the card. */
async function pressed(fields: XmlFields, { client, services, settings, logger }: CallbackParts): Promise<void> {
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
async function wrote(fields: XmlFields, { client, services, settings, logger }: CallbackParts): Promise<void> {
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

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new NotXml();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function plain(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}
