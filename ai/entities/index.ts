import type { Temporal } from 'temporal-polyfill';
import type { Entities, Expecting } from '../reading.ts';
import { readAmounts } from './amounts.ts';
import { readComplaintNumbers, readEmails, readOrderNumbers, readPhones } from './contacts.ts';
import { readDates } from './dates.ts';
import type { ProductNames } from './products.ts';
import { readRating } from './rating.ts';
import { readTimeWindow } from './timeWindow.ts';

/** Everything that a message names, once. `now` is in the shop's zone; `expecting` is what a dialog has just asked for. */
export function readEntities(
  text: string,
  { now, products, expecting }: { now: Temporal.ZonedDateTime; products: ProductNames; expecting?: Expecting },
): Entities {
  const plain = text.normalize('NFKC');
  const phones = readPhones(plain);
  const timeWindow = readTimeWindow(plain, expecting);
  const rating = readRating(plain, expecting);
  return {
    products: products.find(text),
    ...(rating && { rating }),
    phones,
    emails: readEmails(plain),
    orderNumbers: readOrderNumbers(plain).filter((number) => !phones.includes(number)),
    complaintNumbers: readComplaintNumbers(plain),
    amounts: readAmounts(plain, expecting),
    dates: readDates(plain, now),
    ...(timeWindow && { timeWindow }),
  };
}
