import type { Localized } from '../catalogue/shapes.ts';
import { after, HOUR, onDay } from './calendar.ts';
import { Random } from './random.ts';
import type { Checklists, History, StepRow, TaskRow, TaskType } from './rows.ts';
import { untouched } from './untouched.ts';

interface Errand {
  type: TaskType;
  team: 'service' | 'complaints' | 'technical' | 'knowledge';
  title: Localized;
  detail?: Localized;
  priority: TaskRow['priority'];
  /** Raised so many hours ago, due at that hour of a day from today. */
  hoursAgo: number;
  due: [days: number, hour: number];
  /** Whether a colleague has it; else it waits to be claimed. */
  owned: boolean;
}

/** What colleagues have set themselves to do beside what customers ask: so that every kind of task is there. */
const errands: Errand[] = [
  {
    type: 'repair',
    team: 'technical',
    title: { zh: '寄修：加湿器底座漏水', en: 'Repair: humidifier base leaks' },
    detail: { zh: '客户已寄出，预计明天到仓。', en: 'On its way to us; expected tomorrow.' },
    priority: 'normal',
    hoursAgo: 20,
    due: [3, 12],
    owned: true,
  },
  {
    type: 'gift',
    team: 'service',
    title: { zh: '寄一份小样，感谢她帮忙试用', en: 'Send samples as thanks for the trial' },
    priority: 'low',
    hoursAgo: 30,
    due: [2, 15],
    owned: true,
  },
  {
    type: 'care',
    team: 'service',
    title: { zh: '问问新买的净化器用得怎么样', en: 'Ask how the new purifier is doing' },
    priority: 'low',
    hoursAgo: 8,
    due: [1, 16],
    owned: false,
  },
  {
    type: 'care',
    team: 'service',
    title: { zh: '换季提醒：滤芯该换了', en: 'Season’s change: the filter is due' },
    priority: 'low',
    hoursAgo: 26,
    due: [5, 10],
    owned: true,
  },
  {
    type: 'custom',
    team: 'knowledge',
    title: { zh: '把上月退货原因整理成一页', en: 'Put last month’s reasons for returns on one page' },
    priority: 'normal',
    hoursAgo: 3,
    due: [4, 11],
    owned: true,
  },
];

/** Raises the errands; drawn by their own numbers, so that the rest of the history stays as it was. */
export function addErrands(
  history: Pick<History, 'tasks' | 'taskEvents' | 'customers' | 'conversations' | 'staff' | 'teams'>,
  now: Date,
): void {
  const talked = new Map(history.conversations.map((talk) => [talk.customerId, talk]));
  const customers = history.customers.filter(({ id, name, phone }) => name && phone && talked.has(id));
  for (const [index, errand] of errands.entries()) {
    const random = new Random(900 + index);
    const createdAt = after(now, -errand.hoursAgo * HOUR);
    const customer = customers.at(-1 - index * 3)!;
    const talk = talked.get(customer.id)!;
    const language = customer.language === 'en' ? 'en' : 'zh';
    const team = history.teams.find(({ key }) => key === errand.team)!;
    const owner = history.staff.find(({ teamId, role }) => teamId === team.id && role === 'staff')!;
    const task: TaskRow = {
      id: random.id(createdAt),
      type: errand.type,
      title: errand.title[language],
      detail: errand.detail?.[language] ?? null,
      priority: errand.priority,
      state: 'open',
      dueAt: onDay(now, ...errand.due),
      ownerId: errand.owned ? owner.id : null,
      teamId: team.id,
      customerId: customer.id,
      conversationId: talk.id,
      complaintId: null,
      responseId: null,
      ...untouched,
      createdAt,
    };
    history.tasks.push(task);
    const event = { taskId: task.id, note: null, createdAt };
    history.taskEvents.push({ ...event, id: random.id(createdAt), kind: 'raised', staffId: owner.id });
  }
}

/** Gives tasks the steps of their type: of those that are done all are ticked, of those in hand the first. */
export function giveSteps(tasks: TaskRow[], checklists: Checklists): void {
  for (const task of tasks) {
    const steps = checklists[task.type] ?? [];
    const ticked = task.state === 'done' ? steps.length : task.ownerId && task.state === 'open' ? 1 : 0;
    const doneAt = (task.completedAt ?? after(task.createdAt, HOUR / 4)).toISOString();
    task.checklist = steps.map((step, index): StepRow => {
      const done = index < ticked;
      return { ...step, doneAt: done ? doneAt : null, doneById: done ? (task.completedById ?? task.ownerId) : null };
    });
  }
}
