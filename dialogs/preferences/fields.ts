import { Temporal } from 'temporal-polyfill';
import type { Customer, CustomerPatch } from '#crm/customers/customers.ts';
import { asksSomething } from '../agreement.ts';
import type { Heard } from '../heard.ts';
import type { Kept } from './kept.ts';
import { noticeIn } from './notice.ts';

/** What of a customer's record the customer corrects by a word. */
export const fields = ['name', 'phone', 'email', 'birthday'] as const;
export type Field = (typeof fields)[number];

const PREFIX = 'field:';

/** Which field an item of the list is; undefined: a preference. */
export const fieldOf = (id: string): Field | undefined =>
  id.startsWith(PREFIX) ? fields.find((field) => id === `${PREFIX}${field}`) : undefined;

/** The fields that are known, as items of what is kept. */
export function fieldsOf(customer: Customer): Kept[] {
  return fields.flatMap((field) => {
    const value = field === 'birthday' ? customer.birthday?.toISOString().slice(0, 10) : customer[field];
    if (!value) return [];
    return [{ id: `${PREFIX}${field}`, key: field, value, quote: '', createdAt: customer.createdAt, over: false }];
  });
}

/** The value of a field that a message names; undefined where it names none that can be one. `now` bounds birthdays. */
export function fieldValue(field: Field, heard: Heard, now: Date): string | undefined {
  const { phones, emails } = heard.reading.entities;
  switch (field) {
    case 'phone':
      return phones[0];
    case 'email':
      return emails[0];
    case 'birthday':
      return birthdayIn(heard.text, now);
    case 'name':
      return nameIn(heard);
  }
}

/** What is changed in the record: the field alone. */
export const patchOf = (field: Field, value: string | null): CustomerPatch => ({ [field]: value });

const isName = /^[\p{L}][\p{L} .'·-]{0,40}$/u;
const afterIs = /(?:应该(?:是|叫)|是|叫|to|is|it's|should be)\s*[“"']?([\p{L}][\p{L} .'·-]{0,40}?)[”"']?[。.!！]*$/iu;

function nameIn(heard: Heard): string | undefined {
  const noticed = noticeIn(heard).find(({ key }) => key === 'name')?.value;
  if (noticed) return noticed;
  const said = heard.text.trim().replace(/[。.!！]+$/, '');
  const stated = afterIs.exec(said)?.[1]?.trim();
  if (stated && !/不对|错|wrong|incorrect/i.test(stated)) return stated;
  return isName.test(said) && !asksSomething(said) && !/不对|错|改|wrong|change|correct|update/i.test(said)
    ? said
    : undefined;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dates = [
  /(?<y>(?:19|20)\d\d)\s*[年./-]\s*(?<m>\d{1,2})\s*[月./-]\s*(?<d>\d{1,2})/,
  /(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<m>[a-z]{3,9})\.?,?\s+(?<y>(?:19|20)\d\d)/i,
  /(?<m>[a-z]{3,9})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>(?:19|20)\d\d)/i,
];

/** A date of birth in words, as an ISO date: with its year, not before 1900 and not to come. */
export function birthdayIn(text: string, now: Date): string | undefined {
  for (const pattern of dates) {
    const { y, m, d } = pattern.exec(text)?.groups ?? {};
    if (!y || !m || !d) continue;
    const month = /^\d/.test(m) ? Number(m) : months.indexOf(m.slice(0, 3).toLowerCase()) + 1;
    try {
      const date = Temporal.PlainDate.from({ year: Number(y), month, day: Number(d) }, { overflow: 'reject' });
      if (date.toString() <= now.toISOString().slice(0, 10)) return date.toString();
    } catch {
      // 30 February is no birthday.
    }
  }
  return undefined;
}
