import { z } from 'zod';
import { localizedSchema } from '../localized.ts';
import { isZone } from './zoneName.ts';

/** A wall-clock time `HH:MM`; `24:00` is the end of the day. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Use HH:MM, e.g. 09:00.');
/**
 * An IANA time zone by any of its names; lists of them have Asia/Calcutta and not Asia/Kolkata, or the other way round. Short names
 * but UTC are refused: IST is India here, and Israel in the database.
 */
export const zone = z.string().refine((name) => name === 'UTC' || (name.includes('/') && isZone(name)), {
  message: 'Use an IANA time zone, e.g. Asia/Shanghai.',
});

/** When people answer: ISO weekdays (1 is Monday, 7 is Sunday) and wall-clock times in the shop's zone, `open` before `close`. */
export const hoursSchema = z
  .object({
    days: z.array(z.int().min(1).max(7)).min(1, 'Name at least one day.'),
    open: timeOfDay,
    close: timeOfDay,
  })
  .refine((hours) => hours.open < hours.close, { path: ['close'], message: 'The shop must close after it opens.' });
export type Hours = z.infer<typeof hoursSchema>;

/** What the shop tells about itself. Stored as the setting `shop`. */
export const shopProfileSchema = z.object({
  name: localizedSchema,
  hours: hoursSchema,
  /** The hours in words. */
  hoursText: localizedSchema,
  zone,
  hotline: z.string(),
  address: localizedSchema,
});
export type ShopProfile = z.infer<typeof shopProfileSchema>;

/** The profile of a shop that has not told anything yet. */
export const defaultShopProfile: ShopProfile = {
  name: { zh: '本店', en: 'Our shop' },
  hours: { days: [1, 2, 3, 4, 5, 6, 7], open: '09:00', close: '21:00' },
  hoursText: { zh: '每天 9:00–21:00', en: 'every day, 9:00–21:00' },
  zone: 'Asia/Shanghai',
  hotline: '',
  address: { zh: '', en: '' },
};
