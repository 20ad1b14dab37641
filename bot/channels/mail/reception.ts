import type { Activity } from 'botbuilder';
import type { Clock } from '#crm/clock.ts';
import type { MessageBudget } from '#crm/conversations/messageBudget.ts';
import type { Database } from '#prisma/client.ts';
import { botAccount } from '../../turns/reply.ts';
import type { Turns } from '../../turns/turns.ts';
import { capabilitiesOf } from '../capabilities.ts';
import { chosenThere } from '../choices.ts';
import { keepConversation } from '../conversations.ts';
import { keepFiles } from './attachments.ts';
import { verdictOf } from './authentication.ts';
import { activityIdIn, answersOurs, channelId, heldMails, type MailData, provenMark } from './letters.ts';
import { type Mail, readMail } from './parsing.ts';
import type { MailSettings } from './settings.ts';

/** What the reception needs. */
export interface ReceptionParts {
  settings: MailSettings;
  dataDir: string;
  db: Database;
  turns: Turns;
  budget: MessageBudget;
  clock: Clock;
  /** Told of a mail of ours that did not arrive; the account, where it was known. */
  failed(channel: string, activityId: string, reason: string): Promise<string | undefined>;
  /** Asks whoever has the address to answer, so that it is known who wrote. */
  askWho(conversationId: string, address: string): Promise<void>;
}

/** What became of a mail. */
export type Taken = 'heard' | 'held' | 'bounce' | 'automatic' | 'own';

/** Takes mail in: once, in order, and only from whom it is. Nothing is acted on that a stranger may have written in a customer's name. */
export class MailReception {
  readonly #parts: ReceptionParts;

  constructor(parts: ReceptionParts) {
    this.#parts = parts;
  }

  /** Durable when it returns; the same mail again changes nothing. Throws MailUnreadable. */
  async take(raw: Buffer): Promise<Taken> {
    const { settings, db, budget, clock } = this.#parts;
    const mail = await readMail(raw);
    const account = mail.from.address;
    if (account === settings.address) return 'own';
    if (mail.bounce) {
      await this.#bounced(mail.bounce);
      return 'bounce';
    }
    const place = { channel: channelId, externalId: `${settings.address}:${account}` };
    if (mail.automatic) {
      const where = { channel_externalId: place };
      const known = await db.client.conversation.findUnique({ where, select: { id: true } });
      if (known) await this.#receive(known.id, mail, { proven: null }, 'automaticMail');
      return 'automatic';
    }
    const conversationId = await keepConversation(db, { ...place, userId: null });
    const verdict = verdictOf(mail.authentication, settings.trustedServer, account);
    if (!verdict.proven && (await answersOurs(db, conversationId, mail.references))) verdict.proven = 'reply';
    if (!verdict.proven) {
      await this.#receive(conversationId, mail, verdict, 'unprovenMail');
      await this.#parts.askWho(conversationId, account);
      return 'held';
    }
    await keepConversation(db, { ...place, userId: account });
    await budget.heardFrom({ channel: channelId, account }, clock.now());
    await this.#hearHeld(conversationId);
    await this.#receive(conversationId, mail, verdict, 'message');
    return 'heard';
  }

  async #receive(
    conversationId: string,
    mail: Mail,
    verdict: MailData['verdict'],
    type: 'message' | 'unprovenMail' | 'automaticMail',
  ): Promise<void> {
    const { settings, db, dataDir } = this.#parts;
    const { attachments, leftOut } = await keepFiles({ db, dataDir }, conversationId, mail);
    const { messageId, subject, references } = mail;
    const chosen =
      type === 'message' ? await chosenThere(db, conversationId, mail.text, capabilitiesOf(channelId)) : undefined;
    const activity = {
      type,
      text: chosen ?? mail.text,
      attachments,
      channelId,
      serviceUrl: 'urn:zhiyin:mail',
      conversation: { id: `${settings.address}:${mail.from.address}` },
      from: { id: mail.from.address, name: mail.from.name, role: 'user' },
      recipient: botAccount,
      channelData: { mail: { messageId, subject, references, verdict, leftOut } satisfies MailData },
    } as unknown as Partial<Activity>;
    await this.#turn(conversationId, messageId, activity);
  }

  async #turn(conversationId: string, externalId: string, activity: Partial<Activity>): Promise<void> {
    const heard = activity.type === 'message';
    const kind = { direction: heard ? ('inbound' as const) : ('internal' as const), sender: 'customer' };
    const received = await this.#parts.turns.receive({ conversationId, externalId, activity }, kind);
    if (!received) throw new Error('The conversation was removed while a mail for it came in.');
  }

  /** Whoever proves themselves has written what was held. */
  async #hearHeld(conversationId: string): Promise<void> {
    for (const activity of await heldMails(this.#parts.db, conversationId)) {
      const { id: _, timestamp: __, ...said } = activity;
      const { messageId } = activity.channelData.mail as MailData;
      await this.#turn(conversationId, `${provenMark}${messageId}`, { ...said, type: 'message' });
    }
  }

  async #bounced({ messageId, reason, gone }: NonNullable<Mail['bounce']>): Promise<void> {
    const activityId = activityIdIn(messageId);
    const account = activityId && (await this.#parts.failed(channelId, activityId, reason));
    if (account && gone) await this.#parts.budget.corrected({ channel: channelId, account }, 'blocked');
  }
}
