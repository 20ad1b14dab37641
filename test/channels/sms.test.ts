import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cheapest, segmentsOf } from '#bot/channels/sms/segments.ts';
import { readConfig } from '#bot/config.ts';
import { careRuleSchema } from '#crm/care/rule.ts';
import { stockAt } from '#test/dialogs/shop.ts';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { copyDatabase, type TestDatabase } from '#test/support/database.ts';
import { secret, signed } from '#test/support/fakes/signedReceiver.ts';
import { billed, startGateway } from '#test/support/fakes/smsGateway.ts';

// A Friday morning in Hangzhou.
const clock = { now: () => new Date('2026-11-20T02:00:00Z') };
let database: TestDatabase;
let gateway: Awaited<ReturnType<typeof startGateway>>;
let app: RunningApp;
beforeAll(async () => {
  database = await copyDatabase();
  gateway = await startGateway();
  const env = {
    SMS_GATEWAY_URL: gateway.url,
    SMS_GATEWAY_SECRET: secret,
    SMS_PER_DAY: '8',
    EGRESS_ALLOWED_NETWORKS: '127.0.0.0/8',
  };
  await stockAt(database.url);
  app = await startApp({ databaseUrl: database.url, env, clock });
});
afterAll(async () => {
  await app?.close();
  await gateway?.close();
  await database?.drop();
});

async function tell(event: object, id = v7()) {
  const body = JSON.stringify(event);
  const headers = signed(id, body, clock.now().getTime());
  const response = await fetch(`${app.url}/channels/sms`, { method: 'POST', headers, body });
  return { status: response.status, said: await response.text() };
}
const says = (from: string, text: string) => tell({ type: 'message', from, text });
const hears = (number: string, wanted: RegExp) =>
  expect.poll(() => gateway.textsTo(number).at(-1) ?? '').toMatch(wanted);
const customerOf = async (externalId: string) =>
  (
    await app.db.client.identity.findUniqueOrThrow({
      where: { channel_externalId: { channel: 'smsgateway', externalId } },
    })
  ).customerId;

test('a talk by text messages: choices are numbers, and a rating is what it says', async () => {
  const phone = '+8613900000001';
  await says('139 0000 0001', '电热水壶保修多久？');
  await hears(phone, /24 个月/);
  await says(phone, '谢谢');
  await hears(phone, /打几分[\s\S]*回复前面的数字或字母[\s\S]*5 很满意[\s\S]*A\. 不评价/);
  await says(phone, '４。');
  await hears(phone, /谢谢/);
  const [response] = await app.db.client.response.findMany({ where: { customerId: await customerOf(phone) } });
  expect(response).toMatchObject({ score: 4 });
});

test('an imported customer who never chatted gets what they agreed to, and “退订” ends it', async () => {
  const customer = await app.db.client.customer.create({ data: { name: '王芳', phone: '139-0000-0002' } });
  const { careRules, care, careByHand, consents, staff } = app.services;
  const agreed = { purpose: 'care', channel: 'any', granted: true, wording: 'import', source: 'staff' } as const;
  await consents.record({ customerId: customer.id, ...agreed });
  const { id: staffId } = await staff.create({ email: 'lin@example.com', name: '林晓', role: 'manager' }, null);
  const rule = careRuleSchema.parse({
    name: { zh: '问候', en: 'Hello' },
    occasion: 'byHand',
    days: 0,
    act: 'message',
    text: { zh: '{customer}，天冷了，加湿器记得换水。', en: 'Hello' },
    level: 'social',
    controlPercent: 0,
    active: true,
  });
  const { id: ruleId } = await careRules.save(rule, staffId);
  await careByHand.plan(ruleId, { customerIds: [customer.id] }, { id: staffId, role: 'manager' });
  await care.runDue(clock.now());
  await hears('+8613900000002', /^王芳，天冷了/);
  await says('+8613900000002', '退订');
  await hears('+8613900000002', /不会再|不再/);
  expect(await customerOf('+8613900000002')).toBe(customer.id);
  expect(await consents.may(customer.id, 'care', 'smsgateway')).toBe(false);
});

