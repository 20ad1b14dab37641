import type { Localized } from '../localized.ts';

/** A kind of event. */
interface Kind {
  /** What it is called in front of the record's own title. */
  title: Localized;
  /** `urgent` breaks quiet hours and climbs while nobody reads it; `normal` waits for them to end. Everything about an urgent task is urgent. */
  urgency: 'urgent' | 'normal';
}

/** What staff may be told of. A new kind is a line here (and its name for the desk, where `title` is too long). */
export const staffEventKinds = {
  /** Somebody must do something. */
  taskRaised: { title: { zh: '新任务', en: 'New task' }, urgency: 'normal' },
  /** A colleague passed it on. */
  taskAssigned: { title: { zh: '转给您的任务', en: 'Task passed on to you' }, urgency: 'normal' },
  /** A colleague's note names one. */
  taskMentioned: { title: { zh: '任务里提到了您', en: 'You were mentioned' }, urgency: 'normal' },
  /** It is due soon. */
  taskDue: { title: { zh: '任务即将到期', en: 'Task due soon' }, urgency: 'normal' },
  /** It is late and was raised to the lead. */
  taskLate: { title: { zh: '任务已逾期', en: 'Task is late' }, urgency: 'urgent' },
  /** What was promised falls due. */
  promiseDue: { title: { zh: '承诺即将到期', en: 'Promise due soon' }, urgency: 'normal' },
  /** Its time has passed while its task sleeps. */
  promiseLate: { title: { zh: '承诺已超时', en: 'Promise is late' }, urgency: 'urgent' },
  /** It was not kept at all. */
  promiseBroken: { title: { zh: '承诺未兑现', en: 'Promise broken' }, urgency: 'normal' },
  /** A colleague passed on a conversation. */
  conversationTransferred: { title: { zh: '转来的对话', en: 'Conversation passed on to you' }, urgency: 'urgent' },
  /** A customer waits again, because the person who had the conversation does not answer. */
  conversationWaits: { title: { zh: '客户还在等人工', en: 'A customer waits again' }, urgency: 'urgent' },
  /** A customer's wait comes near its limit, or has passed it. */
  levelDue: { title: { zh: '服务时限将到', en: 'Service level at risk' }, urgency: 'normal' },
  levelBreached: { title: { zh: '已超出服务时限', en: 'Service level missed' }, urgency: 'urgent' },
  /** Nobody has read that something is urgent; the next person is asked. */
  unreadUrgent: { title: { zh: '紧急任务无人查看', en: 'Urgent and unread' }, urgency: 'urgent' },
} as const satisfies Record<string, Kind>;

export type StaffEventKind = keyof typeof staffEventKinds;
export const staffEventKindNames = Object.keys(staffEventKinds) as [StaffEventKind, ...StaffEventKind[]];

/** The kind's row; a kind that this version does not know (any more) is told by its name. */
export function kindOf(kind: string): Kind {
  const known: Record<string, Kind | undefined> = staffEventKinds;
  return known[kind] ?? { title: { zh: kind, en: kind }, urgency: 'normal' };
}
