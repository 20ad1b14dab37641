import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { Conversation, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
let staffId: string;
beforeAll(async () => {
  shop = await openShop(database.db);
  staffId = (await shop.services.staff.create({ email: 'lin@example.com', name: '林晓', role: 'manager' }, null)).id;
});
afterAll(() => shop?.close());

/** 林晓 says this in a conversation and confirms the promise in it. */
async function promised(text: string) {
  const conversation = await Conversation.with(shop);
  await shop.services.conversations.takeover(conversation.id, staffId);
  await shop.services.conversations.say(conversation.id, staffId, text);
  const [promise] = await shop.services.promises.ofConversation(conversation.id);
  await shop.services.promises.confirm(promise!.id, { staffId });
  return {
    conversation,
    report: (kind: string) => conversation.report({ kind, ids: { promiseId: promise!.id } }),
    id: promise!.id,
  };
}

test.each([
  ['你们答应我什么了', '没有答应了您'],
  ['你们之前都答应过我哪些事？', '没有答应了您'],
  ['what did you promise me?', 'nothing that we promised you'],
  ['What have you promised me so far', 'nothing that we promised you'],
])('“%s”, where nothing was', async (says, hears) => {
  await play(await Conversation.with(shop), [[says, hears]]);
});

test('told when it is confirmed, moved, late and kept, and whenever the customer asks; nobody hears of another’s', async () => {
  const { conversation, report, id } = await promised('我明天下午3点前给您回电。');
  expect(textOf(await report('promiseMade'))).toMatch(/林晓答应您.*我明天下午3点前给您回电.*\s+最晚明天 15:00。/s);
  await play(conversation, [
    ['你们答应我什么了', '有这一件', '林晓：我明天下午3点前给您回电', '最晚明天 15:00', '还在办'],
  ]);
  await shop.services.promises.postpone(id, { staffId, dueAt: new Date('2026-11-23T08:00:00Z') });
  expect(textOf(await report('promiseMoved'))).toContain('要改到 11月23日 16:00 之前');
  expect(textOf(await report('promiseLate'))).toContain('很抱歉');
  await shop.services.promises.keep(id, { staffId });
  expect(textOf(await report('promiseKept'))).toContain('林晓答应您的事办好了');
  await play(conversation, [['what did you promise me?', 'This is what we promised you', '林晓', 'done']]);
  const other = await Conversation.with(shop);
  expect(await other.report({ kind: 'promiseMade', ids: { promiseId: id } })).toEqual([]);
  await play(other, [['你们答应我什么了', '没有答应了您']]);
});

test('in English: withdrawn', async () => {
  const { conversation, report, id } = await promised("I'll send it tomorrow");
  await conversation.say('how much is the kettle');
  expect(textOf(await report('promiseMade'))).toMatch(
    /林晓 promised you.*I'll send it tomorrow.*By tomorrow 21:00 at the latest/s,
  );
  await shop.services.promises.withdraw(id, { staffId });
  expect(textOf(await report('promiseWithdrawn'))).toContain('cannot be done after all');
});

test('what the bot says is a promise too: a person answers, a colleague gets in touch', async () => {
  const conversation = await Conversation.with(shop);
  await play(conversation, [
    ['转人工', '最晚今天 10:30'],
    ['转人工', '我没忘'],
    ['你们答应我什么了', '同事会在这里回复您', '最晚今天 10:30', '还在办'],
  ]);
  await play(conversation, [
    ['我要投诉：栖木晨雾加湿器昨天晚上开始漏水。电话 13800001234，想换一个新的', '我读一遍'],
    ['没问题，提交', /C-\d+/],
  ]);
  const open = await shop.services.promises.ofCustomer(conversation.customer.id);
  expect(open.map(({ kind, text }) => [kind, text.replace(/\d+/, 'N')])).toEqual([
    ['answer', '同事会在这里回复您'],
    ['contact', '同事会就投诉 C-N 联系您'],
  ]);
  const task = await database.db.client.task.findUniqueOrThrow({ where: { id: open[1]!.taskId! } });
  expect(open[1]!.dueAt).toEqual(task.dueAt);
  const late = await conversation.report({ kind: 'promiseLate', ids: { promiseId: open[0]!.id } });
  expect(textOf(late)).toContain('我说过同事会在这里回复您，到时间了还没做到');
});
