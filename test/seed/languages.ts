const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Whether a text is written in Chinese: more Han characters than Latin words, and Chinese punctuation or none. */
export const isChinese = (text: string): boolean =>
  count(text, /\p{Script=Han}/gu) > count(text, /[A-Za-z]{2,}/g) && !/\p{Script=Han}[,;!?]/u.test(text);

/** Whether a text is written in English: no Han character, no full-width punctuation, and words. */
export const isEnglish = (text: string): boolean =>
  /[A-Za-z]{2,}/.test(text) && !/[\p{Script=Han}，。！？；：（）“”、]/u.test(text.replace(/[“”]/g, ''));
