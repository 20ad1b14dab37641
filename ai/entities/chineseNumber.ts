const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  幺: 1,
  俩: 2,
  仨: 3,
};
const tens: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Characters that a number may be written in, for use inside a regular expression's class. */
export const numberCharacters = '\\d零〇一二两三四五六七八九十百千万';

/** A whole number in figures or Chinese characters (199, 一百九十九, 三万五, 一三八): undefined if it is none. */
export function chineseNumber(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (/^[零〇一二两三四五六七八九幺]{2,}$/.test(text)) return Number([...text].map((c) => digits[c]).join(''));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let unit = 1;
  for (const character of text) {
    if (character in digits) {
      digit = digits[character]!;
      if (digit === 0) unit = 1;
      continue;
    }
    if (character in tens) {
      unit = tens[character]!;
      section += (digit ?? 1) * unit;
      unit /= 10;
    } else if (character === '万') {
      total += (section + (digit ?? 0)) * 10_000;
      section = 0;
      unit = 1000;
    } else return undefined;
    digit = undefined;
  }
  if (text.length === 0) return undefined;
  // 一百五 is 150, but 一百零五 is 105 and 十五 is 15.
  return total + section + (digit ?? 0) * (digit !== undefined && (section > 0 || total > 0) && unit >= 10 ? unit : 1);
}
