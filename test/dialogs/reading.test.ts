import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, asksSomething } from '#dialogs/agreement.ts';
import { hazardOf, severityOf } from '#dialogs/complaints/safety.ts';
import { remedyOf } from '#dialogs/complaints/story.ts';
import { replyLanguage, silence } from '#dialogs/heard.ts';
import { cleaned, messageOf } from '#dialogs/message.ts';
import { noticeIn } from '#dialogs/preferences/notice.ts';
import { questionsIn } from '#dialogs/questions.ts';
import { pointsBack } from '#dialogs/reference.ts';
import { spaced } from '#dialogs/spaced.ts';
import { sayTime } from '#dialogs/when.ts';

const noticed = (text: string) => noticeIn({ ...silence('zh'), text }).map(({ key, value }) => `${key}: ${value}`);

describe('yes and no', () => {
  test.each(['好的', '对的，谢谢', '嗯嗯，可以', '没问题', 'Yes please', 'that’s right', 'OK!', '👍', '对'.repeat(24)])(
    '“%s” is yes',
    (text) => expect(agreementOf(text)).toBe('yes'),
  );
  test.each(['不用了', '不对', 'no thanks', 'nope', '算了', 'not now'])('“%s” is no', (text) =>
    expect(agreementOf(text)).toBe('no'),
  );
  test.each(['不对，是昨天', '好的电热毯多少钱', 'yes but not the kettle', '', '好用吗'])('“%s” is neither', (text) =>
    expect(agreementOf(text)).toBeUndefined(),
  );
});

test.each([
  ['电热毯怎么洗', true],
  ['保修多久', true],
  ['请问烟酰胺能和面霜一起用吗？我是敏感肌', true],
  ['how long is the warranty', true],
  ['漏水了', false],
  ['the kettle leaks', false],
])('“%s” asks: %s', (text, asks) => expect(asksSomething(text)).toBe(asks));

test.each([
  ['电热毯多少钱？另外怎么退货？', ['电热毯多少钱？', '怎么退货？']],
  ['我买了加湿器。怎么洗？', ['我买了加湿器。怎么洗？']],
  ['How much is it? And how do I clean it?', ['How much is it?', 'how do I clean it?']],
  ['漏水了', ['漏水了']],
])('“%s” holds its questions', (text, questions) => expect(questionsIn(text)).toEqual(questions));

describe('harm', () => {
  test.each([
    ['被蒸汽烫伤了手', 'burn'],
    ['插头冒火花', 'fire'],
    ['battery is swollen', 'fire'],
    ['my son drank some shampoo', 'swallowed'],
    ['用完脸上起了红疹', 'allergy'],
    ['broke out in a rash after the cream', 'allergy'],
    ['涂了以后嘴唇肿了', 'breathing'],
    ['溅到眼睛里了', 'eyes'],
    ['碎了割破了手', 'cut'],
  ])('“%s” is %s', (text, hazard) => expect(hazardOf(text)).toBe(hazard));

  test.each([
    '会不会烫伤孩子',
    '水壶防烫吗',
    '我对烟酰胺过敏',
    'is it fragrance-free?',
    'smoke-free',
    '怎么预防触电',
    '我怕漏电',
  ])('“%s” is none', (text) => expect(hazardOf(text)).toBeUndefined());

  test.each([
    ['漏水', 0, 'normal'],
    ['第三次坏了', 0, 'serious'],
    ['I will call my lawyer', 0, 'serious'],
    ['漏水', -0.9, 'serious'],
    ['漏电了', 0, 'safety'],
  ])('“%s” with a feeling of %d is %s', (text, feeling, severity) => expect(severityOf(text, feeling)).toBe(severity));
});

test.each([
  ['漏水了，我要退款，快点', '我要退款'],
  ['it broke, please send me a new one', 'please send me a new one'],
  ['你们不给退货', undefined],
  ['they refused a refund', undefined],
  ['漏水了', undefined],
])('“%s” asks for %s', (text, wish) => expect(remedyOf(text)).toBe(wish));

