import type { Prisma, Task, TaskEvent, TaskPriority, TaskState } from '#prisma/client.ts';
import type { Localized } from '../localized.ts';
import type { PageRequest } from '../page.ts';
import type { ClockRows } from '../serviceLevels/clockRows.ts';
import { type ClockSummary, levelNow } from '../serviceLevels/level.ts';
import { progressOf, type Step, stepsOf } from './checklist.ts';
import type { TaskTypes } from './types/taskTypes.ts';
import type { OutcomeRule } from './types/typeRule.ts';

export { type Outcome, outcomes } from './outcomes.ts';

/**
 * callBack: ring or write. answer: a question waits. approval: somebody who may must decide. care: be there without a cause.
 * fault: the bot failed. The rest name their cause. A shop adds its own (types/taskTypes.ts).
 */
export const taskTypes = [
  'callBack',
  'answer',
  'complaint',
  'repair',
  'gift',
  'care',
  'approval',
  'promise',
  'surveyFollowUp',
  'knowledgeGap',
  'fault',
  'custom',
] as const;
export type TaskType = (typeof taskTypes)[number];

/**
 * Something a person must do. Without `dueAt` the priority decides: urgent in 30 minutes, high in 4 business hours,
 * normal on the next business day at noon, low on the third. Without `teamKey`: the team for tasks of this type.
 */
export interface NewTask {
  /** One of `taskTypes`, or a type of the shop's own. */
  type: string;
  title: string;
  detail?: string | null;
  priority: TaskPriority;
  dueAt?: Date;
  customerId?: string | null;
  conversationId?: string | null;
  complaintId?: string | null;
  responseId?: string | null;
  /** The task whose closing planned this one. */
  followsId?: string | null;
  teamKey?: string | null;
  /** Whom it is for; absent, or no longer here: found by rule. */
  ownerId?: string | null;
}

/** How a task's own wait stands: at risk, paused and why, kept or not. */
export type TaskLevel = Pick<ClockSummary, 'id' | 'level' | 'riskAt' | 'pausedUntil' | 'pauseReason' | 'pauseNote'>;

/**
 * A task with the names that a list shows. `late`: open and past its due time; `steps`: how much of its checklist is done;
 * `level`: null until the minute job has seen it.
 */
export interface TaskSummary extends Omit<Task, 'checklist'> {
  checklist: Step[];
  steps: { done: number; total: number };
  /** The shop's name of the type; null: the pages have it. */
  typeName: Localized | null;
  customer: { id: string; name: string | null } | null;
  owner: { id: string; name: string } | null;
  team: { id: string; key: string; name: Localized } | null;
  complaint: { id: string; number: number; severity: string } | null;
  late: boolean;
  level: TaskLevel | null;
}

/** A file as lists name it. */
export interface TaskFileSummary {
  id: string;
  name: string;
  contentType: string;
  size: number;
  createdAt: Date;
  staff: { id: string; name: string } | null;
}

export interface TaskDetail extends TaskSummary {
  files: TaskFileSummary[];
  follows: { id: string; title: string } | null;
  followedBy: { id: string; title: string; dueAt: Date }[];
  /** With what it may end, the likely first. */
  outcomes: OutcomeRule[];
  events: (TaskEvent & { staff: { id: string; name: string } | null })[];
}

/**
 * Which tasks: one's own (mine), one's own and those of one's team that nobody has (team; without a team, those of every
 * team), or all. Snoozed ones are listed by `state: 'snoozed'` alone. `due` holds for open ones.
 */
export interface TaskFilter extends PageRequest {
  scope: 'mine' | 'team' | 'all';
  state?: TaskState | 'snoozed';
  due?: 'late' | 'today' | 'all';
  /** Whose; null (a program) only with `all`. */
  staffId: string | null;
  types?: string[];
  priorities?: TaskPriority[];
  teamId?: string | null;
  ownerId?: string | null;
  /** Words of title, detail, customer's name or owner's name; all of them. `C-12`: of that complaint. */
  query?: string;
  /** Due from then on, and before. */
  from?: Date;
  until?: Date;
}

const person = { select: { id: true, name: true } } as const;

/** What a list of tasks reads. */
export const taskNames = {
  customer: person,
  owner: person,
  team: { select: { id: true, key: true, name: true } },
  complaint: { select: { id: true, number: true, severity: true } },
  clocks: { orderBy: { round: 'desc' }, take: 1 },
} satisfies Prisma.TaskInclude;

/** What the page of one task reads. */
export const taskWithEvents = {
  ...taskNames,
  files: { omit: { bytes: true }, include: { staff: person }, orderBy: { createdAt: 'asc' } },
  follows: { select: { id: true, title: true } },
  followedBy: { select: { id: true, title: true, dueAt: true }, orderBy: { dueAt: 'asc' }, take: 10 },
  events: { include: { staff: person }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 500 },
} satisfies Prisma.TaskInclude;

export type TaskRow = Prisma.TaskGetPayload<{ include: typeof taskNames }>;

/** The row as a list shows it. */
export async function summaryOf<T extends TaskRow>(
  { clocks, ...row }: T,
  { rows, types, now }: { rows: ClockRows; types: TaskTypes; now: Date },
) {
  const team = row.team && { ...row.team, name: row.team.name as Localized };
  const checklist = stepsOf(row.checklist);
  const { name: typeName } = await types.rule(row.type);
  const [clock] = clocks;
  const level = clock ? { ...clock, ...(await levelNow(rows, clock, now)) } : null;
  const late = row.state === 'open' && row.dueAt < now;
  return { ...row, team, checklist, steps: progressOf(checklist), typeName, late, level };
}
