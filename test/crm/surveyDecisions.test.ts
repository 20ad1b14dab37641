import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rowOf } from '#crm/reports/surveys/invitedTable.ts';
import { type Asking, askingSchema } from '#crm/surveys/asking.ts';
import type { Survey } from '#crm/surveys/survey.ts';
import { withheldReasons } from '#crm/surveys/verdict.ts';
import { withheldWords } from '#crm/surveys/withheldWords.ts';
import type { Prisma } from '#prisma/client.ts';
import { testDatabase } from '#test/support/database.ts';
import { surveyTexts } from '#web/desk/i18n/surveys.ts';
import {
  buildActivity,
  buildConversation,
  buildCustomer,
  buildHouse,
  buildStaff,
  buildTeam,
  type House,
} from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;
let day = 0;
const db = () => database.db.client;

beforeAll(async () => {
  house = buildHouse(database.db);
  staffId = (await buildStaff(house)).id;
  await house.services.surveys.running();
});
// A Wednesday morning of its own for each: occasions of one are not due in another.
beforeEach(async () => {
  await db().survey.updateMany({ data: { active: false } });
  day += 28;
  house.clock.time = new Date(new Date('2025-01-01T02:00:00Z').getTime() + day * 86_400_000);
});

async function survey(asking: Partial<Record<keyof Asking, unknown>>): Promise<Survey> {
  const title = { default: 'How?', 'zh-cn': '怎样？' };
  const { id } = await house.services.surveys.save(
    {
      title: { zh: '问', en: 'Ask' },
      metric: 'csat',
      touchpoint: null,
      anonymous: false,
      definition: { elements: [{ type: 'rating', name: 'score', isRequired: true, title }] },
      asking: askingSchema.parse(asking),
    },
    staffId,
  );
  return house.services.surveys.start(id, staffId);
}

/** A customer with a conversation, who agreed to be asked. */
async function someone(fields: { demo?: boolean; tier?: string } = {}) {
  const { id } = await buildCustomer(house, fields);
  const { id: conversationId } = await buildConversation(house, { customerId: id });
  const said = { purpose: 'survey', channel: 'any', wording: 'w', source: 'customer', granted: true } as const;
  await house.services.consents.record({ ...said, customerId: id });
  return { id, conversationId };
}

const closed = (customerId: string, given: Partial<Prisma.ComplaintUncheckedCreateInput> = {}) => {
  const row = {
    customerId,
    language: 'zh',
    whatHappened: '漏水',
    state: 'closed',
    closedAt: house.clock.now(),
  } as const;
  return db().complaint.create({ data: { ...row, ...given } });
};

const run = () => house.services.surveySending.runDue(house.clock.now());
const of = ({ id: surveyId }: Survey) => db().invitation.findMany({ where: { surveyId }, orderBy: { id: 'asc' } });
const erase = (customerId: string) => house.services.privacy.erase(customerId, { source: 'staff', staffId });
const merge = (keptId: string, mergedId: string) =>
  house.services.merges.merge({ keptId, mergedId, proof: 'staff', staffId });

