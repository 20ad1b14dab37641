import { beforeEach, describe, expect, test } from 'vitest';
import { outcomes, taskTypes } from '#crm/tasks/task.ts';
import { standardTypes } from '#crm/tasks/types/standardTypes.ts';
import { keptTypeSchema, typeRuleSchema } from '#crm/tasks/types/typeRule.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, dismissEverybody, type House } from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;

beforeEach(async () => {
  house = buildHouse(database.db);
  await dismissEverybody(house);
  await database.db.client.task.deleteMany();
  await database.db.client.setting.deleteMany({ where: { key: 'taskTypes' } });
  staffId = (await buildStaff(house)).id;
});

const raise = (type: string) => house.services.tasks.raise({ type, title: '一件事', priority: 'normal' });
const repair = keptTypeSchema.parse({ ...standardTypes.repair, name: null, active: true });

test('every standard type is whole: its steps are in both languages, it has a way out', () => {
  for (const type of taskTypes) {
    expect(typeRuleSchema.safeParse(standardTypes[type]).error).toBeUndefined();
    expect(standardTypes[type].outcomes.map(({ outcome }) => outcome)).toContain('other');
  }
  expect(new Set(Object.values(standardTypes).flatMap((type) => type.outcomes.map(({ outcome }) => outcome)))).toEqual(
    new Set(outcomes),
  );
});

describe('a checklist', () => {
  test('comes with the type; the task ends well only when the required steps are ticked', async () => {
    const { tasks } = house.services;
    const { id } = await raise('repair');
    const { checklist, steps } = await tasks.get(id);
    expect(steps).toEqual({ done: 0, total: 4 });
    await expect(tasks.complete(id, { staffId, outcome: 'repaired' })).rejects.toMatchObject({ code: 'stepsMissing' });
    for (const step of checklist) await tasks.tick(id, step.id, { staffId, done: true });
    await tasks.tick(id, checklist[1]!.id, { staffId, done: false });
    await expect(tasks.complete(id, { staffId, outcome: 'repaired' })).rejects.toThrow('确认收到寄修产品');
    await tasks.tick(id, checklist[1]!.id, { staffId, done: true });
    const done = await tasks.complete(id, { staffId, outcome: 'repaired' });
    expect(done.checklist[3]).toMatchObject({ doneById: staffId, doneAt: house.clock.now().toISOString() });
    expect(done.events.map(({ kind }) => kind)).toEqual([
      'raised',
      ...Array(4).fill('stepDone'),
      'stepUndone',
      'stepDone',
      'done',
    ]);
    await expect(tasks.tick(id, checklist[0]!.id, { staffId, done: false })).rejects.toMatchObject({
      code: 'taskNotOpen',
    });
  });

  test('is no obstacle where the customer wants none of it, nor where the cause is settled', async () => {
    const { tasks } = house.services;
    expect((await tasks.complete((await raise('gift')).id, { staffId, outcome: 'declined' })).state).toBe('done');
    const settled = await tasks.complete((await raise('gift')).id, { staffId, outcome: 'solved', byCause: true });
    expect(settled.outcome).toBe('solved');
  });

  test('takes steps of one’s own, but not on a colleague’s task', async () => {
    const { tasks } = house.services;
    const { id } = await raise('custom');
    await tasks.claim(id, staffId);
    const { checklist } = await tasks.addStep(id, { staffId, text: '问仓库' });
    expect(checklist).toMatchObject([{ text: { zh: '问仓库', en: '问仓库' }, required: false, doneAt: null }]);
    const other = await buildStaff(house);
    await expect(tasks.addStep(id, { staffId: other.id, text: 'x' })).rejects.toMatchObject({ code: 'taskTaken' });
    await expect(tasks.tick(id, 'nothing', { staffId, done: true })).rejects.toMatchObject({ status: 404 });
  });
});

