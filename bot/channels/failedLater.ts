import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import { tellStaff } from './undelivered.ts';

const fail = `
UPDATE "OutboxEntry" o SET "state" = 'failed', "error" = $3::text FROM "Conversation" c
WHERE o."activityId" = $2::uuid AND o."conversationId" = c."id" AND c."channel" = $1::text AND o."state" IN ('sent', 'uncertain')
RETURNING o."conversationId", c."userId"`;

/**
 * A channel tells later that what it had taken did not arrive. Staff are told once, and the account is returned; undefined where
 * there is no such message, or it was known.
 */
export function failedLater(db: Database, services: Pick<Services, 'tasks'>) {
  const tell = tellStaff(db, services);
  return async (channel: string, activityId: string, reason: string): Promise<string | undefined> => {
    const [row] = await db.query('channel_failed_later', fail, [channel, activityId, reason.slice(0, 500)]);
    if (!row) return undefined;
    const conversationId = row.conversationId as string;
    await tell({ conversationId, activityId, state: 'failed', reason });
    db.signals.publish('conversations', { conversationId });
    return (row.userId as string | null) ?? undefined;
  };
}
