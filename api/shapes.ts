import { z } from 'zod';
import { languageSchema } from '#ai/reading.ts';
import { localizedSchema } from '#crm/localized.ts';
import { MAX_LIMIT } from '#crm/page.ts';

/** A point in time: ISO 8601 in JSON, a Date inside. */
export const time = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** A day without a time: an ISO date in JSON, midnight UTC inside (as the database keeps it). */
export const day = z.codec(z.iso.date(), z.date(), {
  decode: (text) => new Date(`${text}T00:00:00Z`),
  encode: (date) => date.toISOString().slice(0, 10),
});

export const id = z.uuid();
export const byId = z.object({ id });
export const language = languageSchema;
export const localized = localizedSchema;
/** A colleague or a customer as lists name them. */
export const named = z.object({ id, name: z.string() });
export const maybeNamed = z.object({ id, name: z.string().nullable() });

/** Which part of a list. */
export const page = {
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(50),
  cursor: z.string().max(200).optional(),
};
export const pageQuery = z.object(page);

/** A page of a list. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** `true` or `false` in a query. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A text that somebody writes: trimmed, not empty. */
export const words = (longest: number) => z.string().trim().min(1, 'Write something.').max(longest);

/** The span of a report: [from, to), the last 90 days unless told. */
export const span = { from: time.optional(), to: time.optional() };
