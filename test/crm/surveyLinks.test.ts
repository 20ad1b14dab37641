import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { askingSchema } from '#crm/surveys/asking.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, type House } from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;

beforeAll(async () => {
  house = buildHouse(database.db);
  staffId = (await buildStaff(house)).id;
});

const both = (text: string) => ({ default: text, 'zh-cn': `${text}。` });
const definition = {
  elements: [
    { type: 'rating', name: 'score', isRequired: true, title: both('How?') },
    { type: 'comment', name: 'comment', title: both('Why?'), visibleIf: '{score} < 4' },
  ],
};

async function survey(anonymous = false) {
  const { surveys } = house.services;
  const input = { title: { zh: '问', en: 'Ask' }, metric: 'csat', touchpoint: null, anonymous, definition } as const;
  const { id } = await surveys.save({ ...input, asking: askingSchema.parse({}) }, staffId);
  return surveys.start(id, staffId);
}

async function invited() {
  const { id: customerId } = await buildCustomer(house);
  const { id: conversationId } = await buildConversation(house, { customerId });
  const asked = { cause: `conversation:${conversationId}`, customerId, conversationId, rated: 'bot' };
  const { id, surveyId } = await house.services.invitations.invite({ survey: await survey(), ...asked });
  return { id, surveyId, customerId, token: await house.services.surveyLinks.tokenOf(id) };
}

const say = (token: string, answers: object, more: object = {}) =>
  house.services.surveyLinks.answer(token, {
    id: randomUUID(),
    answers: answers as Record<string, unknown>,
    language: 'zh',
    change: false,
    ...more,
  });
const count = (surveyId: string) => database.db.client.response.count({ where: { surveyId } });

describe('a link of an invitation', () => {
  test('is answered once, looked at as often as one likes, and may be changed for a while', async () => {
    const { surveyLinks, invitations } = house.services;
    const { id, token, surveyId } = await invited();
    for (let i = 0; i < 2; i++) expect(await surveyLinks.look(token)).toMatchObject({ state: 'open', known: true });
    expect(await invitations.get(id)).toMatchObject({ state: 'delivered', openedAt: null });
    await surveyLinks.opened(token);
    expect(await invitations.get(id)).toMatchObject({ state: 'opened', openedAt: house.clock.now() });
    expect(await say(token, { score: 2, comment: ' slow ', junk: 1 })).toEqual({ followUp: true });
    expect(await surveyLinks.look(token)).toMatchObject({ state: 'answered', answers: { score: 2, comment: 'slow' } });
    // Sent twice it is the same answer; another one is not taken unless it is meant.
    expect(await say(token, { score: 2, comment: 'slow' })).toEqual({ followUp: true });
    await expect(say(token, { score: 5 })).rejects.toMatchObject({ code: 'linkUsed' });
    expect(await say(token, { score: 5, comment: 'hidden by now' }, { change: true })).toEqual({ followUp: false });
    expect(await count(surveyId)).toBe(1);
    house.clock.add({ days: 2 });
    expect((await surveyLinks.look(token)).state).toBe('used');
    await expect(say(token, { score: 1 }, { change: true })).rejects.toMatchObject({ code: 'answerFixed' });
    const [task] = await database.db.client.task.findMany({ where: { response: { surveyId } } });
    expect(task).toMatchObject({ type: 'surveyFollowUp', title: '2/5', detail: 'slow' });
  });

  test('answers at once count once', async () => {
    const { token, surveyId } = await invited();
    const all = await Promise.allSettled([1, 2, 3].map((score) => say(token, { score: score + 2 })));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of all) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'linkUsed' });
    expect(await count(surveyId)).toBe(1);
    expect(await database.db.client.responseChange.count({ where: { response: { surveyId } } })).toBe(0);
  });

  test.each(['', 'x', 'A'.repeat(46), '../../etc/passwd', '%00'])('guessed (%j) is not there', async (token) => {
    await expect(house.services.surveyLinks.look(token)).rejects.toMatchObject({ status: 404 });
    await expect(say(token, { score: 5 })).rejects.toMatchObject({ status: 404 });
  });

  test('that is one bit off is not there', async () => {
    const { token } = await invited();
    const bent = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    await expect(house.services.surveyLinks.look(bent)).rejects.toMatchObject({ status: 404 });
  });

  test('is told what is missing, and that the survey is closed; nothing is stored', async () => {
    const { token, surveyId } = await invited();
    await expect(say(token, { comment: 'x' })).rejects.toMatchObject({ fields: [{ path: 'answers.score' }] });
    await expect(say(token, { score: 9 })).rejects.toMatchObject({ fields: [{ path: 'answers.score' }] });
    await house.services.surveys.stop(surveyId, staffId);
    expect((await house.services.surveyLinks.look(token)).state).toBe('closed');
    await expect(say(token, { score: 5 })).rejects.toMatchObject({ code: 'surveyClosed' });
    // What is missing in it is of no interest any more.
    await expect(say(token, {})).rejects.toMatchObject({ code: 'surveyClosed' });
    expect(await count(surveyId)).toBe(0);
  });

  test('can be refused', async () => {
    const { token, id } = await invited();
    await house.services.surveyLinks.refuse(token);
    expect(await house.services.invitations.get(id)).toMatchObject({ state: 'dismissed' });
  });
});

