import { z } from 'zod';

/** The two languages every reply, page and example exists in. */
export const languageSchema = z.enum(['zh', 'en']);
/** `zh` or `en`. */
export type Language = z.infer<typeof languageSchema>;

const textSchema = z.string().describe('The words of the message that say so.');

/** A product that the message names; `id` is the one given to the reader, `confidence` is 1 for an exact name. */
export const productMentionSchema = z.object({
  id: z.string(),
  text: textSchema,
  confidence: z.number().min(0).max(1),
});
export type ProductMention = z.infer<typeof productMentionSchema>;

/** A satisfaction score of 1 (worst) to 5 (best), from words, stars or figures on any usual scale. */
export const ratingSchema = z.object({ score: z.number().int().min(1).max(5), text: textSchema });
export type Rating = z.infer<typeof ratingSchema>;

/** Days in the shop's zone, both ends included, ISO 8601 (`Temporal.PlainDate.from(span.from)`), with a part of the day if said. */
export const dateSpanSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  partOfDay: z.enum(['morning', 'noon', 'afternoon', 'evening', 'night']).optional(),
  text: textSchema,
});
export type DateSpan = z.infer<typeof dateSpanSchema>;

/** Hours of the day in which something suits the customer: `after 6 pm` = `{ from: '18:00', to: '24:00' }`. */
export const timeWindowSchema = z.object({
  from: z.string().regex(/^\d\d:\d\d$/),
  to: z.string().regex(/^\d\d:\d\d$/),
  days: z.enum(['workdays', 'weekend']).optional(),
  text: textSchema,
});
export type TimeWindow = z.infer<typeof timeWindowSchema>;

/** Money. `cents` is the amount in hundredths of the currency unit. */
export const amountSchema = z.object({ cents: z.number().int(), currency: z.string().length(3), text: textSchema });
export type Amount = z.infer<typeof amountSchema>;

/** Everything that a message names. Lists are empty, never absent; they are in the order of the text. */
export const entitiesSchema = z.object({
  products: z.array(productMentionSchema),
  rating: ratingSchema.optional(),
  phones: z.array(z.string()).describe('Digits only, with + and country code if it was given.'),
  emails: z.array(z.string()),
  orderNumbers: z.array(z.string()),
  complaintNumbers: z.array(z.string()).describe('As shown to customers: C- and digits.'),
  amounts: z.array(amountSchema),
  dates: z.array(dateSpanSchema),
  timeWindow: timeWindowSchema.optional(),
});
export type Entities = z.infer<typeof entitiesSchema>;

/** How the customer feels; `score` runs from -1 (furious) to 1 (delighted). */
export const sentimentSchema = z.object({
  label: z.enum(['positive', 'neutral', 'negative']),
  score: z.number().min(-1).max(1),
});
export type Sentiment = z.infer<typeof sentimentSchema>;

/** One of the things a message asks for. `intent` is a dialog module's or small talk's intent, or `none`. */
export const wishSchema = z.object({
  intent: z.string(),
  aspect: z.string().optional().describe('The finer kind within the intent, e.g. complaints + status.'),
  text: z.string(),
  confidence: z.number().min(0).max(1),
});
export type Wish = z.infer<typeof wishSchema>;

/** A message as the bot understood it. `intent`, `aspect`, `confidence` are those of the first wish. */
export const readingSchema = z.object({
  language: languageSchema,
  intent: z.string(),
  aspect: z.string().optional(),
  confidence: z.number().min(0).max(1),
  wishes: z.array(wishSchema).min(1),
  entities: entitiesSchema,
  sentiment: sentimentSchema,
});
export type Reading = z.infer<typeof readingSchema>;

/** The intent of a message that belongs to no dialog. */
export const NONE = 'none';

/** What a dialog has just asked for; bare answers ("4", "昨天", "13800138000") are then read as that. */
export type Expecting = 'rating' | 'product' | 'date' | 'phone' | 'time' | 'amount' | 'text';
