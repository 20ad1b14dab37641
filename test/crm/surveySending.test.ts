import { beforeAll, describe, expect, test } from 'vitest';
import { type Asking, askingSchema } from '#crm/surveys/asking.ts';
import type { Survey } from '#crm/surveys/survey.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildActivity, buildConversation, buildCustomer, buildHouse, buildStaff, type House } from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;
const db = () => database.db.client;

beforeAll(async () => {
  house = buildHouse(database.db);
  staffId = (await buildStaff(house)).id;
  // Those that come with the house wait for occasions of other tests.
  await house.services.surveys.running();
  await db().survey.updateMany({ data: { active: false } });
});

const question = { type: 'rating', name: 'score', isRequired: true, title: { default: 'How?', 'zh-cn': '怎样？' } };

async function survey(
  asking: Partial<Record<keyof Asking, unknown>>,
  metric: 'csat' | 'nps' = 'csat',
): Promise<Survey> {
  const { surveys } = house.services;
  const scale = metric === 'nps' ? { rateMin: 0, rateMax: 10 } : {};
  const { id } = await surveys.save(
    {
      title: { zh: '问', en: 'Ask' },
      metric,
      touchpoint: null,
      anonymous: false,
      definition: { elements: [{ ...question, ...scale }] },
      asking: askingSchema.parse(asking),
    },
    staffId,
  );
  return surveys.start(id, staffId);
}

/** A customer with a conversation, who agreed to be asked. */
async function someone({ agreed = true, ...fields }: { agreed?: boolean; demo?: boolean; tier?: string } = {}) {
  const customer = await buildCustomer(house, fields);
  const conversation = await buildConversation(house, { customerId: customer.id });
  const said = {
    customerId: customer.id,
    purpose: 'survey',
    channel: 'any',
    wording: 'w',
    source: 'customer',
  } as const;
  if (agreed) await house.services.consents.record({ ...said, granted: true });
  return { ...customer, conversationId: conversation.id };
}

const run = () => house.services.surveySending.runDue(house.clock.now());
const of = (customerId: string) => db().invitation.findMany({ where: { customerId }, orderBy: { id: 'asc' } });
const stopAll = () => db().survey.updateMany({ data: { active: false } });

describe('an occasion', () => {
  test('a purchase is asked about after its days, once, by two instances at once', async () => {
    const { id: surveyId } = await survey({ trigger: 'afterPurchase', days: 7 });
    const customer = await someone();
    await db().purchase.create({
      data: { customerId: customer.id, orderNumber: 'S1', amountCents: 1, purchasedAt: house.clock.now() },
    });
    await run();
    expect(await of(customer.id)).toEqual([]);
    house.clock.add({ days: 7 });
    await Promise.all([run(), run()]);
    await run();
    expect(await of(customer.id)).toMatchObject([
      { surveyId, cause: 'purchase:S1', state: 'sent', way: 'chat', rated: 'shop', sentAt: house.clock.now() },
    ]);
    const told = house.sent.filter(({ conversationId }) => conversationId === customer.conversationId);
    expect(told).toMatchObject([{ kind: 'survey' }]);
    await stopAll();
  });

  test('a closed complaint and a done task rate whoever had them', async () => {
    await survey({ trigger: 'complaintClosed', days: 1 });
    await survey({ trigger: 'taskDone', taskTypes: ['repair'] }, 'nps');
    const owner = (await buildStaff(house)).id;
    const [one, other] = [await someone({ agreed: false }), await someone({ agreed: false })];
    const closedAt = house.clock.now();
    await db().complaint.create({
      data: { customerId: one.id, language: 'zh', whatHappened: '漏水', state: 'closed', closedAt, ownerId: owner },
    });
    await db().task.create({
      data: {
        customerId: other.id,
        type: 'repair',
        title: 'r',
        state: 'done',
        dueAt: closedAt,
        completedAt: closedAt,
        completedById: staffId,
      },
    });
    house.clock.add({ days: 1 });
    await run();
    expect(await of(one.id)).toMatchObject([{ state: 'sent', rated: owner }]);
    expect(await of(other.id)).toMatchObject([{ state: 'sent', rated: staffId }]);
    await stopAll();
  });

  test('a day comes again after its months, on the last where a month is shorter', async () => {
    house.clock.time = new Date('2026-10-31T02:00:00Z');
    const customer = await someone({ tier: 'monthly' });
    await survey({ trigger: 'date', date: '2026-10-31', everyMonths: 1, segment: { tiers: ['monthly'] } });
    await run();
    house.clock.time = new Date('2026-11-30T02:00:00Z');
    await run();
    await run();
    expect((await of(customer.id)).map(({ cause }) => cause)).toEqual([
      `date:2026-10-31:${customer.id}`,
      `date:2026-11-30:${customer.id}`,
    ]);
    await stopAll();
  });

  test('a segment is asked once each, the sample evenly drawn and the rest kept with the reason', async () => {
    const everybody = await Promise.all(Array.from({ length: 40 }, () => someone({ tier: 'sample' })));
    await survey({ trigger: 'segment', segment: { tiers: ['sample'] }, samplePercent: 50 });
    await run();
    await run();
    const rows = await db().invitation.findMany({ where: { customerId: { in: everybody.map(({ id }) => id) } } });
    expect(rows).toHaveLength(40);
    const kept = rows.filter(({ state, reason }) => state === 'withheld' && reason === 'notSampled').length;
    expect(kept).toBeGreaterThan(8);
    expect(kept).toBeLessThan(32);
    await stopAll();
  });
});