describe('a link that hangs somewhere', () => {
  const make = async (more: object, anonymous = false) => {
    const { id } = await survey(anonymous);
    const input = { name: 'poster', single: false, expiresAt: null, ...more };
    return house.services.surveyLinks.make(id, input, staffId);
  };

  test('counts each answer once, however often a page sends it', async () => {
    const { token, surveyId } = await make({});
    const id = randomUUID();
    await Promise.all([say(token, { score: 5 }, { id }), say(token, { score: 5 }, { id })]);
    await say(token, { score: 1, comment: 'no' });
    expect(await count(surveyId)).toBe(2);
    expect(await house.services.surveyLinks.list(surveyId)).toMatchObject([{ answers: 2, usedAt: null }]);
  });

  test('for one answer takes one, also of two at once', async () => {
    const { token, surveyId } = await make({ single: true });
    const both = await Promise.allSettled([say(token, { score: 5 }), say(token, { score: 4 })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(say(token, { score: 3 })).rejects.toMatchObject({ code: 'linkUsed' });
    expect((await house.services.surveyLinks.look(token)).state).toBe('used');
    expect(await count(surveyId)).toBe(1);
  });

  test('ends by its time, or when it is closed', async () => {
    const { surveyLinks } = house.services;
    const ends = new Date(house.clock.now().getTime() + 3_600_000);
    const [one, other] = [await make({ expiresAt: ends }), await make({})];
    await surveyLinks.close(other.surveyId, other.id, staffId);
    await expect(say(other.token, { score: 5 })).rejects.toMatchObject({ code: 'surveyClosed' });
    house.clock.add({ hours: 2 });
    await expect(say(one.token, { score: 5 })).rejects.toMatchObject({ code: 'linkExpired' });
    await expect(make({ expiresAt: ends })).rejects.toMatchObject({ fields: [{ path: 'expiresAt' }] });
  });

  /** Every row of every table, as text. */
  async function everything(): Promise<Map<string, Set<string>>> {
    const { client } = database.db;
    const tables = await client.$queryRaw<{ name: string }[]>`
      SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND NOT c.relispartition
       UNION ALL SELECT c.oid::regclass::text FROM pg_class c WHERE c.relkind = 'p'`;
    const found = new Map<string, Set<string>>();
    for (const { name } of tables) {
      const rows = await client.$queryRawUnsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
      found.set(name, new Set(rows.map(({ row }) => row)));
    }
    return found;
  }

  test('to an anonymous survey leaves no trace of who and when in any table', async () => {
    const { token, surveyId } = await make({}, true);
    await house.services.surveys.form(surveyId, 1, 'zh');
    const before = await everything();
    house.clock.add({ minutes: 83 });
    for (const score of [1, 5, 3, 4, 2, 5, 1, 4]) {
      await house.services.surveyLinks.opened(token);
      await say(token, { score, comment: `secret ${score}` });
      house.clock.add({ minutes: 7 });
    }
    const after = await everything();
    const news = [...after].flatMap(([table, rows]) =>
      [...rows].filter((row) => !before.get(table)?.has(row)).map((row) => ({ table, row: JSON.parse(row) })),
    );
    expect([...new Set(news.map(({ table }) => table))].sort()).toEqual(['"Response"', '"SurveyTouch"']);
    for (const { table, row } of news) {
      // Ids are chance alone, times the beginning of the day in Shanghai, and nothing leads anywhere but to the survey.
      expect(row.id[14], table).toBe('4');
      const { id: _id, ...rest } = row;
      const told = JSON.stringify(rest);
      expect(told.match(/\d{4}-\d\d-\d\dT[\d:.]+/g)!.every((time) => time.endsWith('T16:00:00'))).toBe(true);
      expect(told.match(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g)).toEqual([surveyId]);
    }
    await expect(make({ single: true }, true)).rejects.toMatchObject({ code: 'surveyAnonymous' });
  });

  test('and neither the place of a row nor who wrote it tells which came first, also not on the same day', async () => {
    const { client } = database.db;
    const { token, surveyId } = await make({}, true);
    const ids = Array.from({ length: 12 }, () => randomUUID());
    const asStored = () => client.$queryRaw<{ id: string; by: string; language: string | null }[]>`
      SELECT id::text, xmin::text AS by, language FROM "Response" WHERE "surveyId" = ${surveyId}::uuid ORDER BY ctid`;
    const mixed = async (so: string[]) => {
      const rows = await asStored();
      expect(rows.map(({ id }) => id)).toEqual([...so].sort());
      expect(new Set(rows.map(({ by }) => by)).size).toBe(1);
      expect(rows.every(({ language }) => language === null)).toBe(true);
    };
    for (const [i, id] of ids.entries()) {
      await say(token, { score: 4 }, { id });
      await mixed(ids.slice(0, i + 1));
    }
    await house.services.responses.mixAnonymous();
    await house.services.responses.mixAnonymous();
    await mixed(ids);
    // What a page sends again still counts once; answers at once wait for nobody, and none is lost.
    await say(token, { score: 4 }, { id: ids[0] });
    await Promise.all(Array.from({ length: 8 }, () => say(token, { score: 2 })));
    expect(await count(surveyId)).toBe(20);
  });

  test('who was asked by name is not asked anonymously by the same link', async () => {
    const { surveys } = house.services;
    const input = { title: { zh: '问', en: 'Ask' }, metric: 'csat', touchpoint: null, definition } as const;
    const anonymous = { ...input, anonymous: true, asking: askingSchema.parse({}) };
    const { surveyId } = await make({ single: true });
    await expect(surveys.save(anonymous, staffId, surveyId)).rejects.toMatchObject({ code: 'surveyAsked' });
    const asked = await invited();
    await expect(surveys.save(anonymous, staffId, asked.surveyId)).rejects.toMatchObject({ code: 'surveyAsked' });
    const poster = await make({});
    expect(await surveys.save(anonymous, staffId, poster.surveyId)).toMatchObject({ anonymous: true });
  });
});
