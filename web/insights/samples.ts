/** Below this many answers a share says nothing, and might tell who answered: it is not shown. */
export const tooFew = 5;
/** From this many on a share is shown without reserve. */
export const enough = 30;

export type Trust = 'none' | 'tooFew' | 'weak' | 'good';

/** How far a share of n answers can be trusted. */
export function trustOf(n: number): Trust {
  if (n === 0) return 'none';
  if (n < tooFew) return 'tooFew';
  return n < enough ? 'weak' : 'good';
}
