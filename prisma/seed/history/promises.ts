import type { Language, Localized } from '../catalogue/shapes.ts';
import { after, DAY, HOUR, MINUTE, onDay } from './calendar.ts';
import { Random } from './random.ts';
import type { ActivityRow, History, PromiseEventRow, PromiseRow, StaffRow, TaskRow } from './rows.ts';
import { byBot, byColleague } from './said/promises.ts';
import { handoffs } from './said/wishes.ts';

/** After so long what is not kept late is broken. */
const GRACE = 3 * DAY;

/**
 * What was promised in all that was said, and what became of it; read from the finished history, with chance of its own, so
 * that the rest of the history stays as it was.
 */
export function recordPromises(history: History, now: Date): void {
  const book = new Book(history, now);
  const followed = history.tasks.filter(({ type }) => type === 'promise');
  for (const [index, task] of followed.entries()) book.follow(task, index);
  const said = history.activities.filter(({ sender }) => sender === 'staff');
  for (const [index, activity] of said.entries()) book.hear(activity, index);
  for (const task of history.tasks) if (task.type === 'complaint' || task.type === 'answer') book.announce(task);
}

class Book {
  readonly #history: History;
  readonly #now: Date;
  readonly #random = new Random(36);
  readonly #languages: Map<string, Language>;

  constructor(history: History, now: Date) {
    this.#history = history;
    this.#now = now;
    this.#languages = new Map(history.conversations.map(({ id, language }) => [id, language]));
  }

  /** A colleague says by when, where the work is still to be done; the task is theirs. */
  follow(task: TaskRow, index: number): void {
    const conversation = this.#history.conversations.find(({ id }) => id === task.conversationId)!;
    const service = this.#history.staff.filter(({ teamId }) => teamId === task.teamId);
    task.ownerId ??= service[index % service.length]!.id;
    task.dueAt = onDay(task.dueAt, 0, 21);
    const person = this.#history.staff.find(({ id }) => id === task.ownerId)!;
    const at = after(conversation.lastActivityAt, 4 * MINUTE);
    const text = sentence(task, conversation.language);
    const said = this.#say(person, { conversationId: conversation.id, at, text });
    this.#record({ kind: 'said', task, at, text, staffId: person.id, activityId: said.id, dueAt: task.dueAt });
  }

  /** What a colleague said in a conversation that was handed over, where it was a promise: for the same day. */
  hear({ id, conversationId, text, createdAt, body }: ActivityRow, index: number): void {
    const language = this.#languages.get(conversationId)!;
    const promised = handoffs.find(({ promise }) => promise && text.includes(promise[language]))?.promise;
    if (!promised) return;
    const { customerId } = this.#history.conversations.find((each) => each.id === conversationId)!;
    const evening = onDay(createdAt, 0, 21);
    const dueAt = evening > after(createdAt, HOUR) ? evening : onDay(createdAt, 1, 21);
    const settledAt = after(createdAt, index % 6 === 1 ? 2 * DAY : 50 * MINUTE);
    const staffId = (body.from as { id: string }).id.replace('staff:', '');
    const about = { customerId, conversationId, completedAt: index % 11 === 4 ? null : settledAt };
    this.#record({ kind: 'said', at: createdAt, text: promised[language], staffId, activityId: id, dueAt, about });
  }

  /** What the bot said when a complaint was recorded or a person was asked for. */
  announce(task: TaskRow): void {
    if (task.state === 'cancelled') return;
    const language = this.#languages.get(task.conversationId)!;
    const complaint = this.#history.complaints.find(({ id }) => id === task.complaintId);
    const kind = complaint ? 'contact' : 'answer';
    const text = byBot[kind][language].replace('{c}', `C-${complaint?.number}`);
    this.#record({ kind, task, at: task.createdAt, text, staffId: null, activityId: null, dueAt: task.dueAt });
  }

  #record(said: {
    kind: PromiseRow['kind'];
    at: Date;
    text: string;
    staffId: string | null;
    activityId: string | null;
    dueAt: Date;
    task?: TaskRow;
    about?: Pick<TaskRow, 'customerId' | 'conversationId' | 'completedAt'>;
  }): void {
    const { task, about = task!, at, dueAt, staffId } = said;
    const now = this.#now;
    const doneAt = about.completedAt && about.completedAt <= now ? about.completedAt : null;
    const lateAt = (doneAt ?? now) > dueAt ? dueAt : null;
    const brokenAt = !doneAt && lateAt && after(dueAt, GRACE) <= now ? after(dueAt, GRACE) : null;
    const promise: PromiseRow = {
      id: this.#random.id(at),
      kind: said.kind,
      conversationId: about.conversationId,
      customerId: about.customerId,
      staffId,
      activityId: said.activityId,
      text: said.text,
      dueAt,
      state: brokenAt ? 'broken' : lateAt ? 'late' : doneAt ? 'kept' : 'confirmed',
      taskId: task?.id ?? null,
      createdAt: at,
      confirmedAt: staffId ? after(at, MINUTE) : at,
      lateAt,
      settledAt: doneAt ?? brokenAt,
    };
    this.#history.promises.push(promise);
    if (staffId) this.#log(promise, 'proposed', at, staffId);
    this.#log(promise, 'confirmed', promise.confirmedAt, staffId);
    if (lateAt) this.#log(promise, 'late', lateAt, null);
    if (doneAt) this.#log(promise, 'kept', doneAt, staffId ?? task?.completedById ?? null);
    if (brokenAt) this.#log(promise, 'broken', brokenAt, null);
  }

  #log({ id }: PromiseRow, kind: PromiseEventRow['kind'], createdAt: Date, staffId: string | null): void {
    this.#history.promiseEvents.push({ id: this.#random.id(createdAt), promiseId: id, kind, staffId, createdAt });
  }

  /** Adds what a colleague says at the end of a conversation. */
  #say(person: StaffRow, said: { conversationId: string; at: Date; text: string }): ActivityRow {
    const { conversationId, at, text } = said;
    const conversation = this.#history.conversations.find(({ id }) => id === conversationId)!;
    const id = this.#random.id(at);
    const row: ActivityRow = {
      id,
      conversationId,
      sequence: ++conversation.sequence,
      direction: 'outbound',
      type: 'message',
      sender: 'staff',
      text,
      body: {
        id,
        type: 'message',
        text,
        timestamp: at.toISOString(),
        channelId: conversation.channel,
        conversation: { id: conversation.externalId },
        locale: conversation.language === 'zh' ? 'zh-CN' : 'en',
        from: { id: `staff:${person.id}`, name: person.name, role: 'bot' },
        channelData: { sender: 'person' },
      },
      createdAt: at,
    };
    conversation.lastActivityAt = at;
    this.#history.activities.push(row);
    return row;
  }
}

/** "零件我8月15日前给您寄出。": what the task is about, and its day by China's clock. */
function sentence({ title, dueAt }: TaskRow, language: Language): string {
  const { said } = byColleague.find(({ starts }) => title.startsWith(starts[language]))!;
  const day = dueAt.toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
  });
  return (said as Localized)[language].replace('{d}', day);
}
