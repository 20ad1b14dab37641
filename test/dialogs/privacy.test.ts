import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { Conversation, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop?.close());

/** A talk of an account of its own, as the channel has it. */
async function talk(customer?: Conversation['customer'], channel = 'test'): Promise<Conversation> {
  const account = v7();
  const who = customer ?? (await shop.services.customers.recognise({ channel, externalId: account }));
  if (customer)
    await database.db.client.identity.create({ data: { customerId: who.id, channel, externalId: account } });
  const conversation = await Conversation.with(shop, who);
  await database.db.client.conversation.update({ where: { id: conversation.id }, data: { channel, userId: account } });
  return conversation;
}

const codeIn = (text: string): string => /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(text)![0];
const erased = (id: string) => database.db.client.customer.findUniqueOrThrow({ where: { id } });

test.each([
  ['删除我的全部信息', '确定要全部删除吗', '确定，全部删除', '几分钟内会全部删除'],
  ['我要注销账号', '找不回来', '确定删除', '几分钟内会全部删除'],
  ['Please delete all my data', 'cannot be brought back', 'Yes, delete everything', 'deleted within minutes'],
])('“%s”: asked once more, then everything is gone', async (wish, asks, yes, done) => {
  const conversation = await talk();
  await play(conversation, [
    [wish, asks],
    [yes, done],
  ]);
  await shop.services.privacy.runDue(shop.clock.now());
  expect(await erased(conversation.customer.id)).toMatchObject({ erasedAt: expect.any(Date) });
});

test.each(['先不删', '算了', 'no'])('“%s” deletes nothing', async (no) => {
  const conversation = await talk();
  await play(conversation, [
    ['删除我的全部信息', '确定要全部删除吗'],
    [no, /什么都没有删|nothing was deleted/],
  ]);
  await shop.services.privacy.runDue(shop.clock.now());
  expect(await erased(conversation.customer.id)).toMatchObject({ erasedAt: null });
});

test('where there are more accounts, who asks proves it at another of them; another’s code proves nothing', async () => {
  const here = await talk();
  const there = await talk(here.customer, 'wechat');
  const stranger = await talk();
  await play(here, [['删除我的全部信息', '微信公众号', '关联账号']]);
  await play(here, [[codeIn(textOf(await stranger.say('关联账号'))), '不对，或者已经过期']]);
  await play(here, [[codeIn(textOf(await here.say('关联账号'))), /不对|本来就是一份/]]);
  await play(here, [['删除我的全部信息', '微信公众号']]);
  await play(here, [
    [codeIn(textOf(await there.say('关联账号'))), '确定要全部删除吗'],
    ['确定，全部删除', '几分钟内'],
  ]);
  await shop.services.privacy.runDue(shop.clock.now());
  expect(await erased(here.customer.id)).toMatchObject({ erasedAt: expect.any(Date) });
  expect(await erased(stranger.customer.id)).toMatchObject({ erasedAt: null });
});

test('who cannot prove it is handed to a colleague, and nothing is deleted', async () => {
  const here = await talk();
  await talk(here.customer, 'wechat');
  await play(here, [
    ['delete everything about me', 'WeChat'],
    ['I can’t use the other one', '15 working days'],
  ]);
  expect(await database.db.client.task.findFirst({ where: { customerId: here.customer.id } })).toMatchObject({
    title: expect.stringContaining('erase everything'),
  });
  expect(await shop.services.privacy.runDue(shop.clock.now())).toBe(0);
});

test('the code is sent where we can write: by mail; whoever reads it there writes it here', async () => {
  const { client } = database.db;
  const here = await talk();
  const account = `${here.customer.id}@example.com`;
  const mail = await talk(here.customer, 'mail');
  await client.identity.create({ data: { customerId: here.customer.id, channel: 'mail', externalId: account } });
  await client.conversation.update({ where: { id: mail.id }, data: { channel: 'mail', userId: account } });
  await play(here, [['导出我的数据', '我刚把一个码发到了您的邮件']]);
  const code = codeIn(textOf(await mail.report({ kind: 'joinCode', ids: {} })));
  await play(here, [[code, '/api/v1/exports/']]);
  // Who has another record asks for a code at that address; the answer tells nobody whether it is known.
  const stranger = await talk();
  await play(stranger, [[`关联我的账号，邮箱 ${account}`, `如果 ${account} 和我们有过联系`]]);
  const second = codeIn(textOf(await mail.report({ kind: 'joinCode', ids: {} })));
  await play(stranger, [[second, '合成一份']]);
  expect(await erased(stranger.customer.id)).toMatchObject({ mergedIntoId: here.customer.id });
});

test('a copy by a link', async () => {
  const conversation = await talk();
  const said = textOf(await conversation.say('导出我的数据'));
  const token = /\/api\/v1\/exports\/([\w-]+)/.exec(said)![1]!;
  expect(await shop.services.access.take(token)).toMatchObject({ customerId: conversation.customer.id });
});

test('a code from one account, written at the other, makes both one record', async () => {
  const [one, other] = [await talk(), await talk(undefined, 'wechat')];
  const code = codeIn(textOf(await one.say('link my accounts')));
  await play(other, [
    [code, /one now|合成一份/],
    [code, /do not know this code|不认识/],
  ]);
  expect(await erased(other.customer.id)).toMatchObject({ mergedIntoId: one.customer.id });
});

test('to forget what one likes is not to leave', async () => {
  const conversation = await talk();
  await play(conversation, [
    ['我只用无香的', '要我记住'],
    ['记住吧', '记住了'],
    ['忘掉这个', '确定要我忘掉'],
  ]);
});
