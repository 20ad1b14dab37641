import type { Database, Task, TaskEvent, TaskPriority, TaskState } from '#prisma/client.ts';
import type { Page, PageRequest } from '../page.ts';

export const taskTypes = [
  'callBack',
  'answer',
  'complaint',
  'surveyFollowUp',
  'knowledgeGap',
  'fault',
  'custom',
] as const;
export type TaskType = (typeof taskTypes)[number];

/** Something a person must do. Without `dueAt`: by the end of the next business hour (urgent), in 4 business hours (high), next business day at noon (normal), in 3 business days (low). Without `teamKey`: the team of the task's type, else nobody's. */
export interface NewTask {
  type: TaskType;
  title: string;
  detail?: string | null;
  priority: TaskPriority;
  dueAt?: Date;
  customerId?: string | null;
  conversationId?: string | null;
  complaintId?: string | null;
  responseId?: string | null;
  teamKey?: string | null;
  ownerId?: string | null;
}

/** A task with the names that a list shows. */
export interface TaskSummary extends Task {
  customer: { id: string; name: string | null } | null;
  owner: { id: string; name: string } | null;
  team: { id: string; key: string; name: unknown } | null;
  complaint: { id: string; number: number; severity: string } | null;
  late: boolean;
}

export interface TaskDetail extends TaskSummary {
  events: (TaskEvent & { staff: { id: string; name: string } | null })[];
}

/** Which tasks: one's own, those of one's team that are one's own or nobody's, or all. Snoozed ones are listed by `state: 'snoozed'` alone. */
export interface TaskFilter extends PageRequest {
  scope: 'mine' | 'team' | 'all';
  state?: TaskState | 'snoozed';
  due?: 'late' | 'today' | 'all';
  staffId: string;
}

export const outcomes = ['solved', 'reached', 'notReached', 'refunded', 'replaced', 'noActionNeeded', 'other'] as const;
/** What came of a task. */
export type Outcome = (typeof outcomes)[number];

/** What people must do for customers, and by when. */
export class Tasks {
  constructor(_db: Database) {}
  /** Raises a task, finds its team and tells the people in it. */
  async raise(_task: NewTask): Promise<Task> {
    throw new Error();
  }
  /** Soonest due first; done ones newest first. */
  async list(_filter: TaskFilter): Promise<Page<TaskSummary>> {
    throw new Error();
  }
  /** Throws NotFound. */
  async get(_id: string): Promise<TaskDetail> {
    throw new Error();
  }
  /** Throws Conflict if a colleague has it or it is not open. */
  async claim(_id: string, _staffId: string): Promise<TaskDetail> {
    throw new Error();
  }
  async release(_id: string, _staffId: string): Promise<TaskDetail> {
    throw new Error();
  }
  async complete(_id: string, _by: { staffId: string; outcome: Outcome; note?: string | null }): Promise<TaskDetail> {
    throw new Error();
  }
  /** Out of sight until then. Throws InvalidInput for a time that has passed. */
  async snooze(_id: string, _by: { staffId: string; until: Date }): Promise<TaskDetail> {
    throw new Error();
  }
  async comment(_id: string, _by: { staffId: string; note: string }): Promise<TaskDetail> {
    throw new Error();
  }
  /** Wakes what was snoozed, reminds owners before a task is due, tells the leads of late ones. Safe to run twice. */
  async runDue(_now: Date): Promise<{ woken: number; nudged: number; escalated: number }> {
    throw new Error();
  }
}
