import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import { validate } from 'uuid';
import type { Language } from '#ai/reading.ts';
import type { Clock } from '#crm/clock.ts';
import { wantsLargeType } from '#crm/preferences/needs.ts';
import type { Services } from '#crm/services.ts';
import { replies } from '#dialogs/replies.ts';
import type { Database } from '#prisma/client.ts';
import { botAccount } from '../../turns/reply.ts';
import type { Turns } from '../../turns/turns.ts';
import { cleanText } from '../directLine/cleanJson.ts';
import { answersOf, type Form, formOf } from './inputs.ts';
import { formPage, sentencePage } from './page.ts';

/** What forms need from the house. */
export interface FormParts {
  db: Database;
  turns: Turns;
  services: Pick<Services, 'shop' | 'preferences'>;
  clock: Clock;
  signingKey: Uint8Array;
}

/** For how long a link can be used, in ms. */
const daysMs = 7 * 24 * 3600_000;
const largestBody = 64 * 1024;

const asked = `
SELECT a."body", c."id", c."channel", c."externalId", c."userId", c."customerId",
  EXISTS (SELECT 1 FROM "InboxEntry" i WHERE i."conversationId" = c."id" AND i."externalId" = $2::text) AS "done"
FROM "Activity" a JOIN "Conversation" c ON c."id" = a."conversationId"
WHERE a."id" = $1::uuid AND a."direction" = 'outbound' AND c."erasedAt" IS NULL`;

/**
 * Forms for channels that cannot show them: a page of the house behind a signed link, which can be sent once. What was filled in enters
 * the conversation as the customer's message, in words for people and as Bot Framework's `value` for dialogs.
 */
export class Forms {
  readonly #parts: FormParts;

  constructor(parts: FormParts) {
    this.#parts = parts;
  }

  /** The path of the form that an activity asks to fill in. */
  pathOf(activityId: string): string {
    const until = Math.floor((this.#parts.clock.now().getTime() + daysMs) / 1000).toString(36);
    return `/f/${activityId}.${until}.${this.#sign(activityId, until)}`;
  }

  mount(server: Server): void {
    server.get('/f/:token', async (request, response) => this.#show(request, response));
    server.post('/f/:token', async (request, response) => this.#take(request, response));
  }

  async #show(request: Request, response: Response): Promise<void> {
    const found = await this.#find(request);
    const shop = await this.#shop(found?.language ?? 'zh');
    if (!found)
      return reply(response, 404, sentencePage('zh', shop, `${replies.zh.form.gone} ${replies.en.form.gone}`));
    const { form, language, done, large } = found;
    reply(
      response,
      200,
      done
        ? sentencePage(language, shop, replies[language].form.thanks)
        : formPage(form, language, shop, undefined, [], large),
    );
  }

  async #take(request: Request, response: Response): Promise<void> {
    const found = await this.#find(request);
    const shop = await this.#shop(found?.language ?? 'zh');
    if (!found)
      return reply(response, 404, sentencePage('zh', shop, `${replies.zh.form.gone} ${replies.en.form.gone}`));
    const { form, language, activityId, conversation, large } = found;
    const posted = new URLSearchParams(await bodyOf(request));
    const { value, missing, text } = answersOf(form, posted);
    if (missing.length > 0) return reply(response, 400, formPage(form, language, shop, posted, missing, large));
    const activity = {
      type: 'message',
      text,
      value,
      locale: language === 'zh' ? 'zh-CN' : 'en',
      channelId: conversation.channel,
      serviceUrl: 'urn:zhiyin:form',
      conversation: { id: conversation.externalId },
      from: { id: conversation.userId ?? '', role: 'user' },
      recipient: botAccount,
    } as unknown as Partial<Activity>;
    await this.#parts.turns.receive({ conversationId: conversation.id, externalId: `form:${activityId}`, activity });
    reply(response, 200, sentencePage(language, shop, replies[language].form.thanks));
  }

  async #shop(language: Language): Promise<string> {
    return (await this.#parts.services.shop.profile()).name[language];
  }

  /** The form of a link that is ours and not too old. */
  async #find(request: Request) {
    const [activityId = '', until = '', signature = ''] = String(request.params.token).split('.');
    const right = Buffer.from(this.#sign(activityId, until));
    const given = Buffer.from(signature);
    if (given.length !== right.length || !timingSafeEqual(given, right) || !validate(activityId)) return undefined;
    if (Number.parseInt(until, 36) * 1000 < this.#parts.clock.now().getTime()) return undefined;
    const [row] = await this.#parts.db.query('form_asked', asked, [activityId, `form:${activityId}`]);
    const body = row?.body as Partial<Activity> | undefined;
    const form: Form | undefined = body && formOf(body);
    if (!row || !body || !form) return undefined;
    const language: Language = body.locale?.startsWith('en') ? 'en' : 'zh';
    const conversation = row as unknown as { id: string; channel: string; externalId: string; userId: string | null };
    const customerId = row.customerId as string | null;
    const large = customerId ? wantsLargeType(await this.#parts.services.preferences.needsOf(customerId)) : false;
    return { activityId, form, language, conversation, large, done: row.done as boolean };
  }

  #sign(activityId: string, until: string): string {
    return createHmac('sha256', this.#parts.signingKey).update(`form.${activityId}.${until}`).digest('base64url');
  }
}

async function bodyOf(request: Request): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as unknown as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw Object.assign(new Error('This is more than the form can hold.'), { status: 413 });
    chunks.push(chunk);
  }
  return cleanText(Buffer.concat(chunks).toString('utf8')).replaceAll('%00', '');
}

function reply(response: Response, status: number, html: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
  response.end(html);
}
