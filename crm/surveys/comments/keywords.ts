import type { CommentRead, Feeling } from '#ai/commentReader.ts';
import { RecentTexts } from '#ai/recentTexts.ts';
import { lexiconFeeling } from '#ai/sentiment/lexicon.ts';
import { readSentiment } from '#ai/sentiment.ts';
import { shopWords } from '#ai/shopWords.ts';
import { normalise } from '#ai/tokenizer.ts';
import { patternOf } from '../../complaints/causeWords.ts';
import { type Theme, themes } from './themes.ts';

/** A theme's words as patterns; null: it has none of that kind. */
interface Matcher {
  code: string;
  except: RegExp | null;
  good: RegExp | null;
  bad: RegExp | null;
  plain: RegExp | null;
}

const negation = /(?:不|没|没有|未|无|别|不太|不怎么|不够|不是很|not |n't |never |not very |not at all |hardly )$/;
/** Where another thing is spoken of: a comment praises in one part and blames in the next. */
const partings =
  /[，。！？；、…~～,;!?\n]+|\.(?=\s|$)|(?=但是|但|可是|不过|就是(?!说)|只是|然而)|\b(?=but |though |yet |however |although |shame )/;

const anyOf = (words: readonly string[]): RegExp | null => {
  const sources = words.flatMap((word) => patternOf(word)?.source ?? []);
  return sources.length === 0 ? null : new RegExp(sources.join('|'), 'gs');
};

const matcherOf = ({ code, words: { good, bad, plain }, except }: Theme): Matcher => ({
  code,
  except: anyOf(except),
  good: anyOf(good),
  bad: anyOf(bad),
  plain: anyOf(plain),
});

const matchers = themes.map(matcherOf);
/** What a shop sells, by its everyday names. */
const things = anyOf([...shopWords.thing!.zh.split(' '), ...shopWords.thing!.en.split(', '), '东西', '质量'])!;

/**
 * What a comment says by the words in it, part by part. A theme feels as its words do ("踢皮球"), else as the parts do in which it is spoken
 * of, else as the whole; waiting for a parcel is the parcel's matter.
 */
export const readByKeywords = (comment: string): CommentRead => read.of(comment);

/** Pages that are looked at again read the same comments. */
const KEPT = 5000;
const read = new RecentTexts(KEPT, (comment: string): CommentRead => {
  const said = normalise(comment);
  const parts = said
    .split(partings)
    .map((part) => part.trim())
    .filter(Boolean);
  const whole = feelingOf(comment);
  const found = matchers.flatMap((matcher) => {
    const spoken = parts.flatMap((part) => wordsOf(matcher, part));
    return spoken.length > 0 ? [{ code: matcher.code, spoken }] : [];
  });
  const praised = parts.filter(
    (part) => !found.some(({ spoken }) => spoken.some((each) => each.part === part)) && judged(part),
  );
  if (praised.length > 0) {
    const spoken = praised.map((part) => ({ part, tells: 0 }));
    const quality = found.find(({ code }) => code === 'quality');
    if (quality) quality.spoken.push(...spoken);
    else found.push({ code: 'quality', spoken });
  }
  const parcels = new Set(found.find(({ code }) => code === 'delivery')?.spoken.map(({ part }) => part));
  const felt = found.flatMap(({ code, spoken }) => {
    const own = code === 'wait' ? spoken.filter(({ part }) => !parcels.has(part)) : spoken;
    return own.length > 0
      ? [{ code, told: sum(own.map(({ tells }) => tells)), parts: own.map(({ part }) => part) }]
      : [];
  });
  const told = felt.map((each) => Math.sign(each.told)).filter(Boolean);
  // Words that praise or blame say more than how the whole sounds; praise and blame in equal parts are neither.
  const feeling = told.length > 0 ? (directionOf(sum(told)) ?? 'neutral') : whole;
  return {
    feeling,
    themes: felt.map(({ code, told: own, parts: of }) => {
      const around = feelingOf([...new Set(of)].join('，'));
      return { code, feeling: directionOf(own) ?? (around === 'neutral' ? feeling : around) };
    }),
  };
});

/** The words of a theme in a part of a comment: 1 praises, -1 blames, 0 does neither. */
function wordsOf({ except, good, bad, plain }: Matcher, part: string): { part: string; tells: number }[] {
  const text = except ? part.replace(except, '；') : part;
  const tells: number[] = [];
  for (const [words, tell] of [[good, 1] as const, [bad, -1] as const])
    for (const { index } of text.matchAll(words ?? never))
      tells.push(negation.test(text.slice(0, index)) ? -tell : tell);
  if (tells.length === 0 && plain && text.search(plain) >= 0) tells.push(0);
  return tells.map((each) => ({ part, tells: each }));
}

/** "The kettle is great" speaks of its quality without a word for it. */
const judged = (part: string): boolean => part.search(things) >= 0 && lexiconFeeling(part).count > 0;

/** As words of feeling tell; where there is none, only what sounds very much like one. */
function feelingOf(text: string): Feeling {
  const { label, score } = readSentiment(text);
  return lexiconFeeling(text).count > 0 || Math.abs(score) > CLEAR ? label : 'neutral';
}

const CLEAR = 0.5;
const never = /(?!)/g;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const directionOf = (told: number): Feeling | undefined => (told > 0 ? 'positive' : told < 0 ? 'negative' : undefined);
