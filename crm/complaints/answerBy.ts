import type { Severity } from '#prisma/client.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { onBusinessDay } from '../shop/businessTime.ts';

/** Working days until a customer is owed an answer that says what will be done. */
const days: Record<Severity, number> = { safety: 1, serious: 2, normal: 3 };

/** By when a complaint of this severity is to be answered: the end of the last of its working days. */
export const answerByFor = (severity: Severity, now: Date, calendar: Calendar): Date =>
  onBusinessDay(now, days[severity], '24:00', calendar);

/** When a customer is called back after a complaint was closed, to hear whether it holds. */
export const callBackAt = (now: Date, calendar: Calendar): Date => onBusinessDay(now, 3, '12:00', calendar);
