import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultPointsRules } from '#crm/points/pointsRules.ts';
import { defaultTierRules } from '#crm/tiers/tierRules.ts';
import { wantsOf } from '#dialogs/points/words.ts';
import { testDatabase } from '#test/support/database.ts';
import { Conversation, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
  const { id } = await shop.db.client.staff.create({ data: { email: 'm@example.com', name: '经理', role: 'manager' } });
  const exchange = { active: true, minPoints: 500, centsPerPoint: 1, days: 90 };
  await shop.services.points.setRules({ ...defaultPointsRules, active: true, since: '2025-01-01', exchange }, id);
  await shop.services.tiers.setRules({ ...defaultTierRules, active: true }, id);
});
afterAll(() => shop.close());

/** A customer who has bought something for so many fen, with points and tier worked out. */
async function member(amountCents: number) {
  const talk = await Conversation.with(shop);
  await shop.db.client.purchase.create({
    data: {
      customerId: talk.customer.id,
      orderNumber: `T${talk.id}`,
      amountCents,
      purchasedAt: new Date('2026-06-01T04:00:00Z'),
    },
  });
  await shop.services.points.runDue(shop.clock.now());
  await shop.services.tiers.runDue(shop.clock.now());
  return talk;
}

describe('points, level and vouchers', () => {
  test('of somebody who has none', async () => {
    await play(await Conversation.with(shop), [
      ['我有多少积分', '还没有积分'],
      ['what tier am I', 'no level yet', 'first order'],
      ['my vouchers', 'no voucher'],
      ['积分换券', '至少要 500 分'],
    ]);
  });

  test('are told, exchanged after a yes and used once', async () => {
    const talk = await member(120_000);
    await play(talk, [
      ['我有多少积分？', '**1200** 积分', '满 500 分'],
      ['我是什么等级', '**银卡**', '1200 元', '再买 1800 元就到金卡'],
      ['积分明细', '+1200，购买'],
      ['积分换券', '换多少'],
      ['600', '600', '6 元', '换吗'],
      ['不换', '没有动'],
      ['exchange 600 points for a voucher', '600', 'CNY 6', 'Shall I'],
      ['yes', 'Done. The code is', '600 points left'],
      ['my vouchers', 'CNY 6', 'valid until'],
    ]);
    const [voucher] = await shop.services.vouchers.usable(talk.customer.id);
    await play(talk, [
      [`用券 ${voucher!.code}`, '哪个订单'],
      ['QM26112000001', '6 元券已经用在订单 QM26112000001'],
      [`redeem voucher ${voucher!.code} for order QM26112000002`, 'used already'],
      ['我有哪些优惠券', '没有能用的券'],
    ]);
    const tasks = await shop.db.client.task.findMany({ where: { customerId: talk.customer.id } });
    expect(tasks).toMatchObject([{ type: 'answer', title: expect.stringContaining(voucher!.code) }]);
  });

  test('of somebody else are no use', async () => {
    const owner = await member(60_000);
    const { code } = await shop.services.vouchers.exchange(owner.customer.id, 500);
    const talk = await Conversation.with(shop);
    expect(textOf(await talk.say(`用券 ${code} 订单号 QM26112000009`))).toContain('没有这个券码');
    expect(await shop.services.vouchers.usable(owner.customer.id)).toHaveLength(1);
  });
});

test('rules are asked of the articles, and other subjects stay where they belong', () => {
  for (const text of [
    '积分怎么用',
    '积分怎么换东西',
    '会员等级有什么权益',
    '有优惠券吗',
    'do you have vouchers or discounts',
    'how do points work',
    '这个可以用券吗',
    '金卡要消费多少',
    '一颗星，三分',
  ])
    expect(wantsOf(text), text).toBeUndefined();
  for (const text of [
    '我的积分',
    '查一下我的积分',
    'how many points do I have?',
    "what's my tier",
    '我的会员等级',
    '我有什么券',
    '看看我的优惠券',
    '用500积分换券',
  ])
    expect(wantsOf(text), text).toBeDefined();
});
