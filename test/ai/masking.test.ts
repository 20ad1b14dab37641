import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Mask } from '#ai/masking.ts';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const mobile = digits(9).map((rest) => `13${rest}`);
const word = fc.stringMatching(/^[a-z]{3,9}$/);
const name = fc.constantFrom('王小明', '李雷', '欧阳娜娜', '张伟', '陈静怡');
const englishName = fc.constantFrom('John Smith', 'Mary', "Siobhan O'Neill");
/** Sentences around something private, as customers write them. */
const said: fc.Arbitrary<{ text: string; secret: string }> = fc.oneof(
  mobile.map((secret) => ({ secret, text: `电话${secret}，加湿器漏水了` })),
  mobile.map((secret) => ({
    secret: secret.slice(3, 7),
    text: `call +86 ${secret.slice(0, 3)}-${secret.slice(3, 7)} ${secret.slice(7)} please`,
  })),
  fc.tuple(word, word).map(([a, b]) => ({ secret: `${a}@${b}.com`, text: `写信到 ${a}@${b}.com 就行` })),
  digits(8).map((number) => ({ secret: number, text: `my order number is QM${number}, where is it` })),
  digits(6).map((number) => ({ secret: number, text: `订单号：${number}-A 还没到` })),
  name.map((secret) => ({ secret, text: `我叫${secret}，想问退货` })),
  name.map((secret) => ({ secret, text: `收件人：${secret}，别写错` })),
  englishName.map((secret) => ({ secret, text: `My name is ${secret}, can I return it?` })),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 30 }))
    .map(([road, house]) => ({ secret: '文三路', text: `请寄到杭州市西湖区文三路${road}号${house}幢，谢谢` })),
  fc
    .integer({ min: 1, max: 9999 })
    .map((house) => ({ secret: 'Baker Street', text: `I am at ${house} Baker Street, London now` })),
  digits(17).map((secret) => ({ secret, text: `身份证${secret}X` })),
);

describe('a mask', () => {
  it('gives back any text exactly, also one that looks like a mask', () => {
    const odd = fc.constantFrom(
      '[PHONE_1]',
      '[TEXT_2]',
      '[',
      ']',
      '_1]',
      '13800138000',
      '我叫王小明',
      'İ',
      '张女士',
      ' ',
    );
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(odd).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.array(text, { maxLength: 3 }),
        (texts, secrets) => {
          const mask = new Mask(secrets);
          const hidden = texts.map((one) => mask.hide(one));
          expect(hidden.map((one) => mask.restore(one))).toEqual(texts);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('lets nothing private through', () => {
    fc.assert(
      fc.property(said, ({ text, secret }) => {
        expect(new Mask().hide(text)).not.toContain(secret);
      }),
      { numRuns: 500 },
    );
  });

  it('hides what is known of the customer wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 2, maxLength: 12 }).filter((one) => one.trim().length > 1),
        fc.string(),
        (secret, around) => {
          const hidden = new Mask([secret]).hide(`${around}${secret}${around}`);
          expect(hidden.replace(/\[[A-Z]+_\d+\]/g, '').toLowerCase()).not.toContain(secret.trim().toLowerCase());
        },
      ),
    );
  });

  it('puts the same thing in the same place, so that a model can speak of it', () => {
    const mask = new Mask();
    expect(mask.hide('打13800138000，或者13900139000，先打13800138000')).toBe(
      '打[PHONE_1]，或者[PHONE_2]，先打[PHONE_1]',
    );
    expect(mask.restore('请打[PHONE_2]，不是[PHONE_9]')).toBe('请打13900139000，不是[PHONE_9]');
  });

  it.each([
    '栖木晨雾加湿器多少钱',
    'QM-S200 多少瓦，2.5升够不够',
    '我是敏感肌，能用这款洗面奶吗',
    '保修3个月还是12个月',
    'Is the 1.8 m bed sheet machine washable at 40 degrees?',
    '能送到新疆吗',
    'I am allergic to salicylic acid',
  ])('leaves a question as it is: %s', (text) => {
    expect(new Mask().hide(text)).toBe(text);
  });
});
