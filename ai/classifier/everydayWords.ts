import type { Thesaurus } from './concepts.ts';
import { everydayChinese } from './everydayChinese.ts';
import { everydayEnglish } from './everydayEnglish.ts';

const groupsOf = (text: string, language: 'zh' | 'en'): Thesaurus =>
  Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const group = line.split(' ');
        const words = language === 'en' ? group.map((word) => word.replaceAll('-', ' ')).join(',') : line;
        return [`${language}:${group[0]}:${group[1]}`, { zh: '', en: '', [language]: words }];
      }),
  );

/**
 * Everyday words that mean nearly the same, whatever the business, as concepts. With ten examples an intent nobody has said both
 * "fee" and "charge"; who knows that they are one thing needs fewer examples.
 */
export const everydayWords: Thesaurus = { ...groupsOf(everydayEnglish, 'en'), ...groupsOf(everydayChinese, 'zh') };
