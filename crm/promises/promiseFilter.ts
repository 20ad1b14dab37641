import type { Prisma } from '#prisma/client.ts';
import { olderThan, type Position } from '../page.ts';
import type { PromiseFilter, PromiseShow } from './promise.ts';

const states: Record<PromiseShow, Prisma.CustomerPromiseWhereInput> = {
  open: { state: { in: ['confirmed', 'late'] }, settledAt: null, dueAt: { not: null } },
  proposed: { state: 'proposed' },
  kept: { state: 'kept' },
  late: { state: 'late', settledAt: { not: null } },
  broken: { state: 'broken' },
  withdrawn: { state: 'withdrawn', confirmedAt: { not: null } },
};

/** What a list is ordered by: open ones soonest due first, the rest newest first. */
export const orderOf = (show: PromiseShow) =>
  show === 'open' ? ({ by: 'dueAt', order: 'asc' } as const) : ({ by: 'createdAt', order: 'desc' } as const);

/** The condition of a list of promises; `teamId` is the reader's. */
export function promiseWhere(
  filter: PromiseFilter,
  teamId: string | null,
  after: Position | null,
): Prisma.CustomerPromiseWhereInput {
  return { AND: [states[filter.show], scopeOf(filter, teamId), afterOf(filter, after)] };
}

/** Who said it; of the bot's promises who has the task. */
function scopeOf({ scope, staffId }: PromiseFilter, teamId: string | null): Prisma.CustomerPromiseWhereInput {
  if (scope === 'all') return {};
  const mine = [{ staffId }, { staffId: null, task: { ownerId: staffId } }];
  if (scope === 'mine' || !teamId) return { OR: mine };
  return { OR: [...mine, { staff: { teamId } }, { staffId: null, task: { teamId } }] };
}

function afterOf(filter: PromiseFilter, after: Position | null): Prisma.CustomerPromiseWhereInput {
  if (!after) return {};
  if (filter.show === 'open')
    return { dueAt: { gte: after.at }, OR: [{ dueAt: { gt: after.at } }, { id: { gt: after.id } }] };
  return olderThan('createdAt', filter);
}
