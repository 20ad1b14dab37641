import { elementsOf, isObject, type Json } from './elements.ts';
import { type Problem, problem } from './problem.ts';

const words = [
  'title',
  'description',
  'minRateDescription',
  'maxRateDescription',
  'labelTrue',
  'labelFalse',
  'requiredErrorText',
  'placeholder',
  'otherText',
];
const lists = ['choices', 'rateValues', 'rows', 'columns'];
const sayable = /\p{L}/u;

/** Whether a text is there in both languages; figures need no words. */
const isTranslated = (text: unknown): boolean => {
  if (typeof text === 'string') return !sayable.test(text);
  if (!isObject(text)) return true;
  const has = (...keys: string[]) => keys.some((key) => typeof text[key] === 'string' && text[key] !== '');
  return has('zh-cn') && has('default', 'en');
};

/** What is not said in Chinese and in English: such a survey can be kept, and started only once it is. */
export function untranslated(definition: Json): Problem[] {
  return elementsOf(definition).flatMap(({ json, path }) => {
    const own = words
      .filter((key) => (key === 'title' && json.title === undefined) || !isTranslated(json[key]))
      .map((key) => `${path}.${key}`);
    const listed = lists.flatMap((key) =>
      (Array.isArray(json[key]) ? json[key] : []).flatMap((item, i) => {
        const text = isObject(item) ? (item.text ?? item.value) : item;
        return isTranslated(text) ? [] : [`${path}.${key}[${i}]`];
      }),
    );
    return [...own, ...listed].map((at) =>
      problem(
        at,
        'untranslated',
        'Say it in Chinese (“zh-cn”) and in English (“default”).',
        '请写出中文（zh-cn）和英文（default）。',
        false,
      ),
    );
  });
}
