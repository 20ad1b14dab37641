import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { buttonsOf, Conversation, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
let staffId: string;
beforeAll(async () => {
  shop = await openShop(database.db);
  staffId = (await shop.services.staff.create({ email: 'a@example.com', name: '林晓', role: 'manager' }, null)).id;
});
afterAll(() => shop?.close());

const told =
  '我要投诉：上个月在天猫旗舰店买的栖木晨雾加湿器，批号 A2306-7，昨天晚上开始漏水。电话 13800001234，想换一个新的';
const fix = { zh: '密封圈换成了新的材料。', en: 'The seal is made of another material now.' };

/** A recorded complaint whose customer chose to be told of the fix, and the defect that it belongs to, fixed. */
async function fixed() {
  const conversation = await Conversation.with(shop);
  await play(conversation, [
    [told, '我读一遍', 'A2306-7', '天猫旗舰店'],
    ['提交，改好了告诉我', /编号 \*\*C-\d+\*\*/, '改好以后，我会在这里告诉您'],
  ]);
  const complaint = await database.db.client.complaint.findFirstOrThrow({ where: { conversationId: conversation.id } });
  const { defects } = shop.services;
  const { id } = await defects.suspect({ title: '漏水', complaintIds: [complaint.id] }, staffId);
  await defects.judge(id, { state: 'confirmed', verdict: '密封圈老化', affectedBatches: ['A2306-7'] }, staffId);
  await defects.resolve(id, { fix }, staffId);
  return { conversation, complaint, report: { kind: 'defectFixed', ids: { complaintId: complaint.id } } };
}
const complaintNow = (id: string) => shop.services.complaints.get(id);

describe('what is said of the purchase', () => {
  test.each([
    [told, { batch: 'A2306-7', purchasePlace: '天猫旗舰店' }],
    [
      'I want to complain: the Qimu Mist humidifier I bought at Sunrise Mall last month, batch no. B77-12, has been leaking since yesterday. Call 13800005678, I want a refund',
      { batch: 'B77-12', purchasePlace: 'Sunrise Mall' },
    ],
    ['我要投诉：栖木晨雾加湿器昨天晚上开始漏水。电话 13800001234，想换一个新的', { batch: null, purchasePlace: null }],
  ])('%s', async (says, stored) => {
    const conversation = await Conversation.with(shop);
    await conversation.say(says);
    await conversation.say(says.startsWith('I ') ? 'Correct, submit it' : '没问题，提交');
    const complaint = await database.db.client.complaint.findFirstOrThrow({
      where: { conversationId: conversation.id },
    });
    expect(complaint).toMatchObject({ ...stored, causeCode: 'leak' });
    expect(complaint.purchasedOn !== null).toBe(stored.batch !== null);
    expect(complaint.occurredOn?.toISOString().slice(0, 10)).toBe('2026-11-19');
    expect(await shop.services.consents.holds(complaint.id, 'defectNotice')).toBe(false);
  });
});

describe('the fix', () => {
  test('is told in the customer’s language, and asked for once', async () => {
    const { conversation, complaint, report } = await fixed();
    const heard = await conversation.report(report);
    expect(textOf(heard)).toContain('密封圈换成了新的材料');
    expect(buttonsOf(heard)).toEqual(['解决了', '还没有']);
    await play(conversation, [['解决了', '太好了']]);
    expect(await complaintNow(complaint.id)).toMatchObject({ solved: true });
    expect(buttonsOf(await conversation.report(report))).toEqual([]);
  });

  test.each(['还没有', '还在漏', 'still leaking', 'not fixed'])(
    '“%s” opens it again and calls a colleague',
    async (says) => {
      const { conversation, complaint, report } = await fixed();
      await shop.services.complaints.changeState(complaint.id, 'closed', { staffId });
      await conversation.report(report);
      await play(conversation, [[says, /同事尽快联系您|colleague to contact you/]]);
      expect(await complaintNow(complaint.id)).toMatchObject({ solved: false, state: 'reopened' });
    },
  );

  test('a question instead of an answer is answered, and nothing is assumed', async () => {
    const { conversation, complaint, report } = await fixed();
    await conversation.report(report);
    await play(conversation, [['电热水壶保修多久？', '24 个月']]);
    expect(await complaintNow(complaint.id)).toMatchObject({ solved: null });
  });

  test('in the middle of another step it is told, the step goes on, and the question comes afterwards', async () => {
    const { conversation, complaint, report } = await fixed();
    await play(conversation, [['我要投诉', '哪款产品']]);
    const heard = textOf(await conversation.report(report));
    expect(heard).toContain('密封圈换成了新的材料');
    expect(heard).toContain('哪款产品');
    await play(conversation, [
      ['取消', '没有提交', '解决了吗'],
      ['解决了', '太好了'],
    ]);
    expect(await complaintNow(complaint.id)).toMatchObject({ solved: true });
  });
});

test.each([
  [{ kind: 'complaintMoved', ids: { state: 'inHand' } }, '已经在处理'],
  [{ kind: 'complaintDateMoved', ids: {} }, '再多一点时间'],
  [{ kind: 'complaintLate', ids: {} }, '再次提醒'],
])('%j is told by number; of a stranger’s complaint nothing', async ({ kind, ids }, says) => {
  const { conversation, complaint } = await fixed();
  const report = { kind, ids: { ...ids, complaintId: complaint.id } };
  const heard = textOf(await conversation.report(report));
  expect(heard).toContain(`C-${complaint.number}`);
  expect(heard).toContain(says);
  expect(await (await Conversation.with(shop)).report(report)).toEqual([]);
});
