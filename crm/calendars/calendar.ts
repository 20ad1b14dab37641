import { z } from 'zod';
import { type Hours, timeOfDay, zone } from '../shop/shopProfile.ts';

const shiftsSchema = z
  .array(z.strictObject({ from: timeOfDay, to: timeOfDay }))
  .max(6, 'A day has six shifts at most.')
  .superRefine((shifts, context) => {
    for (const [index, { from, to }] of shifts.entries()) {
      if (from >= to)
        context.addIssue({ code: 'custom', path: [index, 'to'], message: 'A shift must end after it begins.' });
      else if (index > 0 && from < shifts[index - 1]!.to)
        context.addIssue({
          code: 'custom',
          path: [index, 'from'],
          message: 'Shifts follow each other and do not overlap.',
        });
    }
  });

/** A stretch of work on a day: wall-clock `HH:MM`, `to` not included. */
export type Shift = z.output<typeof shiftsSchema>[number];

const specialDaySchema = z.strictObject({
  date: z.iso.date(),
  /** None: closed. */
  shifts: shiftsSchema,
  note: z.string().trim().max(60).default(''),
});

/**
 * When people work: shifts by weekday (seven lists, Monday first), days that differ, and whether China's public holidays
 * are free and its make-up days (调休) worked. A special day comes before a holiday, a holiday before the week.
 */
export const calendarSchema = z.strictObject({
  zone,
  weekly: z
    .array(shiftsSchema)
    .length(7)
    .refine((days) => days.some((shifts) => shifts.length > 0), 'Name at least one day with working hours.'),
  specialDays: z
    .array(specialDaySchema)
    .max(400)
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, 'Each date once.'),
  chineseHolidays: z.boolean(),
});
export type Calendar = z.output<typeof calendarSchema>;

/** The calendar that a shop's plain hours mean. Who works at weekends too works on holidays, unless the calendar says otherwise. */
export function calendarOfHours({ days, open, close, zone }: Hours & { zone: string }): Calendar {
  return {
    zone,
    weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => (days.includes(day) ? [{ from: open, to: close }] : [])),
    specialDays: [],
    chineseHolidays: zone === 'Asia/Shanghai' && !(days.includes(6) && days.includes(7)),
  };
}

/** Day and night, every day: what does not wait for anybody to come to work. */
export const aroundTheClock: Calendar = {
  zone: 'UTC',
  weekly: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
  specialDays: [],
  chineseHolidays: false,
};
