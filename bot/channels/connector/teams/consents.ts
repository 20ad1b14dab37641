import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Activity, type CloudAdapter, type ConversationReference, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Language } from '#ai/reading.ts';
import type { Clock } from '#crm/clock.ts';
import { replies } from '#dialogs/replies.ts';
import type { Database } from '#prisma/client.ts';
import type { GuardedEgress } from '../../../egress/egress.ts';
import type { Json } from '../../../turns/turn.ts';
import type { Links } from '../../presenting.ts';
import { asActivity, type PostedActivity } from '../activity.ts';
import { identityOf } from '../authentication.ts';
import { InvalidActivity } from '../errors.ts';
import { type Consent, consentSchema, infoCard } from './consentCard.ts';

/** What answers to file cards need. */
export interface ConsentParts {
  adapter: CloudAdapter;
  egress: GuardedEgress;
  db: Database;
  clock: Clock;
  links: Pick<Links, 'file'>;
  dataDir: string;
  logger: Logger;
}

export const consentInvoke = 'fileConsent/invoke';
const channel = 'msteams';
/** How long an answer that came already is remembered, in ms. */
const rememberedMs = 7 * 24 * 3600_000;

interface Answer {
  consent: Consent;
  reference: Partial<ConversationReference>;
  cardId: string | undefined;
  claims: Json;
  language: Language;
  file: { id: string; name: string };
}

/** Puts files into customers' OneDrive once they agreed (Teams' file consent), and gives them an address where they did not. */
export class FileConsents {
  readonly #parts: ConsentParts;
  readonly #inHand = new Set<Promise<void>>();

  constructor(parts: ConsentParts) {
    this.#parts = parts;
  }

  /** Takes an answer; the rest happens after it was acknowledged. An answer that comes again does nothing. Throws InvalidActivity. */
  async hear(posted: PostedActivity, conversationId: string, claims: Json): Promise<void> {
    const consent = consentSchema.safeParse(posted.value);
    if (!consent.success) throw new InvalidActivity('value: not an answer to a file consent card.');
    const { client } = this.#parts.db;
    const id = consent.data.context.file;
    const file = await client.upload.findFirst({ where: { id, conversationId }, select: { id: true, name: true } });
    if (!file) throw new InvalidActivity('value.context.file: there is no such file in this conversation.');
    const cardId = typeof posted.replyToId === 'string' ? posted.replyToId : undefined;
    if (!(await this.#first(`${conversationId} ${cardId ?? ''} ${id}`))) return;
    const { language } = await client.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    const { activityId: _, ...reference } = TurnContext.getConversationReference(asActivity(posted));
    const spoken = language === 'en' ? 'en' : 'zh';
    const work = this.#serve({ consent: consent.data, reference, cardId, claims, language: spoken, file })
      .catch((fault) => this.#parts.logger.error({ err: fault, conversationId }, 'a file card could not be answered'))
      .finally(() => this.#inHand.delete(work));
    this.#inHand.add(work);
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#inHand);
  }

  async #serve(answer: Answer): Promise<void> {
    const { consent, file, language } = answer;
    const words = replies[language].file;
    const { url } = await this.#parts.links.file(file.id);
    if (consent.action === 'decline') return this.#reply(answer, { text: words.declined(file.name, url) });
    try {
      await this.#upload(file.id, consent.uploadInfo.uploadUrl);
    } catch (fault) {
      this.#parts.logger.warn({ reason: (fault as Error).message }, 'a file could not be put into OneDrive');
      return this.#reply(answer, { text: words.failed(file.name, url) });
    }
    await this.#reply(answer, { attachments: [infoCard(consent)] });
  }

  /** In one piece: OneDrive takes up to 60 MiB so. */
  async #upload(id: string, url: string): Promise<void> {
    const bytes = await readFile(path.join(this.#parts.dataDir, 'uploads', id));
    const { status } = await this.#parts.egress.put(url, bytes, {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    });
    if (status < 200 || status > 299) throw new Error(`OneDrive answered ${status}.`);
  }

  /** Says what became of it, and takes the card away, which can be answered only once. */
  async #reply({ reference, cardId, claims }: Answer, said: Partial<Activity>): Promise<void> {
    const { adapter, logger } = this.#parts;
    await adapter.continueConversationAsync(identityOf(claims), reference, async (context) => {
      const message = { type: 'message', ...said } as Partial<Activity>;
      await adapter.sendActivities(context, [
        TurnContext.applyConversationReference(message, reference as ConversationReference) as Activity,
      ]);
      if (!cardId) return;
      await context
        .deleteActivity(cardId)
        .catch((fault: Error) => logger.info({ reason: fault.message }, 'a file card stays where it is'));
    });
  }

  /** Whether an answer is heard for the first time, on whichever instance. */
  async #first(answer: string): Promise<boolean> {
    const { db, clock } = this.#parts;
    const sha256 = createHash('sha256').update(`consent ${answer}`).digest('hex');
    const endsAt = new Date(clock.now().getTime() + rememberedMs);
    const row = { channel, sha256, mediaId: 'consent', endsAt };
    return (await db.client.channelFile.createMany({ data: [row], skipDuplicates: true })).count === 1;
  }
}