test.each([
  ['我只用无香的，不喜欢香精', ['fragrance: 无香']],
  ['我是油皮', ['skin: 油皮']],
  ['我对花生和牛奶过敏', ['allergy: 花生和牛奶']],
  ['不要给我打电话', ['contactChannel: 不打电话']],
  ['以后微信联系我就行', []],
  ['以后用微信联系', ['contactChannel: 微信']],
  ['我预算300元以内', ['budget: 300元以内']],
  ['我叫小林', ['name: 小林']],
  ['我怀孕了', ['pregnant: 我怀孕了']],
  ['我耳朵听不清', ['hardOfHearing: 我耳朵听不清']],
  ['我听力不太好', ['hardOfHearing: 我听力不太好']],
  ['我听力很好', []],
  ['我视力不太好', ['largeType: 我视力不太好']],
  ['I prefer fragrance-free and my skin is very dry', ['fragrance: unscented', 'skin: dry skin']],
  ['Please contact me by email', ['contactChannel: email']],
  ["I'm Anna", ['name: Anna']],
  ["I'm fine", []],
  ["I'm looking for a kettle", []],
  ['这款无香吗', []],
  ['会过敏吗', []],
])('“%s” tells %j', (text, facts) => expect(noticed(text)).toEqual(facts));

test.each([
  ['它多少钱', true],
  ['那款有货吗', true],
  ['how much is it', true],
  ['电热毯多少钱', false],
  ['italian shampoo', false],
])('“%s” points back: %s', (text, points) => expect(pointsBack(text)).toBe(points));

test.each([
  ['你好', 'en', 'zh'],
  ['hello there', 'zh', 'en'],
  ['ok', 'zh', 'zh'],
  ['anna@example.com', 'zh', 'zh'],
  ['QM-K120', 'zh', 'zh'],
  ['4', 'en', 'en'],
] as const)('“%s” after %s is answered in %s', (text, before, language) =>
  expect(replyLanguage(text, [], before)).toBe(language),
);

describe('messages', () => {
  test('text is cut and cleaned of what could do harm', () => {
    expect(cleaned('a\u0000b\ud800c\u202Ed\r\ne ')).toBe('ab cd\ne');
    expect(messageOf({ text: 'x'.repeat(1e6) }).text).toHaveLength(4000);
  });
  test('what does not fit is left out', () => {
    expect(messageOf({ text: 7, value: { rating: 9 }, attachments: 'x' } as object)).toEqual({ text: '', photos: [] });
    expect(messageOf({ text: '', value: '有哪些产品？' } as object).text).toBe('有哪些产品？');
    expect(messageOf({ text: '4', value: { rating: 4 } } as object).rating).toBe(4);
    const urls = ['javascript:x', 'data:image/png;base64,AA', '//evil', '/ok', 'https://ok/x'];
    const attachments = urls.map((contentUrl) => ({ contentType: 'image/png', contentUrl }));
    expect(messageOf({ attachments } as object).photos.map(({ url }) => url)).toEqual(['/ok', 'https://ok/x']);
  });
  test('any text comes out storable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleaned(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toContain('\u0000');
      }),
    );
  });
});

test('times and names stand well in a sentence', () => {
  const now = new Date('2026-11-20T02:00:00Z');
  expect(sayTime(new Date('2026-11-20T07:30:00Z'), now, 'Asia/Shanghai', 'zh')).toBe('今天 15:30');
  expect(sayTime(new Date('2026-11-21T04:00:00Z'), now, 'Asia/Shanghai', 'en')).toBe('tomorrow 12:00');
  expect(sayTime(new Date('2026-12-03T04:00:00Z'), now, 'Asia/Shanghai', 'zh')).toBe('12月3日 12:00');
  expect(spaced('栖木 Qimu')).toBe('栖木 Qimu ');
  expect(spaced('栖木')).toBe('栖木');
});