describe('who is not asked is counted once, with the reason', () => {
  test('customers of the demo shop, and those who had everything deleted, without who they were', async () => {
    const one = await survey({ trigger: 'complaintClosed', days: 1 });
    const [demo, leaves, answers] = [await someone({ demo: true }), await someone(), await someone()];
    for (const { id, conversationId } of [demo, leaves, answers]) await closed(id, { conversationId });
    await erase(leaves.id);
    house.clock.add({ days: 1 });
    await Promise.all([run(), run()]);
    const [invitation] = await db().invitation.findMany({ where: { surveyId: one.id, customerId: answers.id } });
    await house.services.responses.keep({ invitationId: invitation!.id, answers: { score: 5 } });
    await erase(answers.id);
    await run();
    const rows = await of(one);
    expect(rows).toHaveLength(3);
    expect(rows.find(({ reason }) => reason === 'demo')).toMatchObject({ state: 'withheld', customerId: demo.id });
    expect(rows.find(({ reason }) => reason === 'erased')).toMatchObject({
      state: 'withheld',
      rated: 'shop',
      customerId: null,
      conversationId: null,
      complaintId: null,
      taskId: null,
      decidedAt: house.clock.now(),
    });
    const results = await house.services.surveys.results(one.id);
    expect(results.withheld).toEqual([
      { reason: 'demo', count: 1 },
      { reason: 'erased', count: 1 },
    ]);
    // Nobody of them belongs to the rate; who they are, or that it is not known any more, is told behind each number, and in the file.
    expect(results.rate).toMatchObject({ delivered: 1, answered: 1 });
    const { invitedReports, surveyReports } = house.services;
    const asked = { metric: 'csat' as const, surveyId: one.id, ...(await surveyReports.days({})) };
    const counts = await invitedReports.counts(asked);
    expect(counts).toMatchObject({ rate: { delivered: 1, answered: 1 }, withheld: results.withheld });
    expect(counts.surveys).toMatchObject([{ surveyId: one.id, rate: { delivered: 1 }, withheld: 2 }]);
    const left = { ...asked, outcome: 'withheld' as const };
    expect((await invitedReports.list(left, {})).items).toHaveLength(2);
    const only = await invitedReports.list({ ...left, reason: 'demo' }, {});
    expect(only.items).toMatchObject([{ state: 'withheld', reason: 'demo', customerId: demo.id, score: null }]);
    expect(await invitedReports.people(left)).toEqual({ total: 1, unnamed: 1, customerIds: [demo.id] });
    expect(rowOf(only.items[0]!, 'Asia/Shanghai', 'zh')).toContain('演示客户');
    expect(rowOf(only.items[0]!, 'Asia/Shanghai', 'en')).toContain('Demo customer');
    // By which way somebody would have been asked is not known.
    const cut = { dimension: 'way' as const, value: 'chat' };
    expect((await invitedReports.counts({ ...asked, cut })).withheld).toBe(null);
    expect((await invitedReports.list({ ...left, cut }, {})).items).toEqual([]);
    const moved = await invitedReports.list({ ...asked, cut, outcome: 'answered' }, {});
    expect(moved.items).toMatchObject([{ state: 'answered', score: 5 }]);
  });

  test('an order of theirs once, whether it was decided before it was deleted or after, and no number of it', async () => {
    const one = await survey({ trigger: 'afterPurchase', days: 1 });
    const [before, after] = [await someone(), await someone()];
    const order = (customerId: string, orderNumber: string) =>
      db().purchase.createMany({
        data: [1, 2].map((line) => ({ customerId, orderNumber, line, amountCents: 1, purchasedAt: house.clock.now() })),
      });
    await order(before.id, 'PLANTED-1');
    await order(after.id, 'PLANTED-2');
    await erase(after.id);
    house.clock.add({ days: 1 });
    await run();
    await erase(before.id);
    await run();
    const rows = await of(one);
    expect(rows.map(({ state, reason }) => [state, reason]).sort()).toEqual([
      ['expired', null],
      ['withheld', 'erased'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('PLANTED');
  });

  test('records of one person: what is of the one behind is decided with the one in front', async () => {
    const one = await survey({ trigger: 'complaintClosed', days: 1 });
    const [front, behind] = [await someone(), await someone()];
    await closed(behind.id);
    await merge(front.id, behind.id);
    house.clock.add({ days: 1 });
    await run();
    await run();
    expect(await of(one)).toMatchObject([{ customerId: front.id, state: 'sent' }]);
  });

  test('a person of two records is asked once by a segment, also where both were planned before', async () => {
    const one = await survey({ trigger: 'segment', segment: { tiers: [`t${day}`] } });
    const tier = `t${day}`;
    const [asked, later] = [await someone({ tier }), await someone()];
    const [left, right] = [await someone({ tier }), await someone({ tier })];
    // 22:30 in the shop.
    house.clock.add({ hours: 12, minutes: 30 });
    await run();
    await merge(left.id, right.id);
    await merge(later.id, asked.id);
    await db().customer.update({ where: { id: later.id }, data: { tier } });
    house.clock.add({ hours: 11 });
    await run();
    await run();
    const rows = await of(one);
    const mine = (id: string) => rows.filter(({ customerId }) => customerId === id);
    expect(
      mine(left.id)
        .map(({ state, reason }) => [state, reason])
        .sort(),
    ).toEqual([
      ['sent', null],
      ['withheld', 'merged'],
    ]);
    expect(mine(later.id)).toMatchObject([{ state: 'sent' }]);
    expect(rows).toHaveLength(3);
  });
});

test('why somebody is not asked has the same words on the pages and in files', () => {
  for (const language of ['zh', 'en'] as const)
    expect(surveyTexts[language].reasons).toEqual(
      Object.fromEntries(withheldReasons.map((reason) => [reason, withheldWords[reason][language]])),
    );
});

describe('a talk', () => {
  const fact = { kind: 'facts', question: '保修', product: '水壶', facts: [{ label: '保修', value: '24 个月' }] };

  async function say(conversationId: string, sequence: number, sender: string, helps = false) {
    const steps = { explanation: { reading: null, steps: [fact] } };
    const row = {
      conversationId,
      sequence,
      sender,
      direction: sender === 'customer' ? 'inbound' : 'outbound',
    } as const;
    const { id } = await buildActivity(house, { ...row, ...(helps && steps) });
    await db().conversation.update({ where: { id: conversationId }, data: { lastActivityAt: house.clock.now() } });
    return id;
  }
  /** A talk in which the customer asked, and what came to it. */
  async function talk(...replies: ('helps' | 'greets' | 'asks')[]) {
    const customer = await someone();
    await say(customer.conversationId, 1, 'customer');
    const ids: string[] = [];
    for (const [place, reply] of replies.entries())
      ids.push(await say(customer.conversationId, place + 2, reply === 'asks' ? 'customer' : 'bot', reply === 'helps'));
    return { ...customer, answerId: ids[0]! };
  }
  const down = ({ conversationId, answerId: activityId }: { conversationId: string; answerId: string }) =>
    db().feedback.create({ data: { activityId, conversationId, helpful: false, sources: [] } });
  const reasons = async (one: Survey) =>
    Object.fromEntries((await of(one)).map(({ customerId, state, reason }) => [customerId, reason ?? state]));

  test('that helped nobody, or was no help in the words of the customer, is one decision; it is another when the talk goes on', async () => {
    const one = await survey({ trigger: 'conversationSolved' });
    const [helped, greeted, waits, held, isDown] = [
      await talk('helps'),
      await talk('greets'),
      await talk('helps', 'asks'),
      await talk('helps'),
      await talk('helps'),
    ];
    await down(isDown);
    await db().conversation.update({ where: { id: held.conversationId }, data: { holder: 'person' } });
    // What the shop wrote of its own accord is no talk.
    await say((await someone()).conversationId, 1, 'bot');
    house.clock.add({ minutes: 30 });
    await Promise.all([run(), run()]);
    await run();
    expect(await reasons(one)).toEqual({
      [helped.id]: 'sent',
      [greeted.id]: 'noHelp',
      [waits.id]: 'unanswered',
      [held.id]: 'withPerson',
      [isDown.id]: 'thumbsDown',
    });
    // One goes on and is helped; one says thanks for it, and may be asked there and then; one is given back.
    await say(greeted.conversationId, 3, 'customer');
    await say(greeted.conversationId, 4, 'bot', true);
    await db().conversation.update({ where: { id: held.conversationId }, data: { holder: 'bot' } });
    await say(isDown.conversationId, 3, 'customer');
    await say(isDown.conversationId, 4, 'bot', true);
    const { invitations } = house.services;
    expect(await invitations.atEnd(isDown.conversationId, isDown.id)).toMatchObject({
      survey: { id: one.id },
      reason: null,
    });
    house.clock.add({ minutes: 30 });
    await run();
    await run();
    expect(await reasons(one)).toMatchObject({ [greeted.id]: 'sent', [held.id]: 'sent', [isDown.id]: 'sent' });
    expect(await of(one)).toHaveLength(5);
  });

  test('is asked about once: by the other surveys not, and a thumb down in the night counts', async () => {
    const [one, other] = [
      await survey({ trigger: 'conversationSolved' }),
      await survey({ trigger: 'conversationSolved' }),
    ];
    const thanks = await talk('helps');
    const { invitations } = house.services;
    const cause = await invitations.talk(thanks.conversationId);
    await invitations.invite({
      survey: one,
      cause,
      customerId: thanks.id,
      conversationId: thanks.conversationId,
      rated: 'bot',
    });
    expect(await reasons(other)).toEqual({ [thanks.id]: 'otherSurvey' });
    house.clock.add({ hours: 11, minutes: 40 });
    const night = await talk('helps');
    house.clock.add({ minutes: 40 });
    await run();
    expect(await of(one)).toMatchObject([{ state: 'delivered' }, { state: 'planned', reason: 'quietHours' }]);
    await down(night);
    house.clock.add({ hours: 11 });
    await run();
    expect((await reasons(one))[night.id]).toBe('thumbsDown');
    expect(await reasons(other)).toEqual({ [thanks.id]: 'otherSurvey', [night.id]: 'otherSurvey' });
  });
});

describe('who is rated', () => {
  test('is who has it when it is sent, with their team, and stays', async () => {
    const [care, repair] = [await buildTeam(house, 'care'), await buildTeam(house, 'repair')];
    const [first, second, third] = [
      (await buildStaff(house, { teamId: care.id })).id,
      (await buildStaff(house, { teamId: repair.id })).id,
      (await buildStaff(house, { teamId: care.id })).id,
    ];
    const complaints = await survey({ trigger: 'complaintClosed' });
    const tasks = await survey({ trigger: 'taskDone', taskTypes: ['repair'] });
    // 22:30 in the shop: planned now, sent in the morning.
    house.clock.add({ hours: 12, minutes: 30 });
    const complaint = await closed((await someone()).id, { ownerId: first });
    const at = house.clock.now();
    const done = {
      type: 'repair',
      title: 'r',
      state: 'done',
      dueAt: at,
      completedAt: at,
      completedById: first,
    } as const;
    const task = await db().task.create({ data: { ...done, customerId: (await someone()).id } });
    await run();
    for (const each of [complaints, tasks])
      expect(await of(each)).toMatchObject([{ state: 'planned', rated: first, ratedTeamId: null }]);
    const handOver = async (to: string) => {
      await db().complaint.update({ where: { id: complaint.id }, data: { ownerId: to } });
      await db().task.update({ where: { id: task.id }, data: { completedById: to } });
    };
    await handOver(second);
    house.clock.add({ hours: 11 });
    await run();
    await handOver(third);
    await db().staff.update({ where: { id: second }, data: { teamId: care.id } });
    house.clock.add({ days: 1 });
    await run();
    for (const each of [complaints, tasks]) {
      const [invitation] = await of(each);
      expect(invitation).toMatchObject({ state: 'sent', rated: second, ratedTeamId: repair.id });
      await house.services.responses.keep({ invitationId: invitation!.id, answers: { score: 2 } });
      expect(await of(each)).toMatchObject([{ state: 'answered', rated: second, ratedTeamId: repair.id }]);
    }
    // So do the figures of the teams: of their team then.
    const { surveyReports } = house.services;
    const span = { metric: 'csat' as const, ...(await surveyReports.days({})), surveyId: tasks.id };
    expect(await surveyReports.breakdown(span, 'team')).toMatchObject([{ value: repair.id, answers: 1 }]);
    const cut = { ...span, cut: { dimension: 'team' as const, value: repair.id } };
    expect((await surveyReports.answers(cut, {})).items).toHaveLength(1);
  });

  test('the second time is who called, when it is sent', async () => {
    const one = await survey({});
    const customer = await someone();
    await house.services.surveysByHand.send(one.id, { customerIds: [customer.id] }, staffId);
    await run();
    const [first] = await of(one);
    await house.services.responses.keep({ invitationId: first!.id, answers: { score: 1 } });
    const task = await db().task.findFirstOrThrow({ where: { customerId: customer.id, type: 'surveyFollowUp' } });
    await house.services.tasks.complete(task.id, { staffId, outcome: 'solved', byCause: true });
    const caller = (await buildStaff(house)).id;
    await db().task.update({ where: { id: task.id }, data: { completedById: caller } });
    house.clock.add({ hours: 1 });
    await run();
    expect((await of(one)).at(-1)).toMatchObject({ cause: `again:${task.responseId}`, state: 'sent', rated: caller });
  });
});
