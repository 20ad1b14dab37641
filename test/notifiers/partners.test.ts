import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { networks } from '#bot/egress/addresses.ts';
import { createEgress } from '#bot/egress/egress.ts';
import { WebhookSender } from '#bot/webhooks/webhookSender.ts';
import type { PartnerEventType } from '#crm/webhooks/events.ts';
import { partnerEventTypes } from '#crm/webhooks/events.ts';
import { buildConversation, buildStaff, rated } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';
import { startReceiver } from '#test/support/fakes/signedReceiver.ts';
import { buildTellingHouse, type TellingHouse } from './world.ts';

const database = testDatabase();
let house: TellingHouse;
let partner: Awaited<ReturnType<typeof startReceiver>>;
let secret = '';
let id = '';

beforeAll(async () => {
  partner = await startReceiver(() => secret);
});
afterAll(() => partner.close());
beforeEach(async () => {
  await database.db.client.webhook.deleteMany();
  house = await buildTellingHouse(database.db);
  partner.posts.length = 0;
  partner.attempts.length = 0;
  partner.answers();
});

const senderOf = ({ db, clock, services }: TellingHouse) =>
  new WebhookSender({
    db,
    clock,
    deliveries: services.webhookDeliveries,
    egress: createEgress({ allowed: networks(['127.0.0.0/8']) }),
    logger: { warn: () => undefined, error: () => undefined } as never,
  });
const send = () => senderOf(house).run();

async function listen(events: PartnerEventType[] = [...partnerEventTypes]): Promise<void> {
  const made = await house.services.webhooks.create({ name: '仓库', url: partner.url, events }, null);
  ({ id, secret } = made);
}
const log = async () => (await house.services.webhookDeliveries.list(id)).items;
const told = () => partner.posts.map(({ body }) => body.type);

/** A customer who comes, complains, agrees, is corrected and is erased: 王芳, whose words are nobody else's. */
async function life() {
  const { services } = house;
  const customer = await services.customers.recognise({ channel: 'test', externalId: `wang-${id}` });
  const { id: conversationId } = await buildConversation(house, { customerId: customer.id });
  await services.customers.update(customer.id, { name: '王芳', phone: '13800138000' });
  const complaint = await services.complaints.record({
    customerId: customer.id,
    conversationId,
    productText: '水壶',
    whatHappened: '壶盖裂了，烫到手',
    wish: 'replace',
    severity: 'normal',
    language: 'zh',
    evidence: [],
  } as never);
  const staff = await buildStaff(house);
  await services.complaints.changeState(complaint.id, 'understood', { staffId: staff.id, note: '在查' });
  const consent = {
    customerId: customer.id,
    purpose: 'care',
    channel: 'any',
    wording: '1',
    source: 'customer',
  } as const;
  await services.consents.record({ ...consent, granted: true });
  await services.consents.record({ ...consent, granted: false });
  await services.privacy.erase(customer.id, { source: 'staff', staffId: staff.id });
  return customer.id;
}

