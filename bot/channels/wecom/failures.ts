import type { Logger } from 'pino';
import type { MessageBudget } from '#crm/conversations/messageBudget.ts';
import type { Database } from '#prisma/client.ts';
import type { Undelivered } from '../../turns/delivery.ts';
import { accountOf, channelId, type KfAddress } from './channelId.ts';
import { activityIn, type Planned, sentAnew } from './messages.ts';

/** What failures need. */
export interface FailureParts {
  db: Database;
  budget: MessageBudget;
  /** Staff reach the customer another way. */
  onFailed(undelivered: Undelivered): Promise<void>;
  logger: Logger;
}

/** Why WeCom did not deliver what it had taken (developer.work.weixin.qq.com/document/path/94670, msg_send_fail). */
const reasons: Record<number, string> = {
  0: 'unknown reason',
  1: 'the 微信客服 account was deleted',
  2: 'the app is closed',
  4: 'more than 48 hours since the customer wrote',
  5: 'the session is closed',
  6: 'more than 5 messages since the customer wrote',
  7: 'the channels account is not bound',
  8: 'the channels account is not verified',
  9: 'the channels account is not set up',
  10: 'the customer refuses messages',
};
const over = 4;
const closed = 5;
const spent = 6;
const refused = 10;

const entryOf = `SELECT "state"::text, "rest" FROM "OutboxEntry" WHERE "id" = $1::uuid`;

const settle = `
UPDATE "OutboxEntry" SET "state" = $2::"OutboxState", "error" = $3::text, "rest" = $4::jsonb
WHERE "id" = $1::uuid AND "state" IN ('sent', 'held') RETURNING "conversationId"`;

/** The reply is on its way still: what became of it is kept a moment later. */
class StillSending extends Error {
  override name = 'StillSending';
}

/** What WeCom took and did not deliver: what only came too late or too often waits for the customer, of all else staff are told. */
export class KfFailures {
  readonly #parts: FailureParts;

  constructor(parts: FailureParts) {
    this.#parts = parts;
  }

  /** Told twice, nothing happens twice. Throws StillSending. */
  async record(address: KfAddress, messageId: string, reason: number): Promise<void> {
    const { db, budget, logger } = this.#parts;
    const activityId = activityIn(messageId);
    const [row] = activityId ? await db.query('kf_failed_entry', entryOf, [activityId]) : [];
    if (!activityId || !row) return;
    if (row.state === 'sending' || row.state === 'waiting') throw new StillSending('This reply is still being sent.');
    const of = { channel: channelId, account: accountOf(address) };
    const waits = [over, closed, spent].includes(reason);
    const rest = ((row.rest as unknown as Planned[] | null) ?? []).map((planned) =>
      planned.id === messageId
        ? { ...planned, id: sentAnew(planned.id), sent: false }
        : { ...planned, sent: planned.sent ?? row.state === 'sent' },
    );
    if (!rest.some(({ sent }) => !sent)) return;
    const said = `WeCom did not deliver it: ${reasons[reason] ?? `reason ${reason}`}.`;
    const parameters = [activityId, waits ? 'held' : 'failed', said, JSON.stringify(rest)];
    const [kept] = await db.query('kf_failed', settle, parameters);
    if (!kept) return;
    const conversationId = kept.conversationId as string;
    logger.warn({ conversationId, activityId, reason }, 'WeCom did not deliver a message');
    if (waits) await budget.corrected(of, reason === spent ? 'spent' : 'closed');
    else if (reason === refused) await budget.corrected(of, 'blocked');
    db.signals.publish('conversations', { conversationId });
    if (!waits) await this.#parts.onFailed({ conversationId, activityId, state: 'failed', reason: said });
  }
}
