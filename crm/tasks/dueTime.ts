import type { TaskPriority } from '#prisma/client.ts';
import { addBusinessMinutes, type BusinessHours, onBusinessDay } from '../shop/businessTime.ts';

const MINUTE = 60_000;

/** By when a task of this priority must be done. Urgent ones do not wait for the shop to open. */
export function dueTime(priority: TaskPriority, now: Date, hours: BusinessHours): Date {
  switch (priority) {
    case 'urgent':
      return new Date(now.getTime() + 30 * MINUTE);
    case 'high':
      return addBusinessMinutes(now, 4 * 60, hours);
    case 'normal':
      return onBusinessDay(now, 1, '12:00', hours);
    case 'low':
      return onBusinessDay(now, 3, '12:00', hours);
  }
}
