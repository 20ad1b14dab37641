import type { Prisma } from '#prisma/client.ts';
import { likeLiteral } from '../likeLiteral.ts';
import { olderThan, type Position } from '../page.ts';
import type { TaskFilter } from './task.ts';

/** What the clock and the shop add to a filter: now, the end of today in the shop's zone, the reader's team. */
export interface FilterContext {
  now: Date;
  endOfToday: Date;
  teamId: string | null;
}

/** Whose tasks, of which types and words; how far they are is left open. */
export const baseWhere = (filter: TaskFilter, context: FilterContext): Prisma.TaskWhereInput => ({
  AND: [scopeOf(filter, context), narrowed(filter), ...wordsOf(filter)],
});

/** The condition of a list of tasks; open ones run soonest due first, others latest due first. */
export function taskWhere(filter: TaskFilter, context: FilterContext, after: Position | null): Prisma.TaskWhereInput {
  return { AND: [baseWhere(filter, context), stateOf(filter), dueOf(filter, context), afterOf(filter, after)] };
}

export const isAscending = (filter: TaskFilter): boolean =>
  (filter.state ?? 'open') === 'open' || filter.state === 'snoozed';

function stateOf(filter: TaskFilter): Prisma.TaskWhereInput {
  const state = filter.state ?? 'open';
  if (state === 'snoozed') return { state: 'open', snoozedUntil: { not: null } };
  return state === 'open' ? { state, snoozedUntil: null } : { state };
}

function scopeOf({ scope, staffId }: TaskFilter, { teamId }: FilterContext): Prisma.TaskWhereInput {
  if (scope === 'all') return {};
  if (scope === 'mine') return { ownerId: staffId };
  const unowned: Prisma.TaskWhereInput = teamId
    ? { ownerId: null, OR: [{ teamId }, { teamId: null }] }
    : { ownerId: null };
  return { OR: [{ ownerId: staffId }, unowned] };
}

function dueOf({ due = 'all' }: TaskFilter, { now, endOfToday }: FilterContext): Prisma.TaskWhereInput {
  if (due === 'late') return { dueAt: { lt: now } };
  return due === 'today' ? { dueAt: { lt: endOfToday } } : {};
}

function narrowed({ types, priorities, teamId, ownerId, from, until }: TaskFilter): Prisma.TaskWhereInput {
  return {
    ...(types?.length && { type: { in: types } }),
    ...(priorities?.length && { priority: { in: priorities } }),
    ...(teamId && { teamId }),
    ...(ownerId && { ownerId }),
    ...((from || until) && { dueAt: { ...(from && { gte: from }), ...(until && { lt: until }) } }),
  };
}

/** Each word must be found somewhere. */
function wordsOf({ query = '' }: TaskFilter): Prisma.TaskWhereInput[] {
  const words = query.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => {
    const number = /^c-?(\d{1,9})$/i.exec(word)?.[1];
    const contains = { contains: likeLiteral(word), mode: 'insensitive' as const };
    return {
      OR: [
        { title: contains },
        { detail: contains },
        { customer: { name: contains } },
        { owner: { name: contains } },
        ...(number ? [{ complaint: { number: Number(number) } }] : []),
      ],
    };
  });
}

function afterOf(filter: TaskFilter, after: Position | null): Prisma.TaskWhereInput {
  if (!after) return {};
  if (isAscending(filter)) {
    return { dueAt: { gte: after.at }, OR: [{ dueAt: { gt: after.at } }, { id: { gt: after.id } }] };
  }
  return olderThan('dueAt', filter);
}
