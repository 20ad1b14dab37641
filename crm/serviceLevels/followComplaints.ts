import {
  type Client,
  type Database,
  Prisma,
  type ServiceClock,
  type Severity,
  type TaskPriority,
} from '#prisma/client.ts';
import { aimOf, type ClockRows } from './clockRows.ts';
import { targetsOf } from './targets.ts';

const BATCH = 500;

const priorityOf: Record<Severity, TaskPriority> = { safety: 'urgent', serious: 'high', normal: 'normal' };

interface Complained {
  id: string;
  severity: Severity;
  createdAt: Date;
  conversationId: string | null;
  tier: string | null;
}

interface FollowParts {
  db: Database;
  rows: ClockRows;
}

/** Brings the clocks of complaints up to their logs; those of the demo shop begin by themselves (followDemo.ts). Safe to run twice. */
export async function followComplaints(parts: FollowParts, now: Date): Promise<void> {
  const due = await parts.db.client.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT c.id FROM "Complaint" c JOIN "Customer" p ON p.id = c."customerId" AND NOT p.demo
     WHERE (c.state <> 'closed' AND NOT EXISTS (
             SELECT 1 FROM "ServiceClock" k WHERE k."complaintId" = c.id AND k.metric = 'resolution' AND k."finishedAt" IS NULL))
        OR (c.state = 'closed' AND c."createdAt" > ${now}::timestamptz - interval '1 day'
             AND NOT EXISTS (SELECT 1 FROM "ServiceClock" k WHERE k."complaintId" = c.id))
    UNION SELECT k."complaintId" FROM "ServiceClock" k JOIN "Complaint" c ON c.id = k."complaintId"
     WHERE k.state IN ('running', 'paused') AND ((k.metric = 'resolution' AND EXISTS (
         SELECT 1 FROM "ComplaintEvent" e WHERE e."complaintId" = c.id AND e.state = 'closed' AND e."createdAt" >= k."startedAt"))
       OR (k.metric = 'firstResponse' AND (
         EXISTS (SELECT 1 FROM "ComplaintEvent" e WHERE e."complaintId" = c.id AND e.kind = 'state' AND e."staffId" IS NOT NULL)
         OR EXISTS (SELECT 1 FROM "Activity" a WHERE a."conversationId" = c."conversationId" AND a.sender = 'staff'
              AND a.direction = 'outbound' AND a.type = 'message' AND a."createdAt" >= c."createdAt")))
       OR (k.state = 'paused' AND k."pauseReason" = 'waitingForCustomer' AND EXISTS (
         SELECT 1 FROM "Activity" a WHERE a."conversationId" = c."conversationId" AND a.sender = 'customer'
            AND a.direction = 'inbound' AND a.type = 'message' AND a."createdAt" > k."pausedAt")))
     LIMIT ${BATCH}`);
  for (const { id } of due) await parts.db.transaction((client) => followComplaint(parts.rows, client, id));
}

/** One complaint: the first word of a person, and each time until it is closed. */
export async function followComplaint(rows: ClockRows, client: Client, id: string): Promise<void> {
  const [complaint] = await client.$queryRaw<Complained[]>(Prisma.sql`
    SELECT c.id, c.severity::text AS severity, c."createdAt", c."conversationId", p.tier
      FROM "Complaint" c JOIN "Customer" p ON p.id = c."customerId" WHERE c.id = ${id}::uuid FOR NO KEY UPDATE OF c`);
  if (!complaint) return;
  const states = await client.complaintEvent.findMany({
    where: { complaintId: id, kind: { in: ['state', 'unsolved'] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  let clocks = await clocksOf(client, id);
  if (clocks.length === 0) {
    await begin(rows, client, complaint, 'firstResponse', 1, complaint.createdAt);
    await begin(rows, client, complaint, 'resolution', 1, complaint.createdAt);
    clocks = await clocksOf(client, id);
  }
  const first = clocks.find(({ metric, finishedAt }) => metric === 'firstResponse' && !finishedAt);
  const answered = first && (await firstWord(client, complaint));
  if (first && answered) {
    const { at, staffId } = answered;
    await rows.change(client, first, { kind: 'fulfil', at, staffId }, { fulfilledById: staffId });
  }
  let open = clocks.findLast(({ metric }) => metric === 'resolution');
  const after = open?.finishedAt ?? new Date(0);
  for (const { state, createdAt: at, staffId } of states) {
    if (at < after || !open) continue;
    if (state === 'closed' && !open.finishedAt) {
      open = await rows.change(client, open, { kind: 'fulfil', at, staffId }, { fulfilledById: staffId });
    } else if (state && state !== 'closed' && open.finishedAt && at > open.finishedAt) {
      await begin(rows, client, complaint, 'resolution', open.round + 1, at);
      open = (await clocksOf(client, id)).findLast(({ metric }) => metric === 'resolution');
    }
  }
  if (open) await resumeIfAnswered(rows, client, complaint, open);
}

/** Who waited for the customer goes on when the customer has written. */
async function resumeIfAnswered(rows: ClockRows, client: Client, { conversationId }: Complained, clock: ServiceClock) {
  if (clock.state !== 'paused' || clock.pauseReason !== 'waitingForCustomer' || !conversationId) return;
  const written = await client.activity.findFirst({
    where: {
      conversationId,
      sender: 'customer',
      direction: 'inbound',
      type: 'message',
      createdAt: { gt: clock.pausedAt! },
    },
    orderBy: { sequence: 'asc' },
    select: { createdAt: true },
  });
  if (!written) return;
  const calendar = await rows.calendarNow(client, clock.calendarId);
  await rows.change(client, clock, { kind: 'resume', at: written.createdAt, calendar, reason: 'customerAnswered' });
}

async function firstWord(client: Client, { id, conversationId, createdAt }: Complained) {
  const step = await client.complaintEvent.findFirst({
    where: { complaintId: id, kind: 'state', staffId: { not: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const said = conversationId
    ? await client.activity.findFirst({
        where: {
          conversationId,
          sender: 'staff',
          direction: 'outbound',
          type: 'message',
          createdAt: { gte: createdAt },
        },
        orderBy: { sequence: 'asc' },
        select: { createdAt: true },
      })
    : null;
  if (!step && !said) return null;
  const byStep = step && (!said || step.createdAt <= said.createdAt);
  return byStep ? { at: step.createdAt, staffId: step.staffId } : { at: said!.createdAt, staffId: null };
}

const clocksOf = (client: Client, complaintId: string): Promise<ServiceClock[]> =>
  client.serviceClock.findMany({ where: { complaintId }, orderBy: [{ round: 'asc' }, { id: 'asc' }] });

async function begin(
  rows: ClockRows,
  client: Client,
  { id, severity, tier }: Complained,
  metric: 'firstResponse' | 'resolution',
  round: number,
  at: Date,
): Promise<void> {
  const priority = priorityOf[severity];
  const aim = aimOf(await targetsOf(client), { kind: metric, priority, tier });
  await rows.begin(client, [{ subject: { complaintId: id }, metric, round, priority, tier, at, ...aim }]);
}
