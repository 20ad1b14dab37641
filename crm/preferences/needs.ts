/**
 * Special needs (hard of hearing, large type, elderly, pregnant, children at home): kept like other things that customers tell, but only
 * where the customer said it and agreed to that very thing being kept. Nothing is inferred.
 */
export const needs = ['hardOfHearing', 'largeType', 'elderly', 'pregnant', 'children'] as const;
export type Need = (typeof needs)[number];

/** What something that a customer told may be about. */
export const preferenceKeys = [
  'fragrance',
  'contactTime',
  'contactChannel',
  'skin',
  'hair',
  'allergy',
  'budget',
  'household',
  ...needs,
  'other',
] as const;

/** The version of the words by which the bot, the customer's page and staff ask whether one may be kept. */
export const NEEDS_WORDING = 'needs@1';

export const isNeed = (key: string): key is Need => (needs as readonly string[]).includes(key);

/** Whether pages are to be shown in large type. */
export const wantsLargeType = (of: readonly Need[]): boolean => of.includes('largeType') || of.includes('elderly');
