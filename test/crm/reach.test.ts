import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { careRuleSchema } from '#crm/care/rule.ts';
import { mobileNumber } from '#crm/customers/phoneNumber.ts';
import { testDatabase } from '../support/database.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, type House, TestClock } from './support.ts';

const database = testDatabase();
const beginnings = { mail: { address: 'service@shop.example' }, smsgateway: { countryCode: '86' } };
let house: House;
let ruleId: string;
let staffId: string;
beforeEach(async () => {
  await database.db.client.careRule.deleteMany();
  house = buildHouse(database.db, new TestClock(), undefined, undefined, { beginnings });
  staffId = (await buildStaff(house)).id;
  const rule = careRuleSchema.parse({
    name: { zh: '问候', en: 'Hello' },
    occasion: 'byHand',
    days: 0,
    act: 'message',
    text: { zh: '您好！', en: 'Hello!' },
    level: 'social',
    controlPercent: 0,
    active: true,
  });
  ruleId = (await house.services.careRules.save(rule, staffId)).id;
});

const agree = (customerId: string, channel = 'any', granted = true) =>
  house.services.consents.record({ customerId, purpose: 'care', channel, granted, wording: 'w', source: 'staff' });

/** The channel by which a customer is written to; undefined: not at all. */
async function writtenBy(customerId: string): Promise<string | undefined> {
  await house.services.careByHand.plan(ruleId, { customerIds: [customerId] }, { id: staffId, role: 'manager' });
  await house.services.care.runDue(house.clock.now());
  const [message] = await house.services.care.ofCustomer(customerId);
  if (message?.state !== 'sent') return undefined;
  const where = { id: message.conversationId! };
  return (await database.db.client.conversation.findUniqueOrThrow({ where })).channel;
}

let number = 10_000_000;
const mobile = () => `+86138${++number}`;
const address = () => `${v7()}@example.com`;

describe('who never chatted is written to', () => {
  test('by mail before text messages, and the account is theirs from then on', async () => {
    const [both, phone] = [{ email: address(), phone: mobile() }, { phone: mobile() }];
    const [one, other] = await Promise.all([buildCustomer(house, both), buildCustomer(house, phone)]);
    await Promise.all([agree(one.id), agree(other.id)]);
    expect([await writtenBy(one.id), await writtenBy(other.id)]).toEqual(['mail', 'smsgateway']);
    const accounts = await database.db.client.identity.findMany({ where: { customerId: { in: [one.id, other.id] } } });
    expect(accounts.map(({ channel, externalId }) => `${channel} ${externalId}`).sort()).toEqual(
      [`mail ${both.email}`, `smsgateway ${phone.phone}`].sort(),
    );
  });

  test('by the channel that they agreed to, or asked for', async () => {
    const texts = await buildCustomer(house, { email: address(), phone: mobile() });
    await agree(texts.id, 'smsgateway');
    expect(await writtenBy(texts.id)).toBe('smsgateway');
    const asked = await buildCustomer(house, { email: address(), phone: mobile() });
    await agree(asked.id);
    const wish = { key: 'contactChannel', value: '发短信', quote: '给我发短信就行', confirmed: true };
    await database.db.client.preference.create({ data: { customerId: asked.id, ...wish } });
    expect(await writtenBy(asked.id)).toBe('smsgateway');
  });

  test('by the channel that the rule names and no other, with a yes for that one', async () => {
    const { careRules } = house.services;
    const { id: _id, createdAt: _made, updatedAt: _changed, demo: _demo, ...rule } = await careRules.get(ruleId);
    const only = careRuleSchema.parse({ ...rule, channel: 'smsgateway' });
    await careRules.save(only, staffId, ruleId);
    const [both, mails, elsewhere, busy] = await Promise.all([
      buildCustomer(house, { email: address(), phone: mobile() }),
      buildCustomer(house, { email: address() }),
      buildCustomer(house, { email: address(), phone: mobile() }),
      buildCustomer(house, { phone: mobile() }),
    ]);
    await Promise.all([agree(both.id), agree(mails.id), agree(elsewhere.id, 'mail'), agree(busy.id)]);
    const wish = { key: 'contactChannel', value: '邮件', quote: '发邮件', confirmed: true };
    await database.db.client.preference.create({ data: { customerId: both.id, ...wish } });
    const account = busy.phone!;
    await house.services.messageBudget.corrected({ channel: 'smsgateway', account }, 'blocked');
    const by = [];
    for (const { id } of [both, mails, elsewhere, busy]) by.push(await writtenBy(id));
    expect(by).toEqual(['smsgateway', undefined, undefined, undefined]);
    const why = async (id: string) => (await house.services.care.ofCustomer(id))[0]!.reason;
    expect([await why(mails.id), await why(elsewhere.id), await why(busy.id)]).toEqual([
      'unreachable',
      'noConsent',
      'unreachable',
    ]);
  });

  test('not without consent, nor by an address that is none, another’s, or given up', async () => {
    const silent = await buildCustomer(house, { email: address() });
    expect(await writtenBy(silent.id)).toBeUndefined();
    const taken = address();
    await house.services.customers.recognise({ channel: 'mail', externalId: taken });
    for (const given of [{ email: 'nobody' }, { phone: '0571-8888 8888' }, { email: taken }]) {
      const customer = await buildCustomer(house, given);
      await agree(customer.id);
      expect(await writtenBy(customer.id), JSON.stringify(given)).toBeUndefined();
    }
    const gone = await buildCustomer(house, { email: address() });
    await agree(gone.id);
    await house.services.messageBudget.corrected({ channel: 'mail', account: gone.email! }, 'blocked');
    expect(await writtenBy(gone.id)).toBeUndefined();
  });
});

