import type { Amount, Expecting } from '../reading.ts';
import { chineseNumber, numberCharacters } from './chineseNumber.ts';
import { englishNumber, englishNumberPattern } from './englishNumber.ts';

const figure = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d+(?:\\.\\d{1,2}|,\\d{2}(?!\\d))?)';
const currencyOf: Record<string, string> = {
  '¥': 'CNY',
  '￥': 'CNY',
  人民币: 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  yuan: 'CNY',
  kuai: 'CNY',
  hk$: 'HKD',
  us$: 'USD',
  $: 'USD',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  buck: 'USD',
  bucks: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  hkd: 'HKD',
};
const timesOf: Record<string, number> = { k: 1000, 千: 1000, 万: 10_000, w: 10_000 };

type Found = Amount & { at: number };
type Pattern = { re: RegExp; read: (m: RegExpMatchArray, ask: { text: string }) => Omit<Found, 'at' | 'text'>[] };

/** Hundredths from a figure with points or a decimal comma; NaN if it is none. */
const centsOf = (written: string): number =>
  Math.round(Number(/,\d{2}$/.test(written) ? written.replace(',', '.') : written.replaceAll(',', '')) * 100);
const yuan = (cents: number) => (Number.isFinite(cents) ? [{ cents, currency: 'CNY' }] : []);

const chineseFigure = `(?:${figure}(?: ?([千万]))?|([${numberCharacters}]+))`;
/** The figure of `chineseFigure` at group `at`, in fen. */
function chineseCents(m: RegExpMatchArray, at: number): number {
  if (m[at] !== undefined) return Math.round(centsOf(m[at]!) * (timesOf[m[at + 1] ?? ''] ?? 1));
  return (chineseNumber(m[at + 2]!) ?? Number.NaN) * 100;
}
/** After a bare number these make it a count or a measure, no sum: 3.5万次, 一千瓦. */
const counted = '(?![\\d.百千万元块角毛分个次人转步台件瓶米瓦克卡升毫小时天年月日号条只家股票折星%％个位mk])';
const talkOfMoney =
  '(?:花了?|付了?|价格?(?:是|为)?|总价|预算(?:是|有|在)?|赔(?:偿|我)?|退(?:还|我)?|收了?我?|只要|才|卖|值|便宜了?|贵了?|差价|补偿?我?|优惠)';

