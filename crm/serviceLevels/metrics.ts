/**
 * firstResponse: from the moment a customer asked for a person (or complained) until a person answered; what the bot says
 * never ends it. nextResponse: from the oldest message that nobody answered. resolution: of complaints and tasks, until they
 * are closed or done; opened again it is the next round.
 */
export const metrics = ['firstResponse', 'nextResponse', 'resolution'] as const;
export type Metric = (typeof metrics)[number];

/** Why a clock may stand. Without a reason it runs. */
export const pauseReasons = [
  'waitingForCustomer',
  'waitingForSupplier',
  'waitingForGoods',
  'agreedDate',
  'other',
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** The shares of the target at which somebody is told: the owner, at last the lead too. */
export const warnings = [50, 80, 100] as const;
