import { type Client, type Database, Prisma, type ServiceClock, type TaskPriority } from '#prisma/client.ts';
import { aimOf, type ClockRows } from './clockRows.ts';
import { type Target, targetsOf } from './targets.ts';

/** Conversations looked at in one go, and messages of one of them. */
const BATCH = 200;
const MESSAGES = 1000;

interface Held {
  demo: boolean;
  holder: 'bot' | 'queue' | 'person';
  queuedAt: Date | null;
  acceptedAt: Date | null;
  priority: TaskPriority;
  tier: string | null;
}

interface Said {
  sequence: number;
  by: 'customer' | 'staff';
  staffId: string | null;
  createdAt: Date;
}

interface FollowParts {
  db: Database;
  rows: ClockRows;
}

/** Brings the clocks of conversations up to what was said in them; those of the demo shop begin by themselves (followDemo.ts). Safe to run twice. */
export async function followConversations(parts: FollowParts, now: Date): Promise<void> {
  const due = await parts.db.client.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT c.id FROM "Conversation" c
     WHERE c.holder <> 'bot' AND NOT c.demo AND (
       (c."queuedAt" IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM "ServiceClock" k WHERE k."conversationId" = c.id AND k.metric = 'firstResponse' AND k."startedAt" = c."queuedAt"))
       OR EXISTS (SELECT 1 FROM "Activity" a WHERE a."conversationId" = c.id AND a.type = 'message' AND a.sender IN ('customer', 'staff')
         AND a.sequence > coalesce((SELECT max(greatest(k.sequence, k."answerSequence")) FROM "ServiceClock" k WHERE k."conversationId" = c.id), -1)
         AND a."createdAt" >= coalesce(c."queuedAt", c."acceptedAt")))
    UNION SELECT k."conversationId" FROM "ServiceClock" k JOIN "Conversation" c ON c.id = k."conversationId"
     WHERE k.state IN ('running', 'paused') AND c.holder = 'bot'
     LIMIT 2000`);
  for (let i = 0; i < due.length; i += BATCH) {
    for (const { id } of due.slice(i, i + BATCH)) {
      await parts.db.transaction((client) => followConversation(parts.rows, client, id, now));
    }
  }
}

/**
 * What was said since: who asked for a person waits for the first answer of one; after it, each message that nobody has
 * answered waits, counted from the oldest. Only what a person says ends a wait. Where the bot has it again, nobody waits.
 */
export async function followConversation(rows: ClockRows, client: Client, id: string, now: Date): Promise<void> {
  const held = await heldBy(client, id);
  if (!held) return;
  const targets = await targetsOf(client);
  let clocks = await clocksOf(client, id);
  const { queuedAt } = held;
  const first = clocks.filter(({ metric }) => metric === 'firstResponse');
  if ((held.holder !== 'bot' || held.demo) && queuedAt && !first.some(({ startedAt }) => +startedAt === +queuedAt)) {
    const sequence = await askedAt(client, id, queuedAt);
    await begin(rows, client, {
      id,
      held,
      targets,
      metric: 'firstResponse',
      round: first.length + 1,
      at: queuedAt,
      sequence,
    });
    clocks = await clocksOf(client, id);
  }
  const since = queuedAt ?? held.acceptedAt;
  const spoken = since ? await saidAfter(client, id, handled(clocks), since) : [];
  for (const [index, said] of spoken.entries()) {
    const open = clocks.filter(({ finishedAt }) => finishedAt === null);
    if (said.by === 'staff') {
      const step = { kind: 'fulfil' as const, at: said.createdAt, staffId: said.staffId };
      for (const clock of open)
        await rows.change(client, clock, step, { fulfilledById: said.staffId, answerSequence: said.sequence });
    } else if (open.length === 0 && (held.holder !== 'bot' || (held.demo && isAnswered(spoken, index)))) {
      const round = clocks.filter(({ metric }) => metric === 'nextResponse').length + 1;
      const { createdAt: at, sequence } = said;
      await begin(rows, client, { id, held, targets, metric: 'nextResponse', round, at, sequence });
    } else {
      const stood = open.find((clock) => waitsForCustomer(clock, said.createdAt));
      if (!stood) continue;
      const calendar = await rows.calendarNow(client, stood.calendarId);
      await rows.change(client, stood, { kind: 'resume', at: said.createdAt, calendar, reason: 'customerAnswered' });
    }
    clocks = await clocksOf(client, id);
  }
  if (held.holder !== 'bot') return;
  for (const clock of clocks.filter(({ finishedAt }) => finishedAt === null)) {
    await rows.change(client, clock, { kind: 'cancel', at: now, reason: 'givenBack' });
  }
}

/** Of an old story is known that nobody waits for an answer that never came. */
const isAnswered = (spoken: readonly Said[], index: number): boolean =>
  spoken.slice(index + 1).some(({ by }) => by === 'staff');

const waitsForCustomer = ({ state, pauseReason, pausedAt }: ServiceClock, said: Date): boolean =>
  state === 'paused' && pauseReason === 'waitingForCustomer' && pausedAt! < said;

async function heldBy(client: Client, id: string): Promise<Held | undefined> {
  const [held] = await client.$queryRaw<Held[]>(Prisma.sql`
    SELECT c.demo, c.holder::text AS holder, c."queuedAt", c."acceptedAt", p.tier, coalesce((
        SELECT t.priority FROM "Task" t WHERE t."conversationId" = c.id AND t.state = 'open' AND t.type <> 'knowledgeGap'
         ORDER BY t.priority LIMIT 1), 'normal')::text AS priority
      FROM "Conversation" c LEFT JOIN "Customer" p ON p.id = c."customerId" WHERE c.id = ${id}::uuid FOR NO KEY UPDATE OF c`);
  return held;
}

const clocksOf = (client: Client, conversationId: string): Promise<ServiceClock[]> =>
  client.serviceClock.findMany({ where: { conversationId }, orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] });

const handled = (clocks: ServiceClock[]): number =>
  Math.max(-1, ...clocks.flatMap(({ sequence, answerSequence }) => [sequence ?? -1, answerSequence ?? -1]));

/** The number of the customer's message that asked for a person. */
async function askedAt(client: Client, conversationId: string, queuedAt: Date): Promise<number | null> {
  const asked = await client.activity.findFirst({
    where: { conversationId, type: 'message', sender: 'customer', createdAt: { lte: queuedAt } },
    orderBy: { sequence: 'desc' },
    select: { sequence: true },
  });
  return asked?.sequence ?? null;
}

function saidAfter(client: Client, id: string, sequence: number, since: Date): Promise<Said[]> {
  return client.$queryRaw<Said[]>(Prisma.sql`
    SELECT a.sequence, a.sender AS by, a."createdAt",
           (SELECT s.id FROM "Staff" s WHERE 'staff:' || s.id = a.body->'from'->>'id') AS "staffId"
      FROM "Activity" a
     WHERE a."conversationId" = ${id}::uuid AND a.sequence > ${sequence}::int AND a.type = 'message'
       AND ((a.sender = 'customer' AND a.direction = 'inbound') OR (a.sender = 'staff' AND a.direction = 'outbound'))
       AND a."createdAt" >= ${since}
     ORDER BY a.sequence LIMIT ${MESSAGES}`);
}

interface Begun {
  id: string;
  held: Held;
  targets: Target[];
  metric: 'firstResponse' | 'nextResponse';
  round: number;
  at: Date;
  sequence: number | null;
}

function begin(rows: ClockRows, client: Client, { id, held, targets, metric, ...begun }: Begun): Promise<void> {
  const { priority, tier } = held;
  const aim = aimOf(targets, { kind: metric, priority, tier });
  return rows.begin(client, [{ subject: { conversationId: id }, metric, priority, tier, ...begun, ...aim }]);
}