const patterns: Pattern[] = [
  {
    re: new RegExp(
      `(人民币|hk\\$|us\\$|[¥$€£]|\\b(?:rmb|cny|usd|eur|gbp|hkd)) ?${figure}(?: ?([k万w])(?![a-z]))?`,
      'gi',
    ),
    read: (m) => [
      { cents: centsOf(m[2]!) * (timesOf[m[3]?.toLowerCase() ?? ''] ?? 1), currency: currencyOf[m[1]!.toLowerCase()]! },
    ],
  },
  {
    // Both ends of a range: 200-300元, 200到300块.
    re: new RegExp(`${figure} ?(?:-|~|—|到|至) ?${figure} ?(?:元|块|rmb|yuan)`, 'gi'),
    read: (m) => [...yuan(centsOf(m[1]!)), ...yuan(centsOf(m[2]!))],
  },
  {
    re: new RegExp(
      `(?:${figure}(k)?|\\b${englishNumberPattern}) ?(rmb|cny|usd|hkd|eur|gbp|yuan|kuai|dollars?|bucks?|euros?|pounds?|€|£)(?![a-z])`,
      'gi',
    ),
    read: (m) => {
      const cents = m[1] !== undefined ? centsOf(m[1]) * (m[2] ? 1000 : 1) : (englishNumber(m[3]!) ?? Number.NaN) * 100;
      return Number.isFinite(cents) ? [{ cents, currency: currencyOf[m[4]!.toLowerCase()]! }] : [];
    },
  },
  { re: /(?<!\d)(\d{1,2}) cents\b/gi, read: (m) => [{ cents: Number(m[1]), currency: 'USD' }] },
  {
    // 几百块 is no sum; 一块 with a thing after it is a piece, 这一块 a place.
    re: new RegExp(
      `(?<![几好这那哪每在同])(?<![几好][十百千万])${chineseFigure}[多来]?(?:元|圆|块钱|块(?:([${numberCharacters}])(?:毛|角)?)?)`,
      'gi',
    ),
    read: (m, { text }) => {
      const dimes = m[4] !== undefined ? (chineseNumber(m[4]) ?? 0) * 10 : 0;
      const next = text.slice(m.index! + m[0].length);
      const piece =
        /^[一两二三四五六七八九]块$/.test(m[0]) &&
        /^\p{Script=Han}/u.test(next) &&
        !/^[左上以买就的吧呢了啊一包多]/.test(next);
      return piece ? [] : yuan(chineseCents(m, 1) + dimes);
    },
  },
  {
    re: new RegExp(`([${numberCharacters}])[毛角](?:钱)?(?![巾衣孔发病])`, 'g'),
    read: (m) => yuan((chineseNumber(m[1]!) ?? Number.NaN) * 10),
  },
  {
    // 3.5万, 三万五, 1万2千: ten thousands of nothing else are money.
    re: new RegExp(
      `(?<![\\d几])(?:(\\d+(?:\\.\\d+)?)万(?:([1-9])千)?|([一二两三四五六七八九十百]+万[一二两三四五六七八九]?千?))${counted}`,
      'g',
    ),
    read: (m) =>
      yuan(
        m[1] !== undefined
          ? Math.round((Number(m[1]) * 10_000 + Number(m[2] ?? 0) * 1000) * 100)
          : (chineseNumber(m[3]!) ?? Number.NaN) * 100,
      ),
  },
  {
    re: new RegExp(`${talkOfMoney} ?${chineseFigure}${counted}`, 'g'),
    read: (m) => yuan(chineseCents(m, 1)),
  },
  {
    re: /\b(?:budget(?: is| of)?|paid|pay|costs?|spent|spend|price(?: is| of)?|refund(?: me)?(?: of)?|under|below) (\d+(?:\.\d{1,2})?)(k)?(?![\d.%]| ?(?:days?|weeks?|months?|years?|stars?|hours?|minutes?|times|of|kg|g|ml|cm|w)\b)/gi,
    read: (m) => yuan(centsOf(m[1]!) * (m[2] ? 1000 : 1)),
  },
];

/** Nothing but a number, where a sum was asked for. */
const bare = new RegExp(
  `^\\s*(?:大概|大约|差不多|about|around)?\\s*${chineseFigure}(k)?\\s*(?:左右|吧|以内)?[。.!]?\\s*$`,
  'i',
);

/**
 * Sums of money in the order of the text: ¥199, 199块5, 一百九十九元, 3.5万, $20, twenty dollars; a bare number only after a word of
 * price or where one was asked for. Expects NFKC text.
 */
export function readAmounts(text: string, expecting?: Expecting): Amount[] {
  const found: Found[] = [];
  for (const { re, read } of patterns) {
    for (const m of text.matchAll(re)) {
      const at = m.index;
      if (found.some((one) => at < one.at + one.text.length && one.at < at + m[0].length)) continue;
      found.push(...read(m, { text }).map((amount) => ({ ...amount, at, text: m[0] })));
    }
  }
  const [only] = found.length === 0 && expecting === 'amount' ? text.matchAll(new RegExp(bare, 'gi')) : [];
  if (only)
    found.push(
      ...yuan(chineseCents(only, 1) * (only[4] ? 1000 : 1)).map((amount) => ({ ...amount, at: 0, text: text.trim() })),
    );
  return found.sort((a, b) => a.at - b.at).map(({ at: _, ...amount }) => amount);
}
