import type { Prisma } from '#prisma/client.ts';
import { olderThan, type Position } from '../page.ts';
import type { PromiseFilter, PromiseShow } from './promise.ts';

/** What the clock, the shop and the reader add to a filter: now, the end of today in the shop's zone, the reader's team. */
export interface FilterContext {
  now: Date;
  endOfToday: Date;
  teamId: string | null;
}

const WEEK_MS = 7 * 86_400_000;

const states: Record<PromiseShow, Prisma.CustomerPromiseWhereInput> = {
  open: { state: { in: ['confirmed', 'late'] }, settledAt: null, dueAt: { not: null } },
  proposed: { state: 'proposed' },
  kept: { state: 'kept' },
  late: { state: 'late', settledAt: { not: null } },
  broken: { state: 'broken' },
  withdrawn: { state: 'withdrawn', confirmedAt: { not: null } },
  moved: { moves: { gt: 0 }, confirmedAt: { not: null } },
  all: { confirmedAt: { not: null } },
};

/** What a list is ordered by: open ones soonest due first, the rest newest first. */
export const orderOf = (show: PromiseShow) =>
  show === 'open' ? ({ by: 'dueAt', order: 'asc' } as const) : ({ by: 'createdAt', order: 'desc' } as const);

/** The condition of a list of promises. */
export function promiseWhere(
  filter: PromiseFilter,
  context: FilterContext,
  after: Position | null,
): Prisma.CustomerPromiseWhereInput {
  const { show, customerId, ownerId, saidBy, decided } = filter;
  const state = decided && show === 'late' ? ({ state: 'late' } as const) : states[show];
  const parts = [state, scopeOf(filter, context), dueOf(filter, context), decidedOf(filter), afterOf(filter, after)];
  const whose = [ownerId ? ofPerson(ownerId) : {}, saidBy ? { staffId: saidBy } : {}, customerId ? { customerId } : {}];
  return { AND: [...parts, ...whose] };
}

/** The same as decidedIn of the report. */
function decidedOf({ decided }: PromiseFilter): Prisma.CustomerPromiseWhereInput {
  if (!decided) return {};
  const within = { ...(decided.from && { gte: decided.from }), ...(decided.to && { lt: decided.to }) };
  return {
    confirmedAt: { not: null },
    OR: [{ settledAt: { not: null, ...within } }, { settledAt: null, state: 'late', dueAt: { not: null, ...within } }],
  };
}

/** Who said it; of the bot's promises who has the task. */
const ofPerson = (staffId: string | null): Prisma.CustomerPromiseWhereInput => ({
  OR: [{ staffId }, { staffId: null, task: { ownerId: staffId } }],
});

function scopeOf(
  { scope, staffId }: PromiseFilter,
  { teamId }: Pick<FilterContext, 'teamId'>,
): Prisma.CustomerPromiseWhereInput {
  if (scope === 'all') return {};
  if (scope === 'bot') return { staffId: null };
  if (scope === 'said') return { staffId: { not: null } };
  if (scope === 'mine' || !teamId) return ofPerson(staffId);
  return { OR: [ofPerson(staffId), { staff: { teamId } }, { staffId: null, task: { teamId } }] };
}

/** Only what is still to be kept is due. */
function dueOf({ due }: PromiseFilter, { now, endOfToday }: FilterContext): Prisma.CustomerPromiseWhereInput {
  if (!due) return {};
  const until = { late: now, today: endOfToday, week: new Date(now.getTime() + WEEK_MS) }[due];
  return { ...states.open, dueAt: { lt: until } };
}

function afterOf(filter: PromiseFilter, after: Position | null): Prisma.CustomerPromiseWhereInput {
  if (!after) return {};
  if (filter.show === 'open')
    return { dueAt: { gte: after.at }, OR: [{ dueAt: { gt: after.at } }, { id: { gt: after.id } }] };
  return olderThan('createdAt', filter);
}