test('what did not arrive is a task, a number that is none is left alone; nobody else can tell it', async () => {
  const phone = '+8613900000003';
  await says(phone, '你好');
  await hears(phone, /您好/);
  const { id } = gateway.posts.find(({ body }) => body.to === phone)!;
  const status = { type: 'status', id, state: 'blocked', reason: 'absent subscriber' };
  expect((await tell(status)).status).toBe(202);
  expect((await tell(status)).status).toBe(202);
  expect((await tell({ ...status, id: `msg_${v7()}` })).status).toBe(202);
  const where = { customerId: await customerOf(phone) };
  expect(await app.db.client.task.findMany({ where })).toMatchObject([
    { type: 'answer', detail: expect.stringContaining('absent') },
  ]);
  const of = { channel: 'smsgateway', account: phone };
  expect((await app.services.messageBudget.state(of)).refusal).toBe('blocked');
  await says(phone, '还在');
  await expect.poll(async () => (await app.services.messageBudget.state(of)).refusal).toBeNull();
});

test('two programs that answer each other come to an end, and the rest waits for the next day', async () => {
  const phone = '+8613900000004';
  for (let round = 0; round < 12; round++) await says(phone, '你好');
  await expect.poll(() => gateway.textsTo(phone).length).toBe(8);
  const { id } = await app.db.client.conversation.findFirstOrThrow({
    where: { channel: 'smsgateway', externalId: phone },
  });
  const waiting = { conversationId: id, state: 'waiting' as const };
  await expect
    .poll(() => app.db.client.outboxEntry.findFirst({ where: { ...waiting, attempts: { gt: 0 } } }))
    .toMatchObject({ error: expect.stringContaining('this day') });
  const next = await app.db.client.outboxEntry.findFirstOrThrow({ where: waiting, orderBy: { sequence: 'asc' } });
  expect(next.nextAttemptAt.getTime() - Date.now()).toBeGreaterThan(20 * 3_600_000);
});

test.each<[object, string]>([
  [{ type: 'message', from: '0571-88888888', text: '你好' }, 'from'],
  [{ type: 'message', from: '13900000009', text: '' }, 'text'],
  [{ type: 'status', id: 'x', state: 'failed' }, 'id'],
  [{ type: 'picture' }, 'message or status'],
])('%j: told what is wrong', async (event, problem) => {
  const { status, said } = await tell(event);
  expect({ status, said }).toEqual({ status: 400, said: expect.stringContaining(problem) });
});

test('settings that cannot work are named', () => {
  expect(() => readConfig({ SMS_GATEWAY_SECRET: secret })).toThrow('both SMS_GATEWAY_URL and');
  expect(() => readConfig({ SMS_COUNTRY_CODE: '+86' })).toThrow('SMS_COUNTRY_CODE must be a country code such as 86');
});

test('segments are those of the network', () => {
  const alphabet = ['a', 'é', '€', '[', '好', '😀', ' ', '\n', '’'];
  const text = fc.array(fc.constantFrom(...alphabet), { maxLength: 400 }).map((signs) => signs.join(''));
  const latin = fc.array(fc.constantFrom('a', '€', '1'), { maxLength: 400 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(fc.oneof(text, latin), (each) => {
      fc.pre(each.length > 0);
      expect(segmentsOf(each)).toMatchObject(billed(each));
    }),
    { numRuns: 100 },
  );
  expect(
    ['a'.repeat(160), 'a'.repeat(161), '好'.repeat(70), '好'.repeat(71)].map((each) => segmentsOf(each).segments),
  ).toEqual([1, 2, 1, 2]);
  expect(cheapest('It’s “fine” – really…')).toBe('It\'s "fine" - really...');
  expect(cheapest('“好”…')).toBe('“好”…');
});
