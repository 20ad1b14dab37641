import type { Activity } from 'botbuilder';
import type { Database } from '#prisma/client.ts';
import type { Turns } from '../../turns/turns.ts';

/** A received activity whose answer somebody waits for. */
export interface Awaited {
  conversationId: string;
  activityId: string;
  sequence: number;
}

const state = `SELECT "state"::text FROM "InboxEntry" WHERE "id" = $1::uuid`;

const replies = `
SELECT "body" FROM "Activity"
WHERE "conversationId" = $1::uuid AND "sequence" > $2::int AND "direction" = 'outbound' AND "body"->>'replyToId' = $3::text
ORDER BY "sequence"`;

const pollMs = 500;

/**
 * The committed replies to an activity, once its turn is over, on whichever instance it runs; undefined if that takes
 * longer than `limitMs`. Asked again for the same activity, it is the same answer.
 */
export async function answerTo(
  parts: { db: Database; turns: Turns },
  { conversationId, activityId, sequence }: Awaited,
  limitMs: number,
): Promise<Partial<Activity>[] | undefined> {
  const { db } = parts;
  const until = performance.now() + limitMs;
  const commits = commitsOf(parts, conversationId);
  try {
    while (true) {
      const [entry] = await db.query('connector_state', state, [activityId]);
      if (entry?.state !== 'waiting') break;
      const left = until - performance.now();
      if (left <= 0) return undefined;
      await commits.next(Math.min(left, pollMs));
    }
  } finally {
    commits.stop();
  }
  const rows = await db.query('connector_replies', replies, [conversationId, sequence, activityId]);
  return rows.map((row) => row.body as Partial<Activity>);
}

/** Wakes whoever waits for news of a conversation; what comes while nobody waits is not missed. */
function commitsOf({ db, turns }: { db: Database; turns: Turns }, conversationId: string) {
  let wake: (() => void) | undefined;
  let news = false;
  const tell = () => {
    news = true;
    wake?.();
  };
  const stops = [
    turns.onCommit(conversationId, tell),
    db.signals.subscribe('activities', (signal) => {
      if (signal.conversationId === conversationId) tell();
    }),
  ];
  return {
    async next(limitMs: number): Promise<void> {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (news) resolve();
        else timer = setTimeout(resolve, limitMs);
      });
      clearTimeout(timer);
      wake = undefined;
      news = false;
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
