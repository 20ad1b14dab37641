import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SurveyInput } from '#crm/surveys/survey.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, type House, rated } from './support.ts';

const database = testDatabase();
let house: House;
let customerId: string;
let conversationId: string;

beforeAll(() => {
  house = buildHouse(database.db);
});
beforeEach(async () => {
  house.clock.add({ days: 30 });
  customerId = (await buildCustomer(house)).id;
  conversationId = (await buildConversation(house, { customerId })).id;
});

const rate = (score: number, more: object = {}) => rated(house, { conversationId, customerId }, { score, ...more });
const tasksOf = (responseId: string) => database.db.client.task.findMany({ where: { responseId } });
const atEnd = (of = conversationId) => house.services.invitations.atEnd(of, customerId);
const reasonAtEnd = async (of?: string) => (await atEnd(of))?.reason;

describe('asking at the end of help', () => {
  test('once per talk, also if two turns try at once', async () => {
    const { invitations, surveys } = house.services;
    const [survey] = (await surveys.running()).filter(({ key }) => key === 'satisfaction');
    expect(await atEnd()).toMatchObject({ survey: { key: 'satisfaction' }, reason: null });
    const asked = {
      survey: survey!,
      cause: await invitations.talk(conversationId),
      conversationId,
      customerId,
      rated: 'bot',
    };
    const made = await Promise.all([1, 2, 3].map(() => invitations.invite(asked)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await atEnd()).toBeNull();
  });

  test('not within a week, nor half a year after a refusal; the reason is kept once', async () => {
    const { invitations } = house.services;
    const next = await buildConversation(house, { customerId });
    const response = await rate(5);
    const moment = await atEnd(next.id);
    expect(moment?.reason).toBe('cooldown');
    for (let i = 0; i < 2; i++) await invitations.withhold(moment!, customerId, next.id);
    expect(await atEnd(next.id)).toBeNull();
    house.clock.add({ days: 8 });
    const later = await buildConversation(house, { customerId });
    expect(await reasonAtEnd(later.id)).toBeNull();
    await database.db.client.invitation.update({
      where: { id: response.invitationId! },
      data: { dismissedAt: house.clock.now() },
    });
    house.clock.add({ days: 100 });
    expect(await reasonAtEnd(later.id)).toBe('refused');
    house.clock.add({ days: 100 });
    expect(await reasonAtEnd(later.id)).toBeNull();
    const { items } = await invitations.list({ customerId, state: 'withheld' });
    expect(items).toMatchObject([{ reason: 'cooldown', conversationId: next.id }]);
  });

  test('not while a complaint is open, nor after a “no more”', async () => {
    const { complaints, consents } = house.services;
    const said = { language: 'zh', whatHappened: '漏水', severity: 'normal', evidence: [] } as const;
    await complaints.record({ customerId, ...said, evidence: [] });
    expect(await reasonAtEnd()).toBe('complaint');
    await database.db.client.complaint.updateMany({ where: { customerId }, data: { state: 'closed' } });
    expect(await reasonAtEnd()).toBeNull();
    await consents.record({
      customerId,
      purpose: 'survey',
      channel: 'any',
      granted: false,
      wording: 'w',
      source: 'customer',
    });
    expect(await reasonAtEnd()).toBe('withdrawn');
  });

  test('a refusal after the answer changes nothing', async () => {
    const { invitationId } = await rate(5);
    await house.services.invitations.dismiss(invitationId!);
    expect(await house.services.invitations.get(invitationId!)).toMatchObject({ state: 'answered', dismissedAt: null });
  });
});

describe('answers', () => {
  test.each([
    [1, 'high'],
    [2, 'normal'],
  ] as const)('%i of 5 raises a task of priority %s, once', async (score, priority) => {
    const response = await rate(score);
    await rate(score);
    expect(await tasksOf(response.id)).toMatchObject([
      { type: 'surveyFollowUp', priority, customerId, conversationId, title: `${score}/5` },
    ]);
  });

  test('3 of 5 raises none', async () => {
    const response = await rate(3);
    expect(response).toMatchObject({ score: 3, customerId, conversationId });
    expect(await tasksOf(response.id)).toEqual([]);
  });

  test('a second thought changes the one response, keeps what it was, and ends with its window', async () => {
    const first = await rate(4);
    house.clock.add({ hours: 23 });
    const second = await rate(2);
    expect(second).toMatchObject({
      id: first.id,
      score: 2,
      changedAt: house.clock.now(),
      answeredAt: first.answeredAt,
    });
    expect(await tasksOf(first.id)).toHaveLength(1);
    const changes = await database.db.client.responseChange.findMany({ where: { responseId: first.id } });
    expect(changes).toMatchObject([{ score: 4, answers: { score: 4 } }]);
    house.clock.add({ hours: 2 });
    await expect(rate(5)).rejects.toMatchObject({ status: 409, code: 'answerFixed' });
    expect(await house.services.responses.get(first.id)).toMatchObject({ score: 2 });
  });

  test('two answers at once are one response and one task', async () => {
    const answers = await Promise.all([rate(1), rate(1), rate(1)]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await tasksOf(answers[0]!.id)).toHaveLength(1);
  });

  test('words that come later reach whoever follows up', async () => {
    const response = await rate(1);
    expect(await rate(1, { comment: '等了两天没人回' })).toMatchObject({ id: response.id, comment: '等了两天没人回' });
    const [task] = await tasksOf(response.id);
    expect((await house.services.tasks.get(task!.id)).events.at(-1)).toMatchObject({
      kind: 'commented',
      note: '等了两天没人回',
      staff: null,
    });
  });

  test.each([0, 6, 2.5, '5'])('%s is no score', async (score) => {
    await expect(rate(score as number)).rejects.toMatchObject({ fields: [{ path: 'score' }] });
  });

  test('a late answer counts to the day on which it was asked', async () => {
    const { surveys, invitations, responses } = house.services;
    const survey = (await surveys.running()).find(({ key }) => key === 'satisfaction')!;
    const from = house.clock.now();
    const cause = `conversation:${conversationId}`;
    const { id } = await invitations.invite({ survey, cause, conversationId, customerId, rated: 'bot' });
    await database.db.client.invitation.update({ where: { id }, data: { state: 'expired' } });
    house.clock.add({ days: 20 });
    const to = house.clock.now();
    await responses.keep({ invitationId: id, answers: { score: 5 } });
    expect(await surveys.results(survey.id, { from, to })).toMatchObject({
      asked: { sent: 1, delivered: 1, answered: 1, expired: 0 },
      rate: { rate: 1 },
      score: { n: 0, value: null },
    });
    expect((await surveys.results(survey.id, { from: to })).score).toMatchObject({ n: 1, value: 1, trust: 'tooFew' });
  });
});

test('the loop of a low score: a call, its outcome, and a second score beside the first', async () => {
  const { tasks, surveys, responses } = house.services;
  const staff = await buildStaff(house);
  const response = await rate(1);
  const [task] = await tasksOf(response.id);
  await database.db.client.task.update({ where: { id: task!.id }, data: { checklist: [] } });
  await tasks.complete(task!.id, { staffId: staff.id, outcome: 'solved', note: 'called', byCause: true });
  const [again] = await database.db.client.invitation.findMany({ where: { followsId: response.id } });
  expect(again).toMatchObject({ state: 'planned', cause: `again:${response.id}`, rated: staff.id, taskId: task!.id });
  await database.db.client.invitation.update({
    where: { id: again!.id },
    data: { sentAt: house.clock.now(), state: 'delivered' },
  });
  await responses.keep({ invitationId: again!.id, answers: { score: 4 } });
  expect((await surveys.results(response.surveyId)).second).toMatchObject([
    { responseId: response.id, first: 1, second: 4, outcome: 'solved' },
  ]);
});

describe('surveys', () => {
  const input = (more: Partial<SurveyInput> = {}) =>
    ({
      title: { zh: '试用', en: 'Trial' },
      metric: 'none',
      definition: { elements: [{ type: 'comment', name: 'why', title: { default: 'Why?', 'zh-cn': '为什么？' } }] },
      ...more,
    }) as SurveyInput;
  const save = async (more: Partial<SurveyInput> = {}, id?: string) => {
    const { surveyInputSchema } = await import('#crm/surveys/survey.ts');
    return house.services.surveys.save(surveyInputSchema.parse(input(more)), (await buildStaff(house)).id, id);
  };

  test('another definition is a new version, started and stopped at will', async () => {
    const { surveys } = house.services;
    const staff = await buildStaff(house);
    const made = await save();
    expect(made).toMatchObject({ active: false, version: 1 });
    const definition = { elements: [{ type: 'comment', name: 'why', title: 'Why?' }] };
    expect(await save({ definition }, made.id)).toMatchObject({ version: 2 });
    expect(await save({ definition }, made.id)).toMatchObject({ version: 2 });
    expect((await surveys.versions(made.id)).map(({ version }) => version)).toEqual([2, 1]);
    // It is not said in Chinese any more: kept, and not started.
    await expect(surveys.start(made.id, staff.id)).rejects.toMatchObject({
      fields: [{ path: 'definition.elements[0].title' }],
    });
    await save({}, made.id);
    expect(await surveys.start(made.id, staff.id)).toMatchObject({ active: true, version: 3 });
    await expect(save({ definition }, made.id)).rejects.toMatchObject({ status: 422 });
    expect(await surveys.stop(made.id, staff.id)).toMatchObject({ active: false });
    await surveys.remove(made.id, staff.id);
    await expect(surveys.get(made.id)).rejects.toMatchObject({ status: 404 });
  });

  test('one that came with the house, or was answered, is not removed, nor is its metric changed', async () => {
    const { surveyId } = await rate(5);
    const staff = await buildStaff(house);
    await expect(house.services.surveys.remove(surveyId, staff.id)).rejects.toMatchObject({ code: 'surveyUsed' });
    await expect(save({}, surveyId)).rejects.toMatchObject({ code: 'surveyAnswered' });
  });

  test.each(['<script>alert(1)</script>', 'x onerror=alert(1)'])('a title is words alone: %s', async (zh) => {
    await expect(save({ title: { zh, en: 'Trial' } })).rejects.toMatchObject({
      issues: [{ path: ['title', 'zh'], message: expect.stringContaining('no script') }],
    });
  });

  test('an anonymous one asks nobody one by one', async () => {
    const asking = { trigger: 'afterPurchase' } as SurveyInput['asking'];
    await expect(save({ anonymous: true, asking })).rejects.toMatchObject({ fields: [{ path: 'anonymous' }] });
  });
});
