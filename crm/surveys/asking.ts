import { z } from 'zod';

/**
 * When a survey is asked. conversationSolved: in the chat, when help is over, or has been for a while without a word. complaintClosed, taskDone, afterPurchase: so many days
 * after it. date: on a day, perhaps again every few months. segment: once of everybody who comes to belong to it. byHand: when
 * staff say so, or by link.
 */
export const triggers = [
  'conversationSolved',
  'complaintClosed',
  'taskDone',
  'afterPurchase',
  'date',
  'segment',
  'byHand',
] as const;
export type Trigger = (typeof triggers)[number];

/** Whom it concerns: all that is said must be true of a customer; nothing said: everybody. */
export const segmentSchema = z.strictObject({
  tiers: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
  /** Bought something within so many days. */
  boughtWithinDays: z.int().min(1).max(3650).nullable().default(null),
  /** Bought nothing for so many days, but something before. */
  silentForDays: z.int().min(1).max(3650).nullable().default(null),
});

/** Whom a survey asks, when, and how often at most. */
export const askingSchema = z
  .strictObject({
    trigger: z.enum(triggers).default('byHand'),
    /** So many days after what started it. */
    days: z.int().min(0).max(365).default(0),
    /** conversationSolved: of who leaves without a word, after so many minutes; 0: not. */
    quietMinutes: z.int().min(0).max(300).default(30),
    /** taskDone: of which types. */
    taskTypes: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
    /** afterPurchase: only of what was bought of this category; null: of any. */
    categoryKey: z.string().trim().max(60).nullable().default(null),
    /** date: the first day. */
    date: z.iso.date().nullable().default(null),
    /** date: again every so many months; 0: never. */
    everyMonths: z.union([z.literal(0), z.literal(1), z.literal(3), z.literal(6), z.literal(12)]).default(0),
    segment: segmentSchema.prefault({}),
    /** Of a hundred occasions so many are asked about, drawn evenly. */
    samplePercent: z.int().min(1).max(100).default(100),
    /** In the chat where the customer has one that takes it, else by mail; or by mail alone. */
    ways: z
      .array(z.enum(['chat', 'mail']))
      .min(1, 'Choose a way.')
      .max(2)
      .default(['chat']),
    /** Until when an answer is waited for; a later one still counts. */
    expireDays: z.int().min(1).max(90).default(14),
    /** How long an answer may be changed. */
    editHours: z.int().min(0).max(720).default(24),
    /** Said once more after so many days; 0: not. */
    reminderDays: z.int().min(0).max(30).default(0),
  })
  .superRefine(({ trigger, date, taskTypes }, context) => {
    if (trigger === 'date' && !date) context.addIssue({ code: 'custom', path: ['date'], message: 'Say on which day.' });
    if (trigger === 'taskDone' && taskTypes.length === 0)
      context.addIssue({ code: 'custom', path: ['taskTypes'], message: 'Say after which types of task.' });
  });
export type Asking = z.infer<typeof askingSchema>;

/** The stored wishes; what an older release left is filled up. */
export const askingOf = (stored: unknown): Asking =>
  askingSchema.catch(() => askingSchema.parse({})).parse(stored ?? {});

/** What the customer began: being asked how it went belongs to it, and a "no" is enough to be left alone. The rest needs a "yes" beforehand. */
export const isService = (trigger: Trigger): boolean =>
  trigger === 'conversationSolved' || trigger === 'complaintClosed' || trigger === 'taskDone';

/** How the shop holds it over all surveys, in days: between two askings of one person, between two of one metric, after a refusal. */
export const surveyMannersSchema = z.strictObject({
  anyDays: z.int().min(0).max(365),
  csatDays: z.int().min(0).max(365),
  npsDays: z.int().min(0).max(730),
  cesDays: z.int().min(0).max(365),
  refusedDays: z.int().min(1).max(3650),
});
export type SurveyManners = z.infer<typeof surveyMannersSchema>;
export const defaultSurveyManners: SurveyManners = {
  anyDays: 7,
  csatDays: 7,
  npsDays: 90,
  cesDays: 30,
  refusedDays: 180,
};