test('who chats is written to there, unless that takes nothing more', async () => {
  const customer = await buildCustomer(house, { email: address() });
  await agree(customer.id);
  const talk = { customerId: customer.id, channel: 'wechat', externalId: v7(), userId: v7() };
  const conversation = await buildConversation(house, talk);
  expect(await writtenBy(customer.id)).toBe('wechat');
  house.clock.add({ days: 30 });
  await house.services.messageBudget.corrected({ channel: 'wechat', account: conversation.userId! }, 'left');
  expect(await writtenBy(customer.id)).toBe('mail');
});

test('a mail from the address of an imported record is theirs; one that was typed into a chat proves nothing', async () => {
  const imported = await buildCustomer(house, { email: address(), name: '王芳' });
  const recognised = await house.services.customers.recognise({ channel: 'mail', externalId: imported.email! });
  expect(recognised.id).toBe(imported.id);
  const chatting = await house.services.customers.recognise({ channel: 'directline', externalId: v7() });
  const victim = address();
  await house.services.customers.update(chatting.id, { email: victim });
  expect((await house.services.customers.recognise({ channel: 'mail', externalId: victim })).id).not.toBe(chatting.id);
  const texting = await buildCustomer(house, { phone: '138 1234 5678' });
  const by = await house.services.customers.recognise({ channel: 'smsgateway', externalId: '+8613812345678' });
  expect(by.id).toBe(texting.id);
});

test.each([
  ['138 1234-5678', '+8613812345678'],
  ['+86 138 1234 5678', '+8613812345678'],
  ['008613812345678', '+8613812345678'],
  ['8613812345678', '+8613812345678'],
  ['１３８１２３４５６７８', '+8613812345678'],
  ['+49 170 1234567', '+491701234567'],
  ['0571-88888888', undefined],
  ['12345678901', undefined],
  ['anna', undefined],
])('%s is dialled %s', (written, dialled) => {
  expect(mobileNumber(written)).toBe(dialled);
  expect(mobileNumber('0170 1234567', '49')).toBe('+491701234567');
});

test('a day’s messages begin anew when the day is over, also for who was never written to', async () => {
  const of = { channel: 'smsgateway', account: mobile() };
  const { messageBudget } = house.services;
  const take = async () => {
    await messageBudget.daily(of, 3);
    return 'refusal' in (await messageBudget.reserve(of, 'answer'));
  };
  expect([await take(), await take(), await take(), await take()]).toEqual([false, false, false, true]);
  house.clock.add({ hours: 25 });
  expect(await take()).toBe(false);
});
