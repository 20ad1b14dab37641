/** A text as SurveyJS has it: English where no other language is asked for. */
export const words = (zh: string, en: string) => ({ default: en, 'zh-cn': zh });

const satisfied: [number, string, string][] = [
  [1, '很不满意', 'not at all'],
  [2, '不满意', 'not satisfied'],
  [3, '一般', 'so-so'],
  [4, '满意', 'satisfied'],
  [5, '很满意', 'very satisfied'],
];

/** How satisfied, 1 to 5. */
export const csat = (zh: string, en: string) => ({
  type: 'rating',
  name: 'score',
  title: words(zh, en),
  isRequired: true,
  rateValues: satisfied.map(([value, ...text]) => ({ value, text: words(...text) })),
});

/** Would they recommend it, 0 to 10. */
export const nps = (zh: string, en: string) => ({
  type: 'rating',
  name: 'score',
  title: words(zh, en),
  isRequired: true,
  rateMin: 0,
  rateMax: 10,
  minRateDescription: words('完全不会', 'not at all'),
  maxRateDescription: words('一定会', 'certainly'),
});

/** Was it easy, 1 to 7 (CES 2.0). */
export const ces = (zh: string, en: string) => ({
  type: 'rating',
  name: 'score',
  title: words(zh, en),
  isRequired: true,
  rateMin: 1,
  rateMax: 7,
  minRateDescription: words('完全不同意', 'strongly disagree'),
  maxRateDescription: words('完全同意', 'strongly agree'),
});

/** Room for words of their own; `if`: only after such answers. */
export const comment = (zh: string, en: string, visibleIf?: string) => ({
  type: 'comment',
  name: 'comment',
  title: words(zh, en),
  maxLength: 2000,
  ...(visibleIf && { visibleIf }),
});

/** A choice; `value` is what is stored. */
export const choice = (value: string, zh: string, en: string) => ({ value, text: words(zh, en) });

/** Questions on one page. */
export const page = (...elements: object[]) => ({ showQuestionNumbers: false, pages: [{ name: 'page', elements }] });
