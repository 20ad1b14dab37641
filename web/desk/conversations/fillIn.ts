import type { Conversation } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useStaff } from '../frame/session.tsx';
import { useShop } from '../queries/shop.ts';

/** What the variables of a canned reply stand for in the open conversation; undefined: not known here. */
export type Values = Record<string, string | undefined>;

/** The text with its variables filled in, and the names of those that are not known: they stay, for staff to write. */
export function fillIn(text: string, values: Values): { text: string; missing: string[] } {
  const missing: string[] = [];
  const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value) return value;
    missing.push(whole);
    return whole;
  });
  return { text: filled, missing };
}

/** The variables that still stand in a text; it is not sent with them. */
export const unfilled = (text: string): string[] => text.match(/\{(?:customer|staff|shop|hours|hotline)\}/g) ?? [];

/** What variables stand for in this conversation. */
export function useValues({ customer, language }: Conversation): Values {
  const staff = useStaff();
  const shop = useShop();
  const inCustomers = language === 'en' ? 'en' : 'zh';
  return {
    customer: customer?.name ?? undefined,
    staff: staff.name,
    shop: shop && localized(shop.name, inCustomers),
    hours: shop && localized(shop.hoursText, inCustomers),
    hotline: shop?.hotline || undefined,
  };
}