describe('who leaves without a word', () => {
  const told = (step: object) => ({ reading: null, steps: [step] });
  const fact = { kind: 'facts', question: '保修', product: '水壶', facts: [{ label: '保修', value: '24 个月' }] };
  const unknown = {
    kind: 'passages',
    question: '?',
    candidates: [{ title: 't', score: 1 }],
    chosen: [],
    confidence: null,
  };

  /** A talk of now: the customer asks, and what came to it. */
  async function talk(replies: { sender?: string; step?: object; by?: string; after?: boolean }[]) {
    const customer = await someone({ agreed: false });
    const { conversationId } = customer;
    await buildActivity(house, { conversationId, sequence: 1 });
    const ids: string[] = [];
    for (const [place, { sender = 'bot', step, by }] of replies.entries()) {
      const body = { from: { id: by ? `staff:${by}` : sender } };
      const row = { conversationId, sequence: place + 2, sender, body, direction: 'outbound' as const };
      const { id } = await buildActivity(house, { ...row, ...(step && { explanation: told(step) }) });
      ids.push(id);
    }
    return { ...customer, ids };
  }

  test('is asked when it has been quiet, once, about whoever helped; who was not helped never', async () => {
    house.clock.time = new Date('2027-01-05T03:00:00Z');
    await survey({ trigger: 'conversationSolved' });
    const [answered, greeted, unanswered, waiting, down] = [
      await talk([{ step: fact }]),
      await talk([{}]),
      await talk([{ step: unknown }]),
      await talk([{ step: fact }, { sender: 'customer' }]),
      await talk([{ step: fact }]),
    ];
    const helped = await talk([{ step: fact }, { sender: 'staff', by: staffId }, {}]);
    const feedback = { activityId: down.ids[0]!, conversationId: down.conversationId, helpful: false, sources: [] };
    await db().feedback.create({ data: feedback });
    house.clock.add({ minutes: 29 });
    await run();
    expect(await of(answered.id)).toEqual([]);
    house.clock.add({ minutes: 1 });
    await Promise.all([run(), run()]);
    await run();
    expect(await of(answered.id)).toMatchObject([
      {
        state: 'sent',
        rated: 'bot',
        conversationId: answered.conversationId,
        cause: `conversation:${answered.conversationId}:2027-01-05`,
      },
    ]);
    expect(await of(helped.id)).toMatchObject([{ state: 'sent', rated: staffId }]);
    for (const [{ id }, reason] of [
      [greeted, 'noHelp'],
      [unanswered, 'noHelp'],
      [waiting, 'unanswered'],
      [down, 'thumbsDown'],
    ] as const)
      expect(await of(id)).toMatchObject([{ state: 'withheld', reason, sentAt: null }]);
    await stopAll();
  });

  test('is not asked while the talk goes on, nor too late; a night may lie between, and why not is kept', async () => {
    house.clock.time = new Date('2027-01-12T13:40:00Z');
    await survey({ trigger: 'conversationSolved' });
    const [goesOn, late, complains] = [
      await talk([{ step: fact }]),
      await talk([{ step: fact }]),
      await talk([{ step: fact }]),
    ];
    await db().complaint.create({ data: { customerId: complains.id, language: 'zh', whatHappened: '坏了' } });
    // 22:10 in the shop: quiet hours.
    house.clock.add({ minutes: 30 });
    await run();
    expect(await of(late.id)).toMatchObject([{ state: 'planned', reason: 'quietHours' }]);
    expect(await of(complains.id)).toMatchObject([{ state: 'withheld', reason: 'complaint' }]);
    house.clock.time = new Date('2027-01-13T00:59:00Z');
    const lastActivityAt = house.clock.now();
    await db().conversation.update({ where: { id: goesOn.conversationId }, data: { lastActivityAt } });
    // Meanwhile a colleague has helped the other one: they are rated, not the bot, which was there when it was planned.
    const staffed = { sender: 'staff', body: { from: { id: `staff:${staffId}` } }, direction: 'outbound' as const };
    await buildActivity(house, { conversationId: late.conversationId, sequence: 9, ...staffed });
    await db().conversation.update({
      where: { id: late.conversationId },
      data: { lastActivityAt: new Date('2027-01-12T13:40:00Z') },
    });
    house.clock.add({ minutes: 2 });
    await run();
    expect(await of(goesOn.id)).toMatchObject([{ state: 'planned', reason: 'talking' }]);
    expect(await of(late.id)).toMatchObject([{ state: 'sent', rated: staffId }]);
    // At the end of the talk that went on the customer says thanks, and is asked there.
    const { invitations } = house.services;
    const moment = await invitations.atEnd(goesOn.conversationId, goesOn.id);
    expect(moment).toMatchObject({ reason: null });
    house.clock.add({ hours: 21 });
    await run();
    expect(await of(goesOn.id)).toMatchObject([{ state: 'withheld', reason: 'tooLate' }]);
    await stopAll();
  });

  test('is left alone where the shop wants it so', async () => {
    await survey({ trigger: 'conversationSolved', quietMinutes: 0 });
    const customer = await talk([{ step: fact }]);
    house.clock.add({ hours: 1 });
    await run();
    expect(await of(customer.id)).toEqual([]);
    await stopAll();
  });
});