describe('partners', () => {
  test('hear of a customer in the order in which it happened, signed, and not a word of the person', async () => {
    await listen();
    const customerId = await life();
    await send();
    expect(told()).toEqual([
      'customer.created',
      'customer.changed',
      'complaint.recorded',
      'complaint.changed',
      'consent.given',
      'consent.withdrawn',
      'customer.erased',
    ]);
    for (const { body } of partner.posts) expect(body.data).toMatchObject({ customerId });
    expect(partner.posts[1]!.body.data).toEqual({ customerId, fields: ['name', 'phone'] });
    expect(partner.posts[3]!.body.data).toMatchObject({ state: 'understood', number: expect.any(Number) });
    const everything = JSON.stringify([partner.posts, await log()]);
    for (const word of ['王芳', '13800138000', '壶盖', '在查']) expect(everything).not.toContain(word);
    expect(await log()).toHaveLength(7);
    expect(new Set((await log()).map(({ state }) => state))).toEqual(new Set(['delivered']));
  });

  test('hear only of what they asked for, and of nothing that was rolled back', async () => {
    await listen(['consent.given', 'survey.answered']);
    await life();
    const { db, services } = house;
    const { id: customerId } = await services.customers.recognise({ channel: 'test', externalId: 'rolled back' });
    const given = {
      customerId,
      purpose: 'care',
      channel: 'any',
      granted: true,
      wording: '1',
      source: 'customer',
    } as const;
    await expect(
      db.transaction(async () => {
        await services.consents.record(given);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const { id: conversationId } = await buildConversation(house, { customerId });
    await rated(house, { conversationId, customerId }, { score: 4 });
    await send();
    expect(told()).toEqual(['consent.given', 'survey.answered']);
    expect(partner.posts[1]!.body.data).toEqual({
      customerId,
      responseId: expect.any(String),
      surveyId: expect.any(String),
    });
  });

  test('hear of imports row by row, once', async () => {
    await listen(['customer.created', 'purchase.recorded']);
    const rows = [
      { orderNumber: 'W-1', memberNumber: 'M-77', productName: '茶', purchasedAt: '2026-07-01', amount: '12' },
      { orderNumber: 'W-2', memberNumber: 'M-77', productName: '茶', purchasedAt: '2026-07-02', amount: '12' },
    ];
    const report = await house.services.purchases.take(rows, null);
    expect(report).toMatchObject({ added: 2, refused: [] });
    await house.services.purchases.take(rows, null);
    await send();
    expect(told().sort()).toEqual(['customer.created', 'purchase.recorded', 'purchase.recorded']);
    const ids = (await log()).map((row) => row.id);
    for (const each of ids) expect(each).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
    expect(new Set(ids).size).toBe(3);
  });

  test('are told again until it arrives, with the same id; two instances tell each once', async () => {
    await listen(['webhook.test' as PartnerEventType]);
    for (let index = 0; index < 15; index++) await house.services.webhookDeliveries.test(id);
    partner.answers(500, 404);
    const second = await buildTellingHouse(database.db);
    second.clock.time = house.clock.time;
    await Promise.all([send(), senderOf(second).run()]);
    expect(partner.posts).toHaveLength(13);
    const waiting = (await log()).filter(({ state }) => state === 'waiting');
    expect(waiting.map(({ status }) => status).sort()).toEqual([404, 500]);
    expect(await send()).toBe(0);
    house.clock.add({ minutes: 1 });
    expect(await send()).toBe(2);
    expect(partner.posts).toHaveLength(15);
    expect(partner.attempts).toHaveLength(17);
    expect(new Set(partner.attempts).size).toBe(15);
  });

  test('who are away for five days are left alone until a person starts them again; nothing is lost', async () => {
    const admin = await buildStaff(house, { role: 'administrator' });
    await listen(['customer.created']);
    partner.answers(...Array.from({ length: 100 }, () => 503));
    await house.services.customers.recognise({ channel: 'test', externalId: 'during the outage' });
    for (let day = 0; day < 6; day++) {
      await send();
      await house.services.webhookDeliveries.test(id);
      house.clock.add({ days: 1 });
    }
    expect(await house.services.webhooks.get(id)).toMatchObject({ active: false, stoppedFor: 'failing' });
    const tasks = await house.db.client.task.findMany({ where: { type: 'custom', state: 'open' } });
    expect(tasks).toMatchObject([{ title: expect.stringContaining('仓库'), priority: 'high' }]);
    const first = await house.db.client.staff.findFirstOrThrow({
      where: { role: 'administrator' },
      orderBy: { createdAt: 'asc' },
    });
    expect([first.id, admin.id]).toContain(tasks[0]!.ownerId);
    await house.services.customers.recognise({ channel: 'test', externalId: 'while stopped' });
    expect(await send()).toBe(0);
    partner.answers();
    await house.services.webhooks.update(id, { active: true }, admin.id);
    house.clock.add({ hours: 7 });
    await send();
    expect(told().filter((type) => type === 'customer.created')).toHaveLength(2);
    expect(await house.services.webhooks.get(id)).toMatchObject({ failingSince: null, stoppedFor: null, waiting: 0 });
  });

  test('who answer 410 are stopped at once', async () => {
    await listen();
    partner.answers(410);
    await house.services.webhookDeliveries.test(id);
    await send();
    expect(await house.services.webhooks.get(id)).toMatchObject({ active: false, stoppedFor: 'gone' });
  });

  test('are told again since a time, or of one event, when they lost what they had', async () => {
    await listen(['customer.created']);
    for (const name of ['a', 'b', 'c']) {
      await house.services.customers.recognise({ channel: 'test', externalId: `replay ${name}` });
      house.clock.add({ hours: 1 });
    }
    await send();
    const [last, middle] = await log();
    partner.posts.length = 0;
    expect(await house.services.webhookDeliveries.replay(id, middle!.occurredAt, null)).toBe(2);
    await send();
    expect(partner.posts.map((post) => post.id).sort()).toEqual([`msg_${middle!.id}`, `msg_${last!.id}`].sort());
    partner.posts.length = 0;
    await house.services.webhookDeliveries.sendAgain(id, last!.id, null);
    await expect(house.services.webhookDeliveries.sendAgain(id, last!.id, null)).rejects.toThrow('on its way');
    await send();
    expect(partner.posts).toHaveLength(1);
  });

  test('change their secret at leisure: for a day both sign', async () => {
    await listen();
    const before = secret;
    const { secret: after } = await house.services.webhooks.rotate(id, null);
    for (const held of [before, after]) {
      secret = held;
      await house.services.webhookDeliveries.test(id);
      await send();
    }
    expect(partner.posts).toHaveLength(2);
    house.clock.add({ hours: 25 });
    secret = before;
    await house.services.webhookDeliveries.test(id);
    await send();
    expect(partner.posts).toHaveLength(2);
    const stored = await house.db.client.webhook.findUniqueOrThrow({ where: { id } });
    for (const word of [before, after, partner.url]) expect(JSON.stringify(stored)).not.toContain(word);
  });

  test('are never at a private address unless that is allowed', async () => {
    const { webhooks } = house.services;
    await expect(
      webhooks.create({ name: 'x', url: 'https://10.0.0.1/hook', events: ['customer.created'] }, null),
    ).rejects.toThrow('private network');
  });
});
