import type { Said } from './said.ts';

/** So long a customer is silent before what they write next is another talk, and before "left without asking for a person" is assumed. */
export const SILENCE_MS = 24 * 3_600_000;
/** Somebody who comes back within this and then needs a person had not been answered. */
export const RETURN_MS = 3 * SILENCE_MS;

/**
 * A conversation cut into talks. Each begins with a customer's message after a day in which the customer wrote nothing; a colleague's
 * words belong to the talk before them however late they come, the bot's own (a survey, a greeting) only within the day.
 */
export function talksIn(said: readonly Said[]): Said[][] {
  const talks: Said[][] = [];
  let heard = Number.NEGATIVE_INFINITY;
  for (const each of said) {
    const at = each.at.getTime();
    if (each.sender === 'customer') {
      if (at - heard > SILENCE_MS) talks.push([]);
      heard = at;
    }
    if (each.sender === 'bot' && at - heard > SILENCE_MS) continue;
    talks.at(-1)?.push(each);
  }
  return talks;
}
