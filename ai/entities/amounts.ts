import type { Amount } from '../reading.ts';
import { chineseNumber, numberCharacters } from './chineseNumber.ts';

const figure = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d+(?:\\.\\d{1,2})?)';
const currencyOf: Record<string, string> = {
  '¥': 'CNY',
  '￥': 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  yuan: 'CNY',
  $: 'USD',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  bucks: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  pounds: 'GBP',
  hkd: 'HKD',
};
const before = new RegExp(`(¥|\\$|€|£|\\b(?:rmb|cny|usd|eur|gbp|hkd)) ?${figure}`, 'gi');
const after = new RegExp(`${figure} ?(rmb|cny|usd|hkd|eur|gbp|yuan|dollars?|bucks|euros?|pounds|€)(?![a-z])`, 'gi');
const chinese = new RegExp(
  `(?:${figure}|([${numberCharacters}]+))(?:元|块钱?|圆)(?:([${numberCharacters}])(?:毛|角)?)?(?![a-z])`,
  'gi',
);

const cents = (figureText: string): number => Math.round(Number(figureText.replaceAll(',', '')) * 100);

/** Sums of money in the order of the text: ¥199, 199块5, 一百九十九元, $20, 20 dollars. Expects NFKC text. */
export function readAmounts(text: string): Amount[] {
  const found: (Amount & { at: number })[] = [];
  for (const m of text.matchAll(before)) {
    found.push({ at: m.index, cents: cents(m[2]!), currency: currencyOf[m[1]!.toLowerCase()]!, text: m[0] });
  }
  for (const m of text.matchAll(after)) {
    found.push({ at: m.index, cents: cents(m[1]!), currency: currencyOf[m[2]!.toLowerCase()]!, text: m[0] });
  }
  for (const m of text.matchAll(chinese)) {
    const whole = m[1] !== undefined ? cents(m[1]) : (chineseNumber(m[2]!) ?? Number.NaN) * 100;
    const dimes = m[3] !== undefined ? (chineseNumber(m[3]) ?? 0) * 10 : 0;
    if (Number.isFinite(whole)) found.push({ at: m.index, cents: whole + dimes, currency: 'CNY', text: m[0] });
  }
  return found
    .sort((a, b) => a.at - b.at || b.text.length - a.text.length)
    .filter((one, i, all) => !all.slice(0, i).some((other) => one.at < other.at + other.text.length))
    .map(({ at: _, ...amount }) => amount);
}
