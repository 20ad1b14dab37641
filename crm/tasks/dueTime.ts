import type { TaskPriority } from '#prisma/client.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { addBusinessMinutes, onBusinessDay } from '../shop/businessTime.ts';

const MINUTE = 60_000;

/** By when a task of this priority must be done, where the shop has set no target. Urgent ones do not wait for the shop to open. */
export function dueTime(priority: TaskPriority, now: Date, calendar: Calendar): Date {
  switch (priority) {
    case 'urgent':
      return new Date(now.getTime() + 30 * MINUTE);
    case 'high':
      return addBusinessMinutes(now, 4 * 60, calendar);
    case 'normal':
      return onBusinessDay(now, 1, '12:00', calendar);
    case 'low':
      return onBusinessDay(now, 3, '12:00', calendar);
  }
}
