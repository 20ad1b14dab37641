import type { Language, Localized } from '../../kit/i18n.ts';
import type { CustomerRef } from '../api.ts';
import { unnamedCustomer } from '../i18n/names.ts';

/** A customer's name, or that we do not know it yet. */
export function customerName(customer: CustomerRef | null | undefined, language: Language): string {
  if (!customer) return '';
  return customer.name || unnamedCustomer[language];
}

/** 1042 as C-1042; what already is a number as people see it stays. */
export function complaintNumber(number: number | string): string {
  return typeof number === 'number' ? `C-${number}` : number;
}

/** The text in the page's language; the other one where that is empty. */
export function localized(text: Localized, language: Language): string {
  return text[language] || text[language === 'zh' ? 'en' : 'zh'];
}
