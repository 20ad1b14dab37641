import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';
import { botAccount } from '../../turns/reply.ts';
import { since } from '../../turns/statements.ts';
import type { Commit } from '../../turns/turn.ts';
import type { Turns } from '../../turns/turns.ts';
import {
  type CustomerActivity,
  type DirectLineActivity,
  type DirectLineListener,
  type DirectLineStore,
  type Page,
  type Upload,
  VISIBLE_TYPES,
} from './store.ts';

/** The channel's id in the database and in activities. */
export const channelId = 'directline';

const isVisible = (entry: Commit['activities'][number]) =>
  entry.direction !== 'internal' && VISIBLE_TYPES.includes(entry.activity.type ?? '');

/** Direct Line's memory: conversations and history in PostgreSQL, new activities through the turns. */
export function createTurnsStore(db: Database, turns: Turns): DirectLineStore {
  const listeners = new Map<string, Set<DirectLineListener>>();
  const each = (conversationId: unknown, tell: (listener: DirectLineListener) => void) => {
    for (const listener of listeners.get(String(conversationId)) ?? []) tell(listener);
  };
  db.signals.subscribe('activities', ({ conversationId }) => each(conversationId, (listener) => listener.changed()));
  db.signals.subscribe('ephemeral', ({ conversationId, activity }) =>
    each(conversationId, (listener) => listener.ephemeral(activity as DirectLineActivity)),
  );

  return {
    async open({ conversationId, userId, locale }) {
      const made = await db.client.conversation.createMany({
        data: { id: conversationId, channel: channelId, externalId: conversationId, userId },
        skipDuplicates: true,
      });
      // Repeated where an earlier attempt ended between the two: the inbox keeps it once.
      await turns.receive(
        { conversationId, externalId: 'conversationUpdate', activity: welcome(conversationId, userId, locale) },
        { direction: 'internal', sender: 'system' },
      );
      return { created: made.count === 1 };
    },

    async find(conversationId) {
      const found = await db.client.conversation.findUnique({
        where: { id: conversationId },
        select: { id: true, channel: true, userId: true, sequence: true, erasedAt: true },
      });
      if (found?.channel !== channelId || found.erasedAt) return null;
      return { id: found.id, userId: found.userId ?? '', closed: false, watermark: found.sequence };
    },

    async append({ conversationId, activity, externalId, uploads }) {
      // First the files, so that whoever reads the message finds them.
      await keepUploads(db, conversationId, uploads);
      const received = await turns.receive({
        conversationId,
        externalId,
        activity: incoming(conversationId, activity),
      });
      if (!received || received.repeated) await forgetUploads(db, uploads);
      return received && { id: received.id, repeated: received.repeated };
    },

    pass(conversationId, activity) {
      db.signals.broadcast('typing', { conversationId, from: activity.from.id });
    },

    async since(conversationId, watermark, limit) {
      const rows = await db.query('history_since', since, [conversationId, watermark, VISIBLE_TYPES, limit]);
      const entries = rows.flatMap((row) =>
        row.body ? [{ sequence: row.sequence as number, activity: row.body as DirectLineActivity }] : [],
      );
      const more = entries.length === limit;
      const told = more ? entries.at(-1)!.sequence : ((rows[0]?.upTo as number | undefined) ?? watermark);
      return { entries, watermark: Math.max(watermark, told), more };
    },

    async visible(conversationId, activityIds) {
      const ids = activityIds.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id));
      if (ids.length === 0) return [];
      const found = await db.client.activity.findMany({
        where: { id: { in: ids }, conversationId, direction: { not: 'internal' }, type: { in: [...VISIBLE_TYPES] } },
        select: { id: true },
      });
      return found.map((activity) => activity.id);
    },

    subscribe(conversationId, listener) {
      const set = listeners.get(conversationId) ?? new Set();
      listeners.set(conversationId, set.add(listener));
      const stop = turns.onCommit(conversationId, (commit) => listener.changed(pageOf(commit)));
      return () => {
        stop();
        set.delete(listener);
        if (set.size === 0) listeners.delete(conversationId);
      };
    },

    upload: (id) => db.client.upload.findUnique({ where: { id } }),
  };
}

async function keepUploads(db: Database, conversationId: string, uploads: Upload[]): Promise<void> {
  if (uploads.length === 0) return;
  await db.client.upload.createMany({
    data: uploads.map(({ id, name, contentType, size }) => ({ id, conversationId, name, contentType, size })),
    skipDuplicates: true,
  });
}

async function forgetUploads(db: Database, uploads: Upload[]): Promise<void> {
  if (uploads.length === 0) return;
  await db.client.upload.deleteMany({ where: { id: { in: uploads.map(({ id }) => id) } } });
}

function pageOf(commit: Commit): { after: number; page: Page } {
  const entries = commit.activities
    .filter(isVisible)
    .map(({ sequence, activity }) => ({ sequence, activity: activity as unknown as DirectLineActivity }));
  return { after: commit.after, page: { entries, watermark: commit.upTo, more: false } };
}

/** The activity as a channel's adapter would have made it: addressed, and answered in process. */
function incoming(conversationId: string, activity: CustomerActivity) {
  return {
    ...activity,
    channelId,
    serviceUrl: 'urn:zhiyin:directline',
    conversation: { id: conversationId },
    recipient: botAccount,
  } as never;
}

function welcome(conversationId: string, userId: string, locale: string | undefined) {
  const from = { id: userId, role: 'user' } as const;
  return incoming(conversationId, {
    type: 'conversationUpdate',
    id: v7(),
    from,
    membersAdded: [botAccount, from],
    ...(locale ? { locale } : {}),
  });
}
