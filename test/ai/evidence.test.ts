import { describe, expect, it } from 'vitest';
import { evidenceFor } from '#ai/grounding/evidence.ts';
import { quantitiesIn } from '#ai/grounding/quantities.ts';
import { sentencesOf } from '#ai/sentences.ts';
import { plainText } from '#crm/knowledge/plainText.ts';
import { articles } from '#prisma/seed/articles/index.ts';

const zh = {
  title: '栖木晨雾加湿器怎么清洗',
  text: '每周清洗一次水箱。先拔掉电源，再倒掉剩水。用白醋和温水按1:1浸泡30分钟，然后用清水冲洗干净。请勿使用热水或洗洁精。水箱容量为2.5升，保修两年。收到货7天内可以退货，运费由买家承担。',
};
const en = {
  title: 'How to clean the Qimu Mist humidifier',
  text: 'Clean the tank once a week. Unplug it first and pour out the remaining water. Soak it in white vinegar and warm water for 30 minutes, then rinse with clear water. Do not use hot water or washing-up liquid. The tank holds 2.5 litres and the warranty is two years. You can return it within 7 days; the buyer pays the postage.',
};

describe('a passage says', () => {
  it.each([
    '每周清洗一次水箱。',
    '清洗前先拔掉电源，倒掉剩水。',
    '用白醋和温水浸泡30分钟，再用清水冲洗干净。',
    '不要使用热水。',
    '栖木晨雾加湿器水箱容量2.5升，保修2年。',
    '运费由买家承担。',
  ])('%s', (sentence) => expect(evidenceFor(sentence, zh)).toBeTruthy());
  it.each([
    'Clean the tank once a week.',
    'Unplug it first, then pour out the remaining water.',
    "Don't use washing-up liquid.",
    'The warranty is 2 years.',
    'The buyer pays the postage.',
  ])('%s', (sentence) => expect(evidenceFor(sentence, en)).toBeTruthy());
});

describe('a passage does not say', () => {
  it.each([
    ['the opposite', '可以使用热水。'],
    ['the opposite', '收到货7天内不可以退货。'],
    ['another figure', '水箱容量为4升。'],
    ['another unit', '水箱容量为2.5毫升。'],
    ['another span', '每月清洗一次水箱。'],
    ['another name', '小米加湿器保修两年。'],
    ['a promise', '收到货7天内可以免费退货。'],
    ['who else pays', '运费由卖家承担。'],
    ['something else in one clause', '每周清洗一次水箱，经理会打电话给您。'],
    ['a link', '请看 http://example.com 清洗水箱。'],
    ['a bare yes', '是的，可以退货。'],
    ['next to nothing', '可以。'],
  ])('%s: %s', (_, sentence) => expect(evidenceFor(sentence, zh)).toBeUndefined());
  it.each([
    ['the opposite', 'You can use hot water.'],
    ['the opposite', 'You cannot return it within 7 days.'],
    ['another figure', 'The tank holds 25 litres.'],
    ['another unit', 'The tank holds 2.5 millilitres.'],
    ['a promise', 'You can return it free within 7 days.'],
    ['another name', 'Mr Wang cleans the tank once a week.'],
    ['who else pays', 'The seller pays the postage.'],
    ['next to nothing', 'You can keep it.'],
  ])('%s: %s', (_, sentence) => expect(evidenceFor(sentence, en)).toBeUndefined());
});

it('gives the sentences that say it', () => {
  expect(evidenceFor('保修2年。', zh)).toContain('保修两年');
  expect(evidenceFor('保修2年。', zh)).not.toContain('白醋');
});

it('reads quantities however they are written', () => {
  expect(quantitiesIn('2.5升 ¥1,229 三个月 3.5% three months 30 min')).toEqual([
    '2.5 l',
    '1229 currency',
    '3.5 percent',
    '30 minute',
    '3 month',
    '3 month',
  ]);
});

describe('the demo shop’s articles', () => {
  /** Every seventh sentence of every article, with its article; those that the article itself is found to say. */
  const sampled = articles
    .flatMap(({ language, title, body }) => {
      const text = plainText(body);
      return sentencesOf(text).map((sentence) => ({ language, sentence, source: { title, text } }));
    })
    .filter((_, place) => place % 7 === 0);
  const held = sampled.filter(({ sentence, source }) => evidenceFor(sentence, source));
  /** The share of sentences that still count as said after a change; those that it leaves alone are not counted. */
  const shareAfter = (change: (sentence: string, language: string) => string): number => {
    const changed = held
      .map((one) => ({ ...one, sentence: change(one.sentence, one.language) }))
      .filter(({ sentence }, place) => sentence !== held[place]!.sentence);
    expect(changed.length).toBeGreaterThan(50);
    return changed.filter(({ sentence, source }) => evidenceFor(sentence, source)).length / changed.length;
  };

  it('say their own sentences, but for fragments', () => {
    expect(held.length / sampled.length).toBeGreaterThan(0.93);
  });

  it('do not say them with another figure, a no, or a promise', () => {
    expect(
      shareAfter((one) => one.replace(/(?<![A-Za-z\d-])\d+/, (figure) => String(Number(figure) * 7 + 13))),
    ).toBeLessThan(0.01);
    const denied = (one: string, language: string) =>
      language === 'zh'
        ? one.replace(/可以|能|要|会/, '不$&')
        : one.replace(/\b(?:can|do|is|are|may|will)\b/, '$& not');
    expect(shareAfter(denied)).toBeLessThan(0.03);
    expect(
      shareAfter((one, language) => (language === 'zh' ? `本店免费保证${one}` : `For free and guaranteed, ${one}`)),
    ).toBe(0);
  });
});
