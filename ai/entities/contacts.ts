const email = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu;

/** Mail addresses, as they were written but in lower case. */
export const readEmails = (text: string): string[] => [
  ...new Set((text.match(email) ?? []).map((m) => m.toLowerCase())),
];

const gap = '[ -]?';
const phonePatterns = [
  // Chinese mobile, in groups or not, with or without +86.
  new RegExp(`(?<![\\d])(?:(?:\\+|00)?86${gap})?1[3-9]\\d${gap}\\d{4}${gap}\\d{4}(?!\\d)`, 'g'),
  // Chinese land line with area code, and 400/800 service numbers.
  new RegExp(`(?<![\\d-])(?:0\\d{2,3}${gap}\\d{7,8}|[48]00${gap}\\d{3,4}${gap}\\d{3,4})(?![\\d])`, 'g'),
  /(?<![\d])\+\d{1,3}(?:[ -]?\(?\d{1,4}\)?){2,5}(?!\d)/g,
  // North America: three, three, four.
  /(?<![\d])\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)/g,
  // Ten digits without a gap are a number to call only where the words say so.
  /(?<=\b(?:call|phone|tel|ring|text|reach|mobile|cell)\b[^\d]{0,24})[2-9]\d{9}(?!\d)/gi,
];
const spoken: Record<string, string> = {
  零: '0',
  〇: '0',
  幺: '1',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** Phone numbers: digits only, a leading + kept. `一三八…` spoken digit by digit counts too. */
export function readPhones(text: string): string[] {
  const written = text.replace(/[零〇幺一二两三四五六七八九]{7,}/g, (run) => [...run].map((c) => spoken[c]).join(''));
  const found = new Map<number, string>();
  let rest = written;
  for (const pattern of phonePatterns) {
    rest = rest.replace(pattern, (match, ...args) => {
      found.set(args.at(-2) as number, (match.startsWith('+') ? '+' : '') + match.replace(/\D/g, ''));
      return ' '.repeat(match.length);
    });
  }
  return [...new Set([...found].sort(([a], [b]) => a - b).map(([, phone]) => phone))];
}

const labelled =
  /(?:订单(?:编号|号码?)?|单号|运单(?:编号|号码?)?|快递单号|order(?: ?(?:number|no\.?|num|id))?|tracking(?: number)?)[ :#：是为]*(?:is )?([a-z]{0,4}[-]?\d[a-z\d-]{4,})/gi;
const shaped = /(?<![a-z\d-])[a-z]{1,4}-?\d{6,}(?:-\d{2,})*(?![a-z\d])/gi;

/** Order numbers: what follows "order number", and letters with six or more digits (QM20251103-0012). Upper case. */
export function readOrderNumbers(text: string): string[] {
  const found = [...text.matchAll(labelled)].map((match) => match[1]!);
  found.push(...(text.match(shaped) ?? []));
  return [...new Set(found.map((number) => number.toUpperCase().replace(/-+$/, '')))].filter((n) => !/^C-/.test(n));
}

/** Complaint numbers as the bot gave them out: C- and digits. "c 123" and "C123" are mended. */
export const readComplaintNumbers = (text: string): string[] => [
  ...new Set([...text.matchAll(/(?<![a-z\d])c[- ]?(\d{1,10})(?![a-z\d])/gi)].map((match) => `C-${match[1]}`)),
];