test('a task ends with an outcome of its type, and with a note where that asks for one', async () => {
  const { tasks } = house.services;
  const { id } = await raise('knowledgeGap');
  await expect(tasks.complete(id, { staffId, outcome: 'refunded' })).rejects.toMatchObject({
    fields: [{ path: 'outcome' }],
  });
  await expect(tasks.complete(id, { staffId, outcome: 'other', note: ' ' })).rejects.toMatchObject({
    fields: [{ path: 'note' }],
  });
  expect((await tasks.complete(id, { staffId, outcome: 'other', note: '改由产品部回答' })).state).toBe('done');
});

describe('what a shop makes of the types', () => {
  test('holds for tasks raised from then on, and can be taken back', async () => {
    const { tasks, taskTypes: types } = house.services;
    const before = await raise('repair');
    const [first] = repair.checklist;
    await types.change('repair', { ...repair, checklist: [first!], outcomes: repair.outcomes.slice(0, 1) }, staffId);
    const after = await raise('repair');
    expect((await tasks.get(before.id)).steps.total).toBe(4);
    expect(await tasks.get(after.id)).toMatchObject({ steps: { total: 1 }, outcomes: [{ outcome: 'repaired' }] });
    expect((await types.list()).find(({ key }) => key === 'repair')).toMatchObject({ changed: true, standard: true });
    await types.reset('repair', staffId);
    expect((await types.rule('repair')).checklist).toHaveLength(4);
  });

  test('adds types of its own, which stay while tasks have them', async () => {
    const { tasks, taskTypes: types } = house.services;
    const name = { zh: '门店预约', en: 'Shop visit' };
    const { key } = await types.create({ ...repair, name }, staffId);
    const { id } = await tasks.create({ type: key, title: '约周六到店', priority: 'low' }, staffId);
    expect(await tasks.get(id)).toMatchObject({ typeName: name, steps: { total: 4 } });
    await expect(types.reset(key, staffId)).rejects.toMatchObject({ code: 'taskTypeUsed' });
    await types.change(key, { ...repair, name: null, active: false }, staffId);
    expect((await types.list()).at(-1)).toMatchObject({ key, name, active: false });
    await expect(tasks.create({ type: key, title: 'x', priority: 'low' }, staffId)).rejects.toMatchObject({
      fields: [{ path: 'type' }],
    });
    await expect(types.change('own-nothing', { ...repair }, staffId)).rejects.toMatchObject({ status: 404 });
  });

  test('two managers who change two types at once both keep theirs', async () => {
    const { taskTypes: types } = house.services;
    const other = buildHouse(database.db).services.taskTypes;
    const short = { ...repair, checklist: [] };
    await Promise.all([types.change('repair', short, staffId), other.change('gift', short, staffId)]);
    const changed = (await types.list()).filter((type) => type.changed).map(({ key }) => key);
    expect(changed.sort()).toEqual(['gift', 'repair']);
  });
});

test('a colleague raises a task: its links say of each other what they know, and must be one customer’s', async () => {
  const { tasks } = house.services;
  const [customer, stranger] = [await buildCustomer(house), await buildCustomer(house)];
  const conversation = await buildConversation(house, { customerId: customer.id });
  const task = { type: 'care', title: '问候', priority: 'low' as const };
  const made = await tasks.create({ ...task, conversationId: conversation.id }, staffId);
  expect(made).toMatchObject({ customer: { id: customer.id }, events: [{ kind: 'raised', staff: { id: staffId } }] });
  const refusals: [object, string][] = [
    [{ conversationId: conversation.id, customerId: stranger.id }, 'conversationId'],
    [{ customerId: staffId }, 'customerId'],
    [{ ownerId: customer.id }, 'ownerId'],
    [{ teamKey: 'nobody' }, 'teamKey'],
    [{ dueAt: house.clock.now() }, 'dueAt'],
  ];
  for (const [links, path] of refusals) {
    await expect(tasks.create({ ...task, ...links }, staffId)).rejects.toMatchObject({ fields: [{ path }] });
  }
});
