import { z } from 'zod';
import type { Database } from '#prisma/client.ts';
import { staffEventKindNames } from './kinds.ts';
import type { QuietTime } from './quietTime.ts';
import { type Ways, waysSchema } from './ways.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use HH:MM, e.g. 22:00.');

/** How a person wants to be told. */
export const notificationPreferenceSchema = z
  .strictObject({
    ways: waysSchema,
    mutedKinds: z.array(z.enum(staffEventKindNames)).max(50),
    quietFrom: timeOfDay.nullable(),
    quietTo: timeOfDay.nullable(),
    quietDays: z.array(z.int().min(1).max(7)).max(6, 'Leave one day on which you can be reached.'),
    urgentAnyway: z.boolean(),
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === null) === (quietTo === null), {
    path: ['quietTo'],
    message: 'Say when the quiet hours begin and when they end, or neither.',
  });
export type NotificationPreferenceValue = z.infer<typeof notificationPreferenceSchema>;

/** Of somebody who has chosen nothing: every way that knows them, at any time. */
export const defaultPreference: NotificationPreferenceValue = {
  ways: {},
  mutedKinds: [],
  quietFrom: null,
  quietTo: null,
  quietDays: [],
  urgentAnyway: true,
};

/** How staff want to be told, each for themselves. */
export class NotificationPreferences {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async of(staffId: string): Promise<NotificationPreferenceValue> {
    const row = await this.#db.client.notificationPreference.findUnique({ where: { staffId } });
    return row ? preferenceOfRow(row) : defaultPreference;
  }

  async keep(staffId: string, value: NotificationPreferenceValue): Promise<NotificationPreferenceValue> {
    await this.#db.transaction((client) =>
      client.notificationPreference.upsert({ where: { staffId }, create: { staffId, ...value }, update: value }),
    );
    return value;
  }
}

interface Row extends QuietTime {
  ways: unknown;
  mutedKinds: string[];
  urgentAnyway: boolean;
}

/** A stored row; kinds and ways that this version does not know are left out. */
export function preferenceOfRow(row: Row): NotificationPreferenceValue {
  const ways: Ways = waysSchema.catch({}).parse(row.ways);
  const { quietFrom, quietTo, quietDays, urgentAnyway } = row;
  const mutedKinds = staffEventKindNames.filter((kind) => row.mutedKinds.includes(kind));
  return { ways, mutedKinds, quietFrom, quietTo, quietDays, urgentAnyway };
}