describe('judged when it goes out', () => {
  const asked = async (customer: { id: string }, of2: Survey) =>
    house.services.surveysByHand
      .send(of2.id, { customerIds: [customer.id] }, staffId)
      .then(run)
      .then(() => of(customer.id));

  test.each<
    [string, (customer: Awaited<ReturnType<typeof someone>>) => Promise<unknown>, { agreed?: boolean; demo?: boolean }?]
  >([
    ['noConsent', async () => undefined, { agreed: false }],
    ['withdrawn', ({ id }) => house.services.consents.withdraw(id, { wording: 'w', activityId: staffId })],
    [
      'complaint',
      ({ id }) => db().complaint.create({ data: { customerId: id, language: 'zh', whatHappened: '坏了' } }),
    ],
    ['unreachable', ({ id }) => db().conversation.deleteMany({ where: { customerId: id } })],
    ['demo', async () => undefined, { demo: true }],
  ])('%s: not asked, and kept', async (reason, before, fields = {}) => {
    const one = await survey({});
    const customer = await someone(fields);
    await before(customer);
    expect(await asked(customer, one)).toMatchObject([{ state: 'withheld', reason, sentAt: null }]);
    await stopAll();
  });

  test('at night and within the cooldown it waits, and comes when it may', async () => {
    const [first, second] = [await survey({}), await survey({})];
    const customer = await someone();
    house.clock.time = new Date('2026-12-01T14:30:00Z');
    expect(await asked(customer, first)).toMatchObject([{ state: 'planned', reason: 'quietHours' }]);
    house.clock.time = new Date('2026-12-02T01:00:00Z');
    await run();
    expect(await asked(customer, second)).toMatchObject([{ state: 'sent' }, { state: 'planned', reason: 'cooldown' }]);
    house.clock.add({ days: 7 });
    await run();
    expect(await of(customer.id)).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    await stopAll();
  });

  test('said once more and never again, given up in the end; a late answer still counts', async () => {
    const one = await survey({ reminderDays: 3, expireDays: 7 });
    const customer = await someone();
    await asked(customer, one);
    const before = house.sent.length;
    for (let day = 0; day < 6; day++) {
      house.clock.add({ days: 1 });
      await run();
      await run();
    }
    expect(house.sent.slice(before)).toMatchObject([
      { ids: { remind: 'yes' }, conversationId: customer.conversationId },
    ]);
    house.clock.add({ days: 1 });
    await run();
    const [invitation] = await of(customer.id);
    expect(invitation).toMatchObject({ state: 'expired', reason: null });
    await house.services.responses.keep({ invitationId: invitation!.id, answers: { score: 5 } });
    expect(await of(customer.id)).toMatchObject([{ state: 'answered' }]);
    await stopAll();
  });

  test('who is not reminded: why is kept, and whoever can be comes first', async () => {
    house.clock.time = new Date('2027-01-20T02:00:00Z');
    const one = await survey({ reminderDays: 1 });
    const [open, free] = [await someone(), await someone()];
    for (const customer of [open, free]) await asked(customer, one);
    await db().complaint.create({ data: { customerId: open.id, language: 'zh', whatHappened: '坏了' } });
    house.clock.add({ days: 1 });
    await run();
    expect(await of(open.id)).toMatchObject([{ state: 'sent', reason: 'complaint', remindedAt: null }]);
    expect(await of(free.id)).toMatchObject([{ state: 'sent', reason: null, remindedAt: house.clock.now() }]);
    await stopAll();
  });

  test('two of one metric are not asked in one round, also where surveys may follow each other', async () => {
    house.clock.time = new Date('2027-01-27T02:00:00Z');
    const { surveys, surveysByHand } = house.services;
    const before = await surveys.manners();
    await surveys.setManners({ ...before, anyDays: 0 }, staffId);
    const customer = await someone();
    for (const each of [await survey({}, 'nps'), await survey({}, 'nps')])
      await surveysByHand.send(each.id, { customerIds: [customer.id] }, staffId);
    await run();
    expect(await of(customer.id)).toMatchObject([{ state: 'sent' }, { reason: 'metricCooldown', sentAt: null }]);
    await surveys.setManners(before, staffId);
    await stopAll();
  });

  test('who would be asked is told before, by the reasons that then hold, and nobody twice on a day', async () => {
    house.clock.time = new Date('2027-02-03T02:00:00Z');
    const one = await survey({});
    const tier = 'previewed';
    const [yes, silent, demo, complains] = [
      await someone({ tier }),
      await someone({ tier, agreed: false }),
      await someone({ tier, demo: true }),
      await someone({ tier }),
    ];
    await db().complaint.create({ data: { customerId: complains.id, language: 'zh', whatHappened: '坏了' } });
    const { surveysByHand } = house.services;
    const before = await surveysByHand.preview(one.id, { filter: { tier } });
    expect(before.total).toBe(4);
    const told = new Map(
      before.items.map(({ customerId, verdict, way, reason }) => [customerId, reason ?? `${verdict} ${way}`]),
    );
    expect([yes, silent, demo, complains].map(({ id }) => told.get(id))).toEqual([
      'ask chat',
      'noConsent',
      'demo',
      'complaint',
    ]);
    expect(await db().invitation.count({ where: { surveyId: one.id } })).toBe(0);
    expect(await surveysByHand.send(one.id, { filter: { tier } }, staffId)).toBe(4);
    await run();
    const became = await db().invitation.findMany({ where: { surveyId: one.id } });
    for (const { customerId, state, reason } of became)
      expect(reason ?? (state === 'sent' && 'ask chat')).toBe(told.get(customerId!));
    expect((await surveysByHand.preview(one.id, { customerIds: [yes.id] })).counts).toEqual([
      { verdict: 'never', reason: 'alreadyToday', customers: 1 },
    ]);
    expect(await surveysByHand.send(one.id, { customerIds: [yes.id, yes.id] }, staffId)).toBe(0);
    await stopAll();
  });

  test('not at all by a survey that is stopped or anonymous, nor for who is gone', async () => {
    const one = await survey({});
    const customer = await someone();
    const { surveysByHand, surveys } = house.services;
    await expect(surveysByHand.send(one.id, { customerIds: [staffId] }, staffId)).rejects.toMatchObject({
      status: 422,
    });
    await surveys.stop(one.id, staffId);
    await expect(surveysByHand.send(one.id, { customerIds: [customer.id] }, staffId)).rejects.toMatchObject({
      code: 'surveyStopped',
    });
  });
});

