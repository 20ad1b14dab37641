import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { Conversation, type Line, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop?.close());

/** What people say in the course of a day, and what a good assistant of the shop answers. */
const talks: Record<string, Line[]> = {
  'a price and a complaint in one message are both served': [
    ['这个洗发水多少钱?另外上次那瓶漏了,我要投诉', '无香舒缓洗发水', '¥79', '登记', '哪款产品'],
  ],
  'the same in English': [
    [
      'How much is the shampoo? Also my last bottle leaked and I want to complain',
      'Price of each',
      '¥69',
      'take it down',
      'Which product',
    ],
  ],
  'a kind of thing is told product by product': [
    ['地毯能放在地暖上吗', '羊毛地毯', '否', '短绒地毯', '是'],
    ['换滤芯多少钱', '净化器复合滤芯', '¥259', '净水机复合滤芯', '¥299'],
    ['沐雨露多少钱', '沐浴露', '¥'],
  ],
  'and asked again of another kind': [
    ['how much is the conditioner', '¥'],
    ['and the shampoo?', 'Price of each', '¥79'],
  ],
  'what we do not sell is not replaced by something else': [
    ['有吸尘器吗', '没有找到“吸尘器”'],
    ['不用了'],
    ['do you have a vacuum cleaner', 'no “vacuum cleaner”'],
  ],
  'what we do sell is shown': [
    ['有地毯吗', '短绒地毯', '羊毛地毯'],
    ['do you have a coffee machine', 'Drip coffee maker'],
    ['have you got rugs', 'low-pile rug'],
  ],
  'a gift costs about what was named, and is no spare part': [['给妈妈买个生日礼物,300以内', /¥2\d\d/]],
  'who fits is looked for, "which ones" is no product': [['适合敏感头皮的有哪些', '无香舒缓洗发水', '敏感头皮']],
  'colours of the product spoken of': [
    ['循环扇多少钱', '¥359'],
    ['有白色的吗', '颜色', '云白'],
  ],
  'the former and the latter': [
    ['加湿器和除湿机哪个省电', '28 W', '240 W'],
    ['后者多少钱', '除湿机', '¥1,199'],
    ['前者呢', '加湿器', '¥229'],
  ],
  'hours and address come from the shop’s profile': [
    ['你们几点上班', '9:00–21:00'],
    ['where are you located', 'Hangzhou'],
  ],
  'orders, vouchers, countries': [
    ['我想取消订单', '我的订单'],
    ['有没有优惠券', '生日月券'],
    ['Do you ship to Canada', 'do not deliver'],
    ['能分期吗', '3 期'],
  ],
  'dirt is no complaint': [['My kettle is dirty, how do I clean it', /vinegar|citric/]],
};

describe('everyday questions', () => {
  test.each(Object.entries(talks))('%s', async (_name, lines) => {
    await play(await Conversation.with(shop), lines);
  });

  test('a gift within a budget is never a filter', async () => {
    const conversation = await Conversation.with(shop);
    expect(textOf(await conversation.say('给妈妈买个生日礼物,300以内'))).not.toMatch(/滤芯|除垢/);
  });
});
