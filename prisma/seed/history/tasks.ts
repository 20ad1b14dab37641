import type { Localized } from '../catalogue/shapes.ts';
import { after, DAY, dueAt, HOUR, MINUTE } from './calendar.ts';
import type { Priority, TaskEventRow, TaskRow, TaskType } from './rows.ts';
import { notes } from './said/notes.ts';
import type { Talk } from './talk.ts';
import { untouched } from './untouched.ts';
import type { World } from './world.ts';

interface Cause {
  talk: Talk;
  team: 'service' | 'complaints' | 'technical' | 'knowledge';
  type: TaskType;
  title: string;
  detail?: string | null;
  priority: Priority;
  complaintId?: string;
  responseId?: string;
  /** When it is due, if not by its priority. */
  due?: Date;
  /** What became of it; decided by its age if absent. */
  done?: boolean;
}

/** Most tasks are done in time, some late; the newest are still open. */
const IN_TIME = 0.88;
const CANCELLED = 0.03;
const UNOWNED = 0.65;
const SNOOZED = 0.12;

/** Raises a task at the talk's time, with what has been done about it by now. */
export function raise(world: World, cause: Cause): TaskRow {
  const { random, calendar } = world;
  const { talk, team, type, title, detail = null, priority, complaintId = null, responseId = null } = cause;
  const createdAt = talk.at;
  const task: TaskRow = {
    id: random.id(createdAt),
    type,
    title,
    detail,
    priority,
    state: 'open',
    dueAt: cause.due ?? dueAt(priority, createdAt),
    ownerId: null,
    teamId: world.team(team).id,
    customerId: talk.customer.id,
    conversationId: talk.conversation.id,
    complaintId,
    responseId,
    ...untouched,
    createdAt,
  };
  world.history.tasks.push(task);
  log(world, task, 'raised', createdAt);
  const finishedAt = finishTime(world, task);
  const finish = cause.done ?? random.chance(doneShare(calendar.daysAgo(createdAt)));
  if (finish && finishedAt) close(world, task, talk, team, finishedAt);
  else leaveOpen(world, task, team);
  return task;
}

const doneShare = (daysAgo: number): number => (daysAgo > 8 ? 1 : daysAgo > 1 ? 0.92 : 0.35);

/** When it was done, if that is past. */
function finishTime({ random, calendar }: World, task: TaskRow): Date | null {
  const span = Math.max(task.dueAt.getTime() - task.createdAt.getTime(), 10 * MINUTE);
  const late = !random.chance(IN_TIME);
  const at = late
    ? after(task.dueAt, random.int(20 * MINUTE, 30 * HOUR))
    : after(task.createdAt, Math.round(span * (0.15 + 0.8 * random.next())));
  return at < after(calendar.now, -5 * MINUTE) ? at : null;
}

function close(world: World, task: TaskRow, talk: Talk, team: Cause['team'], at: Date): void {
  const { random } = world;
  const person = world.colleague(team);
  task.ownerId = person.id;
  log(
    world,
    task,
    'claimed',
    after(task.createdAt, Math.round((at.getTime() - task.createdAt.getTime()) / 2)),
    person.id,
  );
  if (at > task.dueAt) {
    task.escalatedAt = task.dueAt;
    log(world, task, 'escalated', task.dueAt);
  }
  if (task.type !== 'complaint' && random.chance(CANCELLED)) {
    task.state = 'cancelled';
    log(world, task, 'cancelled', at, person.id);
    return;
  }
  const [outcome, words] = outcomeOf(world, task);
  task.state = 'done';
  task.outcome = outcome;
  task.outcomeNote = talk.in(random.pick(words));
  task.completedAt = at;
  task.completedById = person.id;
  log(world, task, 'done', at, person.id, task.outcomeNote);
}

function outcomeOf({ random }: World, task: TaskRow): [outcome: string, words: Localized[]] {
  if (task.type === 'complaint') {
    return [
      random.weighted([
        ['replaced', 4],
        ['refunded', 3],
        ['solved', 4],
      ]),
      notes.answered,
    ];
  }
  if (task.type === 'knowledgeGap') return ['solved', notes.understood];
  return random.weighted<[string, Localized[]]>([
    [['solved', notes.reached], 5],
    [['reached', notes.reached], 3],
    [['notReached', notes.notReached], 1],
  ]);
}

/** An open task: perhaps somebody has it, perhaps it waits for a day; what is late has been raised to the lead. */
function leaveOpen(world: World, task: TaskRow, team: Cause['team']): void {
  const { random, calendar } = world;
  if (!random.chance(UNOWNED)) {
    const person = world.colleague(team);
    const at = after(task.createdAt, random.int(MINUTE, 20 * MINUTE));
    task.ownerId = person.id;
    log(world, task, 'claimed', at, person.id);
    if (random.chance(SNOOZED)) {
      task.snoozedUntil = after(calendar.now, random.int(2, 30) * HOUR);
      log(world, task, 'snoozed', after(at, MINUTE), person.id, task.snoozedUntil.toISOString());
    }
  }
  const now = calendar.now;
  if (task.dueAt <= now) {
    task.nudgedAt = after(task.dueAt, Math.max(-HOUR, (task.createdAt.getTime() - task.dueAt.getTime()) / 2));
    task.escalatedAt = task.dueAt;
    log(world, task, 'nudged', task.nudgedAt);
    log(world, task, 'escalated', task.dueAt);
  }
}

function log(
  world: World,
  task: TaskRow,
  kind: string,
  createdAt: Date,
  staffId: string | null = null,
  note: string | null = null,
): void {
  const row: TaskEventRow = { id: world.random.id(createdAt), taskId: task.id, kind, note, staffId, createdAt };
  world.history.taskEvents.push(row);
}

/** A time to come within the next days, or a little past, at which something was promised. */
export function promisedTime({ random, calendar }: World): Date {
  return after(calendar.now, Math.round((random.next() * 6 - 0.8) * DAY));
}
