import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { buildConversation, buildCustomer, buildHouse, type House } from './support.ts';

const database = testDatabase();
let house: House;
let customerId: string;
let conversationId: string;

beforeAll(() => {
  house = buildHouse(database.db);
});
beforeEach(async () => {
  customerId = (await buildCustomer(house)).id;
  conversationId = (await buildConversation(house, { customerId })).id;
});

const invite = () => house.services.surveys.invite({ conversationId, customerId, rated: 'bot' });
const tasksOf = (responseId: string) => database.db.client.task.findMany({ where: { responseId } });

describe('asking', () => {
  test('once per conversation, also if two turns try at once', async () => {
    const { surveys } = house.services;
    expect(await surveys.mayAsk(conversationId)).toBe(true);
    const invitations = await Promise.all([invite(), invite(), invite()]);
    expect(new Set(invitations.map(({ id }) => id)).size).toBe(1);
    expect(await surveys.mayAsk(conversationId)).toBe(false);
  });

  test('again in another conversation after an answer, never after a refusal', async () => {
    const { surveys } = house.services;
    const next = await buildConversation(house, { customerId });
    const invitation = await invite();
    expect(await surveys.mayAsk(next.id)).toBe(true);
    await surveys.dismiss(invitation.id);
    expect(await surveys.mayAsk(next.id)).toBe(false);
    const other = await buildConversation(house, { customerId: (await buildCustomer(house)).id });
    expect(await surveys.mayAsk(other.id)).toBe(true);
  });

  test('not in a conversation that does not exist', async () => {
    expect(await house.services.surveys.mayAsk('01890000-0000-7000-8000-000000000000')).toBe(false);
  });

  test('a refusal after the answer changes nothing', async () => {
    const { surveys } = house.services;
    const invitation = await invite();
    await surveys.answer({ invitationId: invitation.id, score: 5 });
    await surveys.dismiss(invitation.id);
    expect(await database.db.client.invitation.findUnique({ where: { id: invitation.id } })).toMatchObject({
      state: 'answered',
    });
  });
});

describe('answers', () => {
  test.each([
    [1, 'high'],
    [2, 'normal'],
  ] as const)('%i of 5 raises a task of priority %s, once', async (score, priority) => {
    const { surveys } = house.services;
    const invitation = await invite();
    const response = await surveys.answer({ invitationId: invitation.id, score });
    await surveys.answer({ invitationId: invitation.id, score });
    expect(await tasksOf(response.id)).toMatchObject([
      { type: 'surveyFollowUp', priority, customerId, conversationId, title: `${score}/5` },
    ]);
  });

  test.each([3, 4, 5])('%i of 5 raises none', async (score) => {
    const response = await house.services.surveys.answer({ invitationId: (await invite()).id, score });
    expect(response).toMatchObject({ score, customerId, conversationId });
    expect(await tasksOf(response.id)).toEqual([]);
  });

  test('a second thought changes the score of the one response', async () => {
    const { surveys } = house.services;
    const invitation = await invite();
    const first = await surveys.answer({ invitationId: invitation.id, score: 4 });
    const second = await surveys.answer({ invitationId: invitation.id, score: 2 });
    expect(second).toMatchObject({ id: first.id, score: 2 });
    expect(await tasksOf(first.id)).toHaveLength(1);
  });

  test('two answers at once are one response and one task', async () => {
    const invitation = await invite();
    const answers = await Promise.all(
      [1, 1, 1].map((score) => house.services.surveys.answer({ invitationId: invitation.id, score })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await tasksOf(answers[0]!.id)).toHaveLength(1);
  });

  test('a comment is kept with the answer and reaches whoever follows up', async () => {
    const { surveys } = house.services;
    const response = await surveys.answer({ invitationId: (await invite()).id, score: 1 });
    expect(await surveys.comment(response.id, '等了两天没人回')).toMatchObject({ comment: '等了两天没人回' });
    expect((await surveys.answer({ invitationId: response.invitationId!, score: 2 })).answers).toEqual({
      score: 2,
      comment: '等了两天没人回',
    });
    const [task] = await tasksOf(response.id);
    expect((await house.services.tasks.get(task!.id)).events.at(-1)).toMatchObject({
      kind: 'commented',
      note: '等了两天没人回',
      staff: null,
    });
  });

  test.each([0, 6, 2.5, Number.NaN])('%s is no score', async (score) => {
    await expect(house.services.surveys.answer({ invitationId: (await invite()).id, score })).rejects.toMatchObject({
      fields: [{ path: 'score' }],
    });
  });

  test('an unknown invitation or response is not found', async () => {
    const unknown = '01890000-0000-7000-8000-000000000000';
    await expect(house.services.surveys.answer({ invitationId: unknown, score: 3 })).rejects.toMatchObject({
      status: 404,
    });
    await expect(house.services.surveys.comment(unknown, 'x')).rejects.toMatchObject({ status: 404 });
  });
});

test('results count invitations and answers', async () => {
  const { surveys } = house.services;
  house.clock.add({ days: 400 });
  const from = house.clock.now();
  for (const score of [5, 5, 1, null, undefined]) {
    const customer = await buildCustomer(house);
    const conversation = await buildConversation(house, { customerId: customer.id });
    const invitation = await surveys.invite({ conversationId: conversation.id, customerId: customer.id, rated: 'bot' });
    if (score === null) await surveys.dismiss(invitation.id);
    else if (score) await surveys.answer({ invitationId: invitation.id, score });
  }
  const [survey] = (await surveys.list()).items;
  expect(survey).toMatchObject({ key: 'satisfaction', metric: 'csat' });
  expect(await surveys.results(survey!.id, { from })).toMatchObject({
    invited: 5,
    dismissed: 1,
    answered: 3,
    distribution: [
      { score: 1, count: 1 },
      { score: 5, count: 2 },
    ],
  });
  expect((await surveys.responses(survey!.id, { maxScore: 1, limit: 1 })).items).toMatchObject([{ score: 1 }]);
});
