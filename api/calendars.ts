import { z } from 'zod';
import { calendarSchema } from '#crm/calendars/calendar.ts';
import type { NamedCalendar } from '#crm/calendars/calendars.ts';
import { holidaysKnownUntil } from '#crm/calendars/chineseDays.ts';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, id, localized, time } from './shapes.ts';

const written = calendarSchema.extend({ name: localized });
const calendarJson = written.extend({
  id,
  /** Raised by each change. */
  version: z.int(),
  /** The shop's own holds where nothing else is said. */
  isShop: z.boolean(),
  updatedAt: time,
});
/** When people work: shifts by weekday (Monday first), special days, China's holidays. */
export type CalendarJson = z.input<typeof calendarJson>;

const dayJson = z.object({
  date: z.iso.date(),
  shifts: z.array(z.object({ from: z.string(), to: z.string() })),
  because: z.enum(['week', 'special', 'holiday', 'makeUp']),
  name: localized.nullable(),
});
export type WorkingDayJson = z.input<typeof dayJson>;

const pastJson = calendarSchema.extend({ version: z.int(), createdAt: time });
/** A calendar as it was. */
export type CalendarPastJson = z.input<typeof pastJson>;

const flat = ({ calendar, ...known }: NamedCalendar) => ({ ...known, ...calendar });

/** Working calendars. */
export const calendarOperations = [
  operation({
    method: 'GET',
    path: '/calendars',
    summary: 'When people work: the shop’s own calendar first',
    may: staff,
    answer: z.object({
      items: z.array(calendarJson),
      /** The last year whose public holidays in China are known. */
      holidaysKnownUntil: z.int(),
    }),
    run: async ({ services }) => ({
      items: (await services.calendars.list()).map(flat),
      holidaysKnownUntil: holidaysKnownUntil(),
    }),
  }),
  operation({
    method: 'GET',
    path: '/calendars/:id',
    summary: 'A calendar',
    may: staff,
    params: byId,
    answer: calendarJson,
    run: async ({ services }, { params }) => flat(await services.calendars.get(params.id)),
  }),
  operation({
    method: 'GET',
    path: '/calendars/:id/days',
    summary: 'How its days are, and why; from today unless told',
    may: staff,
    params: byId,
    query: z.object({ from: z.iso.date().optional(), days: z.coerce.number().int().min(1).max(120).default(60) }),
    answer: z.object({ items: z.array(dayJson) }),
    run: async ({ services }, { params, query }) => ({ items: await services.calendars.days(params.id, query) }),
  }),
  operation({
    method: 'GET',
    path: '/calendars/:id/versions',
    summary: 'What it was, newest first, the last 50',
    may: staff,
    params: byId,
    answer: z.object({ items: z.array(pastJson) }),
    run: async ({ services }, { params }) => ({
      items: (await services.calendars.versions(params.id)).map(({ calendar, ...past }) => ({ ...past, ...calendar })),
    }),
  }),
  operation({
    method: 'POST',
    path: '/calendars/preview',
    summary: 'How the days of a calendar would be; nothing is kept',
    may: staff,
    body: calendarSchema,
    query: z.object({ days: z.coerce.number().int().min(1).max(120).default(28) }),
    answer: z.object({ items: z.array(dayJson) }),
    run: async ({ services }, { body, query }) => ({ items: services.calendars.preview(body, query) }),
  }),
  operation({
    method: 'POST',
    path: '/calendars',
    summary: 'Add a calendar',
    may: manager,
    body: written,
    answer: calendarJson,
    status: 201,
    run: async ({ services }, { body, caller }) => flat(await services.calendars.create(body, person(caller).id)),
  }),
  operation({
    method: 'PUT',
    path: '/calendars/:id',
    summary: 'Change a calendar; `version` is the one that was changed',
    may: manager,
    params: byId,
    body: written.extend({ version: z.int() }),
    answer: calendarJson,
    run: async ({ services }, { params, body, caller }) =>
      flat(await services.calendars.change(params.id, body, person(caller).id)),
  }),
  operation({
    method: 'DELETE',
    path: '/calendars/:id',
    summary: 'Remove a calendar that nothing is counted by',
    may: manager,
    params: byId,
    run: ({ services }, { params, caller }) => services.calendars.remove(params.id, person(caller).id),
  }),
];
