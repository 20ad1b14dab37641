import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { buildConversation, buildCustomer, buildHouse, type House, TestClock } from './support.ts';

const database = testDatabase();
let house: House;
beforeAll(() => {
  house = buildHouse(database.db);
});

const tokenOf = (url: string) => url.split('/').at(-1)!;

test('a link is opened once, by one browser, within a day, and goes on for an hour', async () => {
  const { recordLinks } = house.services;
  const customer = await buildCustomer(house);
  const token = tokenOf((await recordLinks.make(customer.id)).url);
  // Nothing is opened by looking.
  await expect(recordLinks.at(token, '')).rejects.toMatchObject({ code: 'linkUsed' });
  const { key } = await recordLinks.open(token);
  await expect(recordLinks.open(token)).rejects.toMatchObject({ code: 'linkUsed' });
  await expect(recordLinks.at(token, 'x')).rejects.toMatchObject({ code: 'linkUsed' });
  expect(await recordLinks.at(token, key)).toMatchObject({ customerId: customer.id });
  house.clock.add({ minutes: 61 });
  await expect(recordLinks.at(token, key)).rejects.toMatchObject({ code: 'linkExpired' });
  const late = tokenOf((await recordLinks.make(customer.id)).url);
  house.clock.add({ hours: 25 });
  await expect(recordLinks.open(late)).rejects.toMatchObject({ code: 'linkExpired' });
  await expect(recordLinks.open('x'.repeat(32))).rejects.toMatchObject({ code: 'notFound' });
  const [stored] = await database.db.client.recordLink.findMany({ where: { customerId: customer.id } });
  expect(JSON.stringify(stored)).not.toContain(token);
  house.clock.add({ days: 8 });
  await recordLinks.tidy();
  expect(await database.db.client.recordLink.count({ where: { customerId: customer.id } })).toBe(0);
});

test('the page shows all that is noted; consents are given and taken back by purpose and channel', async () => {
  house = buildHouse(database.db, new TestClock());
  const { preferences, consents, myRecords, recordLinks } = house.services;
  const [customer, other] = [await buildCustomer(house), await buildCustomer(house)];
  await buildConversation(house, { customerId: customer.id });
  for (const channel of ['directline', 'wechat', 'shop'])
    await database.db.client.identity.create({ data: { customerId: customer.id, channel, externalId: v7() } });
  const told = { customerId: customer.id, key: 'skin', value: '敏感肌', quote: '我是敏感肌' };
  const unsure = await preferences.keep({ ...told, confidence: 0.6, confirmed: false });
  await preferences.note({ ...told, key: 'pregnant', value: '怀孕', quote: '我怀孕了', agreed: true }, null);
  const foreign = await preferences.keep({ ...told, customerId: other.id, confidence: 1, confirmed: true });
  const token = tokenOf((await recordLinks.make(customer.id)).url);
  const at = await recordLinks.at(token, (await recordLinks.open(token)).key);

  const seen = await myRecords.see(at);
  expect(seen.needs).toEqual(['pregnant']);
  expect(seen.consents.map(({ purpose, channel, granted }) => `${purpose} ${channel} ${granted}`)).toEqual([
    'care directline false',
    'care wechat false',
    'survey directline false',
    'survey wechat false',
  ]);
  await expect(myRecords.own(at, foreign.id)).rejects.toMatchObject({ code: 'notFound' });
  await preferences.confirm(await myRecords.own(at, unsure.id));
  await myRecords.consent(at, { purpose: 'care', channel: 'wechat', granted: true });
  expect(await consents.may(customer.id, 'care', 'wechat')).toBe(true);
  expect(await consents.may(customer.id, 'care', 'directline')).toBe(false);
  await expect(myRecords.consent(at, { purpose: 'care', channel: 'mail', granted: true })).rejects.toMatchObject({
    code: 'channelUnknown',
  });
  await myRecords.forgetNeeds(at);
  expect(await preferences.needsOf(customer.id)).toEqual([]);
  expect((await myRecords.see(at)).preferences).toMatchObject([{ value: '敏感肌', confirmed: true }]);
  expect(await consents.ofCustomer(customer.id)).toMatchObject([
    { purpose: 'needs', granted: false, source: 'customer', proof: `page ${at.linkId}` },
    { purpose: 'care', channel: 'wechat', granted: true },
    { purpose: 'needs', granted: true, source: 'staff' },
  ]);
  await recordLinks.close(token, 'x').catch(() => undefined);
  expect(await recordLinks.at(token, '').catch(({ code }) => code)).toBe('linkUsed');
});

test('a special need is not kept by any way without the customer’s yes', async () => {
  const { preferences } = house.services;
  const customer = await buildCustomer(house);
  const need = { customerId: customer.id, key: 'pregnant', value: '怀孕', quote: '' };
  await expect(preferences.keep({ ...need, confidence: 0.9, confirmed: false })).rejects.toMatchObject({
    code: 'needsConsent',
  });
  await expect(preferences.note({ ...need, agreed: false }, null)).rejects.toMatchObject({ code: 'needsConsent' });
  expect(await preferences.all(customer.id)).toEqual([]);
});
