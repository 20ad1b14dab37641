import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmounts } from '#ai/entities/amounts.ts';
import { chineseNumber } from '#ai/entities/chineseNumber.ts';
import { readComplaintNumbers, readEmails, readOrderNumbers, readPhones } from '#ai/entities/contacts.ts';
import { readDates } from '#ai/entities/dates.ts';
import { readEntities } from '#ai/entities/index.ts';
import { ProductNames } from '#ai/entities/products.ts';
import { readRating } from '#ai/entities/rating.ts';
import { readTimeWindow } from '#ai/entities/timeWindow.ts';
import { entitiesSchema } from '#ai/reading.ts';
import { catalogue, friday } from './support.ts';

describe('a rating', () => {
  it.each([
    ['还行吧', 3],
    ['很一般', 3],
    ['非常非常满意', 5],
    ['excellent service', 5],
    ['pretty disappointing', 2],
    ['四颗星', 4],
    ['4 stars', 4],
    ['九分', 5],
    ['十分满意', 5],
    ['meh', 3],
    ['给你们打8分', 4],
    ['8/10', 4],
    ['满意', 4],
    ['不太满意', 2],
    ['★★★★☆', 4],
    ['⭐⭐', 2],
    ['一般般吧', 3],
    ['pretty good', 4],
    ['满分', 5],
    ['很不满意', 1],
    ['90分', 5],
    ['three stars', 3],
    ['terrible!', 1],
    ['not bad', 4],
    ['嗯，还可以吧', 3],
    ['I think it was great', 5],
    ['👍', 4],
    ['😡', 1],
    ['五星好评', 5],
    ['3 out of 5', 3],
    ['1分', 1],
    ['零分', 1],
    ['两星', 2],
    ['not very satisfied', 2],
    ['差评', 1],
    ['挺好的', 4],
    ['非常好', 5],
    ['太差了', 1],
  ] as const)('%s is %d', (text, score) => {
    expect(readRating(text)?.score).toBe(score);
  });

  it.each([
    '三分钟就到了',
    '三分之一',
    '十分难用',
    '4',
    '我要投诉',
    '满意度调查在哪',
    '我对这个加湿器不满意因为它漏水',
    'is it good for kids',
    '星期三',
  ])('%s is none', (text) => {
    expect(readRating(text)).toBeUndefined();
  });

  it('takes a bare figure only when a score was asked for', () => {
    expect(readRating('4', 'rating')?.score).toBe(4);
    expect(readRating('四吧', 'rating')?.score).toBe(4);
    expect(readRating('ten', 'rating')?.score).toBe(5);
    expect(readRating('4')).toBeUndefined();
  });

  it('stays between one and five', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.constantFrom('分', '星', ' stars', '/10'), (n, unit) => {
        const score = readRating(`${n}${unit}`, 'rating')?.score;
        if (score !== undefined) expect(score).toBeGreaterThanOrEqual(1);
        if (score !== undefined) expect(score).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('dates, said on Friday 20 November 2026', () => {
  it.each([
    ['上周三', '2026-11-11'],
    ['前天晚上', '2026-11-18'],
    ['last Tuesday', '2026-11-17'],
    ['3天前', '2026-11-17'],
    ['yesterday evening', '2026-11-19'],
    ['11月3号买的', '2026-11-03'],
    ['上个月15号', '2026-10-15'],
    ['on Monday', '2026-11-16'],
    ['Nov 3rd', '2026-11-03'],
    ['3 November 2025', '2025-11-03'],
    ['周三', '2026-11-18'],
    ['这周一', '2026-11-16'],
    ['下周二', '2026-11-24'],
    ['大前天', '2026-11-17'],
    ['昨天', '2026-11-19'],
    ['今早', '2026-11-20'],
    ['半个月前', '2026-11-05'],
    ['两周前', '2026-11-06'],
    ['一个月前', '2026-10-20'],
    ['2026-11-03', '2026-11-03'],
    ['2025年12月1日', '2025-12-01'],
    ['去年12月1号', '2025-12-01'],
    ['12月1号', '2025-12-01'],
    ['tomorrow', '2026-11-21'],
    ['last night', '2026-11-19'],
    ['two weeks ago', '2026-11-06'],
    ['a month ago', '2026-10-20'],
    ['the day before yesterday', '2026-11-18'],
    ['十一月三日', '2026-11-03'],
    ['18号', '2026-11-18'],
    ['25号', '2026-10-25'],
    ['next Monday', '2026-11-23'],
    ['last Friday', '2026-11-13'],
    ['刚才', '2026-11-20'],
    ['back on 11/3/2026', '2026-11-03'],
    ['on 03.11.2026', '2026-11-03'],
    ['双十一买的', '2026-11-11'],
    ['去年双十一', '2025-11-11'],
    ['618买的', '2026-06-18'],
    ['中秋节送的', '2026-09-25'],
    ['除夕', '2026-02-16'],
    ['圣诞节', '2025-12-25'],
    ['last Christmas', '2025-12-25'],
    ["New Year's Eve", '2025-12-31'],
    ['on the 3rd', '2026-11-03'],
    ['half a year ago', '2026-05-20'],
    ['a fortnight ago', '2026-11-06'],
    ['一个多月前', '2026-10-20'],
    ['两小时前', '2026-11-20'],
    ['the night before last', '2026-11-18'],
  ])('%s is %s', (text, day) => {
    expect(readDates(text, friday)).toMatchObject([{ from: day, to: day }]);
  });

  it.each([
    ['上周末', '2026-11-14', '2026-11-15'],
    ['上周', '2026-11-09', '2026-11-15'],
    ['上个月', '2026-10-01', '2026-10-31'],
    ['last week', '2026-11-09', '2026-11-15'],
    ['前几天', '2026-11-14', '2026-11-19'],
    ['the other day', '2026-11-14', '2026-11-18'],
    ['上个月底买的', '2026-10-21', '2026-10-31'],
    ['月初', '2026-11-01', '2026-11-10'],
    ['国庆期间买的', '2026-10-01', '2026-10-07'],
    ['国庆后', '2026-10-08', '2026-10-14'],
    ['去年十月', '2025-10-01', '2025-10-31'],
    ['三月份', '2026-03-01', '2026-03-31'],
    ['去年夏天', '2025-06-01', '2025-08-31'],
    ['2025年10月', '2025-10-01', '2025-10-31'],
    ['12月1日到3日', '2025-12-01', '2025-12-03'],
    ['周一至周三', '2026-11-16', '2026-11-18'],
    ['最近三天', '2026-11-17', '2026-11-20'],
    ['过年的时候', '2026-02-17', '2026-02-23'],
    ['at the end of last month', '2026-10-21', '2026-10-31'],
    ['in early October', '2026-10-01', '2026-10-10'],
    ['in October', '2026-10-01', '2026-10-31'],
    ['between Monday and Wednesday', '2026-11-16', '2026-11-18'],
    ['in the past week', '2026-11-13', '2026-11-20'],
    ['the week before last', '2026-11-02', '2026-11-08'],
    ['last summer', '2026-06-01', '2026-08-31'],
    ['over the weekend', '2026-11-14', '2026-11-15'],
    ['last year', '2025-01-01', '2025-12-31'],
  ])('%s is a span', (text, from, to) => {
    expect(readDates(text, friday)).toMatchObject([{ from, to }]);
  });

  it('keeps the part of the day', () => {
    expect(readDates('前天晚上漏的', friday)[0]?.partOfDay).toBe('evening');
    expect(readDates('yesterday morning', friday)[0]?.partOfDay).toBe('morning');
    expect(readDates('昨晚', friday)[0]?.partOfDay).toBe('evening');
  });

  it('looks ahead when the talk is of a visit or a call to come', () => {
    expect(readDates('周六上门', friday)).toMatchObject([{ from: '2026-11-21' }]);
    expect(readDates('please call me on Monday', friday)).toMatchObject([{ from: '2026-11-23' }]);
  });

  it('knows the day in the zone of the shop, not of the machine', () => {
    const midnight = friday.with({ hour: 0, minute: 30 });
    expect(readDates('昨天', midnight)).toMatchObject([{ from: '2026-11-19' }]);
    expect(readDates('昨天', midnight.withTimeZone('America/New_York'))).toMatchObject([{ from: '2026-11-18' }]);
  });

  it.each(['今年新款', 'it may fall apart', '618元', '三号线', '一月一次', "this year's model", '十分满意'])(
    'finds no day in %s',
    (text) => expect(readDates(text, friday)).toEqual([]),
  );

  it('gives spans that begin before they end, in the words of the message', () => {
    const said = [
      '上个月底',
      '去年',
      '国庆',
      '前天晚上',
      '三天前',
      'last May',
      'Black Friday',
      '周三到周五',
      '下周二',
      ' ',
      '的',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...said), { maxLength: 6 }),
        fc.integer({ min: 0, max: 3000 }),
        (parts, later) => {
          const text = parts.join('');
          for (const span of readDates(text, friday.add({ days: later }))) {
            expect(span.from <= span.to).toBe(true);
            expect(text).toContain(span.text);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses days that do not exist', () => {
    expect(readDates('2026-02-31 and 13月40日', friday)).toEqual([]);
  });

  it('finds several', () => {
    expect(readDates('上周三买的，昨天就坏了', friday).map(({ from }) => from)).toEqual(['2026-11-11', '2026-11-19']);
  });
});

describe('a time to be reached at', () => {
  it.each([
    ['6点以后打电话', '18:00', '24:00'],
    ['please call after 6 pm', '18:00', '24:00'],
    ['下午2点到4点方便接电话', '14:00', '16:00'],
    ['between 2 and 4 pm call me', '14:00', '16:00'],
    ['上午十点半以后联系我', '10:30', '24:00'],
    ['call me before noon', '00:00', '12:00'],
    ['晚上打给我', '18:00', '22:00'],
    ['9-11am works, call then', '09:00', '11:00'],
    ['七点之后送货', '19:00', '24:00'],
    ['中午12点前打电话', '00:00', '12:00'],
  ])('%s', (text, from, to) => {
    expect(readTimeWindow(text)).toMatchObject({ from, to });
  });

  it('knows workdays and weekends', () => {
    expect(readTimeWindow('工作日下午联系我')).toMatchObject({ days: 'workdays', from: '12:00', to: '18:00' });
    expect(readTimeWindow('weekends only, call me')).toMatchObject({ days: 'weekend' });
  });

  it('is not found in a story', () => {
    expect(readTimeWindow('昨天下午三点以后就开始漏')).toBeUndefined();
    expect(readTimeWindow('昨天下午三点以后', 'time')).toMatchObject({ from: '15:00' });
  });
});

describe('numbers to be reached or found by', () => {
  it.each([
    ['我的电话是13800138000', ['13800138000']],
    ['010-62345678，或者 138 0013 8000', ['01062345678', '13800138000']],
    ['+86 138-0013-8000', ['+8613800138000']],
    ['call (415) 555-2671', ['4155552671']],
    ['my phone is 4155552672', ['4155552672']],
    ['order number is 4155552672', []],
    ['400-820-8820', ['4008208820']],
    ['一三八零零一三八零零零', ['13800138000']],
    ['+44 20 7946 0958', ['+442079460958']],
    ['１３８００１３８０００'.normalize('NFKC'), ['13800138000']],
    ['订单 20251103001212', []],
    ['价格1380元', []],
  ])('phones in %s', (text, phones) => {
    expect(readPhones(text)).toEqual(phones);
  });

  it('order and complaint numbers', () => {
    expect(readOrderNumbers('订单号QM20251103-0012漏发')).toEqual(['QM20251103-0012']);
    expect(readOrderNumbers('order number is 88231234')).toEqual(['88231234']);
    expect(readOrderNumbers('单号 SF1234567890123')).toEqual(['SF1234567890123']);
    expect(readOrderNumbers('你好')).toEqual([]);
    expect(readComplaintNumbers('c-12 和 C 35')).toEqual(['C-12', 'C-35']);
    expect(readComplaintNumbers('vitamin c1000x')).toEqual([]);
    expect(readEmails('写到 Li.Lei@Example.com 吧')).toEqual(['li.lei@example.com']);
  });

  it.each([
    ['花了一百九十九块', 19900, 'CNY'],
    ['199元', 19900, 'CNY'],
    ['¥1,299.50', 129950, 'CNY'],
    ['三块五', 350, 'CNY'],
    ['两百块', 20000, 'CNY'],
    ['3.5万', 3_500_000, 'CNY'],
    ['三万五', 3_500_000, 'CNY'],
    ['1万2千', 1_200_000, 'CNY'],
    ['五毛', 50, 'CNY'],
    ['人民币500', 50000, 'CNY'],
    ['一百多块', 10000, 'CNY'],
    ['预算500以内', 50000, 'CNY'],
    ['花了一千二', 120_000, 'CNY'],
    ['twenty-five dollars', 2500, 'USD'],
    ['a hundred yuan', 10000, 'CNY'],
    ['HK$300', 30000, 'HKD'],
    ['€20,50', 2050, 'EUR'],
    ['$20', 2000, 'USD'],
    ['20 dollars', 2000, 'USD'],
    ['两千块钱', 200000, 'CNY'],
  ] as const)('%s', (text, cents, currency) => {
    expect(readAmounts(text)).toMatchObject([{ cents, currency }]);
  });
});

/** A number below ten thousand as Chinese writes it. */
function inChinese(n: number): string {
  const digits = '零一二三四五六七八九';
  let out = '';
  let gap = false;
  ['千', '百', '十', ''].forEach((unit, i) => {
    const digit = Math.floor(n / 10 ** (3 - i)) % 10;
    if (digit === 0) gap = out !== '';
    else {
      if (gap) out += '零';
      gap = false;
      out += digits[digit] + unit;
    }
  });
  return out.replace(/^一十/, '十');
}

it('reads every Chinese number up to 9,999', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (n) => {
      expect(chineseNumber(inChinese(n))).toBe(n);
    }),
    { numRuns: 500 },
  );
  expect(chineseNumber('一百五')).toBe(150);
  expect(chineseNumber('三万五')).toBe(35_000);
  expect(chineseNumber('苹果')).toBeUndefined();
});

describe('products', () => {
  const names = new ProductNames(catalogue);
  it.each([
    ['氨基酸洗发水多少钱', 'shampoo', 1],
    ['沐雨露漏了', 'wash', 0.8],
    ['the quiet humidifer leaks', 'humidifier', 0.8],
    ['qms200 多少瓦', 'humidifier', 1],
    ['QM S200', 'humidifier', 1],
    ['ＱＭ－Ｋ１５ 坏了', 'kettle', 1],
    ['amino shampoos', 'shampoo', 1],
    ['燕麦沐浴露和别的', 'wash', 1],
    ['電水壺', undefined, 0],
    ['恒温电水湖不热', 'kettle', 0.8],
  ] as const)('%s', (text, id, confidence) => {
    expect(names.find(text)).toEqual(id ? [expect.objectContaining({ id, confidence })] : []);
  });

  it.each(['洗手露', 'QM-S201', 'quite human', '今天天气很好', ''])('none in "%s"', (text) => {
    expect(names.find(text)).toEqual([]);
  });

  it('keeps the longest name and the order of the text', () => {
    expect(names.find('QM-K15 和燕麦沐浴露').map(({ id }) => id)).toEqual(['kettle', 'wash']);
    expect(names.find('燕麦沐浴露')[0]?.text).toBe('燕麦沐浴露');
  });

  it('shares the confidence of a name between its products', () => {
    const shared = new ProductNames([
      { id: 'a', names: ['洗发水'] },
      { id: 'b', names: ['洗发水'] },
    ]);
    expect(shared.find('洗发水')).toEqual([
      { id: 'a', text: '洗发水', confidence: 0.5 },
      { id: 'b', text: '洗发水', confidence: 0.5 },
    ]);
  });

  it('finds every name in any surroundings', () => {
    const all = catalogue.flatMap(({ id, names: list }) => list.map((name) => ({ id, name })));
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.constantFrom('', '请问', 'the ', '昨天买的'),
        fc.constantFrom('', '怎么样', ' please', '?'),
        (one, before, after) => {
          expect(names.find(`${before}${one.name}${after}`).map(({ id }) => id)).toEqual([one.id]);
        },
      ),
    );
  });
});

it('reads any text without throwing, into the shape it promises', () => {
  const products = new ProductNames(catalogue);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.stringMatching(/^[0-9点分号月年前后天元:\- ]{0,30}$/),
      ),
      (text) => {
        entitiesSchema.parse(readEntities(text, { now: friday, products, expecting: 'rating' }));
      },
    ),
    { numRuns: 400 },
  );
});