test('the last moment looks at the customer’s own clock, and at no wish that nobody confirmed', async () => {
  await stopAll();
  house = buildHouse(database.db);
  const { id } = await survey({ trigger: 'byHand' });
  const [abroad, here] = [await someone(), await someone()];
  await house.services.zones.heard(abroad.id, 'Europe/London', abroad.conversationId);
  const mail = await buildConversation(house, {
    customerId: here.id,
    channel: 'mail',
    lastActivityAt: new Date(house.clock.now().getTime() - 86_400_000),
  });
  await db().preference.create({
    data: { customerId: here.id, key: 'contactChannel', value: '邮件', quote: '发邮件吧', confirmed: false },
  });
  await house.services.surveysByHand.send(id, { customerIds: [abroad.id, here.id] }, staffId);
  await run();
  // 10:00 in Shanghai is 03:00 in London.
  expect(await of(abroad.id)).toMatchObject([{ state: 'planned', reason: 'quietHours' }]);
  expect(await of(here.id)).toMatchObject([{ state: 'sent', conversationId: here.conversationId }]);
  await db().preference.updateMany({ where: { customerId: here.id }, data: { confirmed: true } });
  const later = await survey({ trigger: 'byHand', ways: ['chat', 'mail'] });
  await db().invitation.updateMany({ where: { customerId: here.id }, data: { sentAt: new Date(0) } });
  await house.services.surveysByHand.send(later.id, { customerIds: [here.id] }, staffId);
  await run();
  expect((await of(here.id)).at(-1)).toMatchObject({ state: 'sent', conversationId: mail.id });
  await stopAll();
});
