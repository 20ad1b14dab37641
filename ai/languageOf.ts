import type { Language } from './reading.ts';

const han = /\p{Script=Han}/gu;
const latinWord = /[\p{Script=Latin}]+(?:['’-]\p{Script=Latin}+)*/gu;

/**
 * The language to answer in. One Han character carries about as much as two thirds of an English word, so in mixed text
 * ("这个 shampoo 有 refill 吗") the language of the sentence wins, not the language of the product names.
 * Text of figures or signs alone ("4", "👍") says nothing: then `fallback`, usually the language of the conversation.
 */
export function languageOf(text: string, fallback: Language = 'zh'): Language {
  const hanCount = text.match(han)?.length ?? 0;
  const words = text.match(latinWord)?.filter((word) => word.length > 1 || /^[ai]$/i.test(word)).length ?? 0;
  if (hanCount === 0 && words === 0) return fallback;
  return hanCount * 1.5 >= words * 1 ? 'zh' : 'en';
}
