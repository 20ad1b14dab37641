import type { Client, Prisma, ServiceClock, TaskPriority } from '#prisma/client.ts';
import { olderThan, type Page, type PageRequest, pageOf, positionOf, rowsFor } from '../page.ts';
import type { TargetKind } from './targets.ts';

/** What a wait is about, as a list names it. */
export interface ClockSubject {
  customer: { id: string; name: string | null } | null;
  /** Of a task. */
  title: string | null;
  /** Of a complaint. */
  number: number | null;
}

/**
 * Which clocks: of one record, oldest first; those that were or are missed of what began in [from, to), newest first; or all
 * that run, soonest due first: what is late leads. `missed` counts as reports/serviceLevels.ts does.
 */
export type ClockFilter = PageRequest &
  Partial<Record<'conversationId' | 'taskId' | 'complaintId', string>> & {
    missed?: boolean;
    kind?: TargetKind;
    priority?: TaskPriority;
    from?: Date;
    to?: Date;
  };

const customer = { select: { id: true, name: true } } as const;
const withSubject = {
  conversation: { select: { customer } },
  task: { select: { title: true, customer } },
  complaint: { select: { number: true, customer } },
} satisfies Prisma.ServiceClockInclude;

/** A page of clocks with what each is about. */
export async function listClocks(
  client: Client,
  filter: ClockFilter,
  now: Date,
): Promise<Page<ServiceClock & { about: ClockSubject }>> {
  const ofRecord = filter.conversationId ?? filter.taskId ?? filter.complaintId;
  const at = ofRecord || filter.missed ? 'startedAt' : 'dueAt';
  const direction = filter.missed && !ofRecord ? 'desc' : 'asc';
  const rows = await client.serviceClock.findMany({
    where: { AND: [ofRecord ? recordOf(filter) : whichOf(filter, now), afterOf(filter, at, direction)] },
    include: withSubject,
    orderBy: [{ [at]: direction }, { id: direction }],
    take: rowsFor(filter),
  });
  const named = rows.map(({ conversation, task, complaint, ...row }) => ({
    ...row,
    about: {
      customer: (complaint ?? task ?? conversation)?.customer ?? null,
      title: task?.title ?? null,
      number: complaint?.number ?? null,
    },
  }));
  return pageOf(named, filter, (row) => ({ at: row[at]!, id: row.id }));
}

const recordOf = ({ conversationId, taskId, complaintId }: ClockFilter): Prisma.ServiceClockWhereInput => ({
  ...(conversationId && { conversationId }),
  ...(taskId && { taskId }),
  ...(complaintId && { complaintId }),
});

function whichOf({ missed, kind, priority, from, to }: ClockFilter, now: Date): Prisma.ServiceClockWhereInput {
  const ofKind: Prisma.ServiceClockWhereInput =
    kind === 'task' ? { taskId: { not: null } } : kind ? { taskId: null, metric: kind } : {};
  const begun = from || to ? { startedAt: { ...(from && { gte: from }), ...(to && { lt: to }) } } : {};
  const those: Prisma.ServiceClockWhereInput = missed
    ? { AND: [missedBy(now), { OR: [{ complaintId: null }, { round: 1 }] }] }
    : { state: { in: ['running', 'paused'] }, dueAt: { not: null } };
  return { AND: [ofKind, begun, those, priority ? { priority } : {}] };
}

const missedBy = (now: Date): Prisma.ServiceClockWhereInput => ({
  OR: [{ met: false }, { met: null, breachedAt: { not: null } }, { met: null, state: 'running', dueAt: { lt: now } }],
});

function afterOf(filter: ClockFilter, at: 'startedAt' | 'dueAt', direction: 'asc' | 'desc') {
  if (direction === 'desc') return olderThan(at, filter);
  const after = positionOf(filter.cursor);
  return after ? { [at]: { gte: after.at }, OR: [{ [at]: { gt: after.at } }, { id: { gt: after.id } }] } : {};
}
