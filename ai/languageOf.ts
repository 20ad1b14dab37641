import type { Language } from './reading.ts';

const han = /\p{Script=Han}/gu;
const latinWord = /[\p{Script=Latin}]+(?:['’-]\p{Script=Latin}+)*/gu;
/** Words that only a sentence in English needs; names of products hold none of them. */
const englishGrammar =
  /\b(?:the|is|are|was|were|how|what|which|when|where|why|who|do|does|did|can|could|i|i'm|my|you|your|it|this|that|have|has|please|want|need)\b/i;

/**
 * The language to answer in. In mixed text the language of the sentence wins, not that of the product names in it:
 * "Oat Body Wash 有货吗" is Chinese, "how much is 沐浴露" is English.
 * Text of figures or signs alone ("4", "👍") says nothing: then `fallback`, usually the language of the conversation.
 */
export function languageOf(text: string, fallback: Language = 'zh'): Language {
  const hanCount = text.match(han)?.length ?? 0;
  const words = text.match(latinWord)?.filter((word) => word.length > 1 || /^[ai]$/i.test(word)).length ?? 0;
  if (hanCount === 0) return words === 0 ? fallback : 'en';
  if (words === 0 || !englishGrammar.test(text)) return 'zh';
  // One Han character carries about as much as two thirds of an English word.
  return hanCount * 2 >= words * 3 ? 'zh' : 'en';
}
