import { Prisma } from '#prisma/client.ts';
import { shareOf } from '../statistics.ts';

/** How long after a message an answer, a purchase or a farewell counts as its effect, in days. */
const EFFECT = { answered: 3, bought: 30, left: 14 };

interface Row {
  ruleId: string;
  state: 'sent' | 'control' | 'task' | 'dropped' | 'planned';
  n: number;
  answered: number;
  bought: number;
  left: number;
}

/** A count with its share of all and the 95 % interval of that share (Wilson). */
export interface Counted {
  count: number;
  share: number | null;
  interval: { low: number; high: number } | null;
}

/** What became of a rule's messages. `control`: what those did who were left out. */
export interface RuleResults {
  ruleId: string;
  planned: number;
  tasks: number;
  dropped: number;
  sent: { n: number; answered: Counted; bought: Counted; left: Counted };
  control: { n: number; bought: Counted };
}

/** An "unsubscribe" after the message: it is no answer. */
const farewell = Prisma.sql`
  SELECT 1 FROM "Consent" k WHERE k."customerId" = m."customerId" AND k.purpose = 'care' AND NOT k.granted
     AND k.at > m."decidedAt" AND k.at < m."decidedAt" + make_interval(days => ${EFFECT.left})`;

/** For each rule and state how many, and what the customers did afterwards. */
export const resultsQuery = Prisma.sql`
  SELECT m."ruleId", m.state::text, count(*)::int AS n,
         count(*) FILTER (WHERE m.state = 'sent' AND EXISTS (
           SELECT 1 FROM "Activity" a WHERE a."conversationId" = m."conversationId" AND a.direction = 'inbound' AND a.type = 'message'
              AND a."createdAt" > m."decidedAt" AND a."createdAt" < m."decidedAt" + make_interval(days => ${EFFECT.answered}))
           AND NOT EXISTS (${farewell}))::int AS answered,
         count(*) FILTER (WHERE EXISTS (
           SELECT 1 FROM "Purchase" p WHERE p."customerId" = m."customerId" AND p."purchasedAt" > m."decidedAt"
              AND p."purchasedAt" < m."decidedAt" + make_interval(days => ${EFFECT.bought})))::int AS bought,
         count(*) FILTER (WHERE EXISTS (${farewell}))::int AS left
    FROM "CareMessage" m GROUP BY 1, 2`;

/** The rows of resultsQuery, a rule each. */
export function resultsOf(rows: Row[]): RuleResults[] {
  const none = { n: 0, answered: 0, bought: 0, left: 0 };
  return [...new Set(rows.map(({ ruleId }) => ruleId))].map((ruleId) => {
    const of = (state: Row['state']) => rows.find((row) => row.ruleId === ruleId && row.state === state) ?? none;
    const [sent, control] = [of('sent'), of('control')];
    const counted = (count: number, n: number): Counted => ({ count, ...shareOf(count, n) });
    return {
      ruleId,
      planned: of('planned').n,
      tasks: of('task').n,
      dropped: of('dropped').n,
      sent: {
        n: sent.n,
        answered: counted(sent.answered, sent.n),
        bought: counted(sent.bought, sent.n),
        left: counted(sent.left, sent.n),
      },
      control: { n: control.n, bought: counted(control.bought, control.n) },
    };
  });
}
