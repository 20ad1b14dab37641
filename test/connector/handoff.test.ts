import { HandoffEventNames } from 'botbuilder';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellStaff } from '#bot/channels/undelivered.ts';
import { createMessenger } from '#bot/messenger.ts';
import type { Conversations } from '#crm/conversations/conversations.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, type House, TestClock } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';
import { echo, message, startConnector } from './startConnector.ts';
import { startChannelService, startIssuer } from './world.ts';

const database = testDatabase();
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let service: Awaited<ReturnType<typeof startChannelService>>;
let bot: Awaited<ReturnType<typeof startConnector>>;
let house: House;
let conversations: Conversations;

beforeAll(async () => {
  const { db } = database;
  const clock = new TestClock();
  const outboxOf = (channel: string) => (channel === 'directline' ? null : 'answer');
  house = buildHouse(db, clock, undefined, createMessenger(db, clock, outboxOf));
  conversations = house.services.conversations;
  issuer = await startIssuer();
  service = await startChannelService();
  bot = await startConnector(db, {
    decide: echo,
    issuer,
    otherDesk: (id, status) => conversations.otherDesk(id, status),
  });
});
afterAll(async () => {
  await house.services.close();
  await bot.close();
  await service.close();
  await issuer.close();
});

const signed = async () => ({ Authorization: `Bearer ${await issuer.token(service.url)}` });

/** Somebody on a channel who has said this, got an echo, and asked for a person. */
async function waiting(text: string) {
  const posted = message(service.url, text);
  await bot.post(posted, await signed());
  const sent = () =>
    service.sent.filter(({ path }) => path.includes(posted.conversation.id)).map((one) => one.activity);
  await expect.poll(() => sent().length).toBe(1);
  const { client } = database.db;
  const where = { channel_externalId: { channel: 'testchannel', externalId: posted.conversation.id } };
  const { id } = await client.conversation.findUniqueOrThrow({ where });
  const customer = await buildCustomer(house, { name: '陈静', tier: 'gold' });
  await client.conversation.update({ where: { id }, data: { customerId: customer.id, language: 'zh' } });
  await conversations.queue(id);
  const row = () => client.conversation.findUniqueOrThrow({ where: { id } });
  const say = async (more: object) =>
    bot.post(message(service.url, '', { conversation: posted.conversation, ...more }), await signed());
  return { id, sent, row, say };
}

it('a handoff is told to other desks on the channel as Bot Framework has it, and nothing that is for staff', async () => {
  const { id, sent } = await waiting('水壶漏水');
  const staff = await buildStaff(house, { name: '林晓' });
  await expect.poll(() => sent().length).toBe(2);
  const initiate = sent()[1] as Record<string, unknown>;
  expect(initiate).toMatchObject({
    type: 'event',
    name: HandoffEventNames.InitiateHandoff,
    value: { conversationId: id, reason: 'queued', language: 'zh', customer: { name: '陈静', tier: 'gold' } },
    attachments: [
      {
        contentType: 'application/json',
        name: 'Transcript',
        content: { activities: [{ text: '水壶漏水' }, { text: 'echo: 水壶漏水' }] },
      },
    ],
    relatesTo: { channelId: 'testchannel', serviceUrl: service.url },
    from: { id: 'bot-1' },
  });
  expect(initiate.channelData).toBeUndefined();
  await conversations.whisper(id, staff.id, '先别赔');
  await conversations.takeover(id, staff.id);
  await conversations.release(id, staff.id);
  await expect.poll(() => sent().filter(({ name }) => name === HandoffEventNames.HandoffStatus).length).toBe(2);
  const told = sent().filter(({ name }) => name === HandoffEventNames.HandoffStatus);
  expect(told.map(({ name, value }) => [name, value])).toEqual([
    ['handoff.status', { state: 'accepted', message: '林晓' }],
    ['handoff.status', { state: 'completed', message: '林晓' }],
  ]);
  expect(JSON.stringify(sent())).not.toContain('先别赔');
  // Each step is part of the history, for staff.
  const where = { conversationId: id, type: 'event', direction: 'internal' } as const;
  const kept = await database.db.client.activity.findMany({ where, orderBy: { sequence: 'asc' } });
  const steps = kept.map(({ body }) => body as { name: string; value: { kind?: string } });
  expect(steps.filter(({ name }) => name === 'handoff').map(({ value }) => value.kind)).toEqual([
    'queued',
    'accepted',
    'released',
  ]);
});

it('desks that sit on Direct Line are told in the history that their clients read; other own channels are not', async () => {
  const { client } = database.db;
  const customer = await buildCustomer(house, { name: '陈静', tier: 'gold' });
  const [web, console] = await Promise.all(
    ['directline', 'console'].map((channel) => buildConversation(house, { channel, customerId: customer.id })),
  );
  for (const { id } of [web!, console!]) await conversations.queue(id);
  const seen = (conversationId: string) =>
    client.activity.findMany({ where: { conversationId, type: 'event', direction: 'outbound' } });
  const [initiate, ...others] = await seen(web!.id);
  expect(initiate?.body).toMatchObject({ name: 'handoff.initiate', value: { reason: 'queued' } });
  // A customer's own browser reads it, too.
  expect(JSON.stringify(initiate)).not.toMatch(/gold|陈静/);
  expect([others, await seen(console!.id)]).toEqual([[], []]);
  expect(await client.outboxEntry.count({ where: { conversationId: web!.id } })).toBe(0);
});

it('another desk takes over: the bot is silent, until it gives back', async () => {
  const { sent, row, say } = await waiting('在吗');
  await expect.poll(() => sent().length).toBe(2);
  const status = (value: unknown) => say({ type: 'event', name: 'handoff.status', text: undefined, value });
  expect((await status({ state: 'accepted', message: 'Desk 7' })).status).toBe(202);
  expect(await row()).toMatchObject({ holder: 'person', staffId: null });
  await say({ text: '还在吗' });
  await expect.poll(async () => (await row()).waiting).toBe(0);
  // What it did is not told back to it.
  expect(sent()).toHaveLength(2);
  expect(await status({ state: 'away' })).toMatchObject({ status: 400 });
  expect(await status(null)).toMatchObject({ status: 400 });
  expect((await status({ state: 'completed' })).status).toBe(202);
  expect(await row()).toMatchObject({ holder: 'bot' });
});

it('whoever is not the channel can not tell it, nor anybody of a conversation that is none', async () => {
  const { row } = await waiting('在吗');
  const place = { conversation: { id: (await row()).externalId } };
  const told = (more: object) =>
    message(service.url, '', { type: 'event', name: 'handoff.status', value: { state: 'accepted' }, ...more });
  expect((await bot.post(told(place))).status).toBe(401);
  expect(await row()).toMatchObject({ holder: 'queue' });
  expect((await bot.post(told({ conversation: { id: 'nobody-was-here' } }), await signed())).status).toBe(202);
  expect(await database.db.client.conversation.count({ where: { externalId: 'nobody-was-here' } })).toBe(0);
});

it('a channel without an ear for such events gives nobody work', async () => {
  const { id } = await waiting('在吗');
  const { client } = database.db;
  const tell = tellStaff(database.db, house.services);
  const of = (type: string) => client.activity.findFirstOrThrow({ where: { conversationId: id, type } });
  const failed = { conversationId: id, state: 'failed' as const, reason: '400' };
  await tell({ ...failed, activityId: (await of('event')).id });
  expect(await client.task.count({ where: { conversationId: id } })).toBe(0);
  await tell({ ...failed, activityId: (await of('message')).id });
  expect(await client.task.count({ where: { conversationId: id } })).toBe(1);
});
