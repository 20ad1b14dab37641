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
import { type Filled, FormBody } from './formBody.ts';
import { answersOf, type Form, formOf } from './inputs.ts';
import { formPage, sentencePage } from './page.ts';

/** What forms need from the house. */
export interface FormParts {
  db: Database;
  turns: Turns;
  services: Pick<Services, 'shop' | 'joinCodes' | 'preferences'>;
  clock: Clock;
  signingKey: Uint8Array;
  /** Customers' files lie in its folder `uploads`. */
  dataDir: string;
}

/** For how long a link can be used, in ms. */
export const formsHoldMs = 7 * 24 * 3600_000;
/** Marks the end of a link that is for one person alone. */
const personal = 'P';
const cookieName = 'zhiyin-form';

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
  readonly #body: FormBody;

  constructor(parts: FormParts) {
    this.#parts = parts;
    this.#body = new FormBody(parts.db, parts.dataDir);
  }

  /**
   * The path of the form that an activity asks to fill in. `knowing`: the page is opened with a pass of the conversation (WeChat's page that
   * knows who opens it), and by nobody without.
   */
  pathOf(activityId: string, knowing = false): string {
    const ends = Math.floor((this.#parts.clock.now().getTime() + formsHoldMs) / 1000).toString(36);
    const until = knowing ? `${personal}${ends}` : ends;
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
    if (found.knowing && !(await this.#knows(request, response, found))) return;
    const { form, language, done, large } = found;
    reply(
      response,
      200,
      done
        ? sentencePage(language, shop, replies[language].form.thanks)
        : formPage(form, language, shop, undefined, { large }),
    );
  }

  async #take(request: Request, response: Response): Promise<void> {
    const found = await this.#find(request);
    const shop = await this.#shop(found?.language ?? 'zh');
    if (!found)
      return reply(response, 404, sentencePage('zh', shop, `${replies.zh.form.gone} ${replies.en.form.gone}`));
    const { form, language, activityId, conversation, done, knowing, large } = found;
    if (knowing && !this.#isKnown(request, activityId)) return reply(response, 403, elsewhere(language, shop));
    if (done) return reply(response, 200, sentencePage(language, shop, replies[language].form.thanks));
    const filled = await this.#body.read(request, conversation.id, form);
    const problem = filled.problem ? replies[language].form.files : undefined;
    const { value, missing, text } = answersOf(form, filled.fields);
    if (problem || missing.length > 0) {
      await this.#body.discard(filled);
      return reply(response, 400, formPage(form, language, shop, filled.fields, { missing, large, problem }));
    }
    const activity = this.#message(conversation, language, { text: withFiles(text, form, filled), value, filled });
    const incoming = { conversationId: conversation.id, externalId: `form:${activityId}`, activity };
    const received = await this.#parts.turns.receive(incoming);
    if (!received || received.repeated) await this.#body.discard(filled);
    reply(response, 200, sentencePage(language, shop, replies[language].form.thanks));
  }

  #message(
    { channel, externalId, userId }: Conversation,
    language: Language,
    { text, value, filled }: { text: string; value: object; filled: Filled },
  ): Partial<Activity> {
    return {
      type: 'message',
      text,
      value,
      locale: language === 'zh' ? 'zh-CN' : 'en',
      ...(filled.attachments.length > 0 ? { attachments: filled.attachments } : {}),
      channelId: channel,
      serviceUrl: 'urn:zhiyin:form',
      conversation: { id: externalId },
      from: { id: userId ?? '', role: 'user' },
      recipient: botAccount,
    } as unknown as Partial<Activity>;
  }

  /** Lets in whoever comes with a pass of this conversation, and knows them from then on; the rest is told where the link is opened. */
  async #knows(
    request: Request,
    response: Response,
    found: { activityId: string; language: Language; conversation: Conversation },
  ) {
    const { activityId, language, conversation } = found;
    if (this.#isKnown(request, activityId)) return true;
    const pass = new URL(request.url ?? '', 'http://localhost').searchParams.get('pass');
    const shown = pass && (await this.#parts.services.joinCodes.spend(pass));
    if (!shown || shown.conversationId !== conversation.id) {
      reply(response, 403, elsewhere(language, await this.#shop(language)));
      return false;
    }
    const path = `/f/${request.params.token}`;
    response.writeHead(302, {
      Location: path,
      'Cache-Control': 'no-store',
      'Set-Cookie': `${cookieName}=${this.#sign(activityId, cookieName)}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${formsHoldMs / 1000}`,
    });
    response.end();
    return false;
  }

  #isKnown({ headers }: Request, activityId: string): boolean {
    const given = /(?:^|; )zhiyin-form=([\w-]+)/.exec(headers.cookie ?? '')?.[1] ?? '';
    return isSame(given, this.#sign(activityId, cookieName));
  }

  async #shop(language: Language): Promise<string> {
    return (await this.#parts.services.shop.profile()).name[language];
  }

  /** The form of a link that is ours and not too old. */
  async #find(request: Request) {
    const [activityId = '', until = '', signature = ''] = String(request.params.token).split('.');
    if (!isSame(signature, this.#sign(activityId, until)) || !validate(activityId)) return undefined;
    const knowing = until.startsWith(personal);
    const ends = Number.parseInt(knowing ? until.slice(personal.length) : until, 36) * 1000;
    if (ends < this.#parts.clock.now().getTime()) return undefined;
    const [row] = await this.#parts.db.query('form_asked', asked, [activityId, `form:${activityId}`]);
    const body = row?.body as Partial<Activity> | undefined;
    const form: Form | undefined = body && formOf(body);
    if (!row || !body || !form) return undefined;
    const language: Language = body.locale?.startsWith('en') ? 'en' : 'zh';
    const conversation = row as unknown as Conversation;
    const customerId = row.customerId as string | null;
    const large = customerId ? wantsLargeType(await this.#parts.services.preferences.needsOf(customerId)) : false;
    return { activityId, form, language, conversation, knowing, large, done: row.done as boolean };
  }

  #sign(activityId: string, until: string): string {
    return createHmac('sha256', this.#parts.signingKey).update(`form.${activityId}.${until}`).digest('base64url');
  }
}

interface Conversation {
  id: string;
  channel: string;
  externalId: string;
  userId: string | null;
}

/** What was filled in, in words, with how many files came. */
function withFiles(text: string, form: Form, { attachments }: Filled): string {
  const field = form.inputs.find(({ kind }) => kind === 'files');
  return [text, field && attachments.length > 0 && `${field.label}: ${attachments.length}`].filter(Boolean).join('\n');
}

const elsewhere = (language: Language, shop: string) => sentencePage(language, shop, replies[language].openAgain);

/** In a time that tells nothing. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
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
