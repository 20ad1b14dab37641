import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { holds, type OwnerRule, ownerRuleSchema, ownerRulesSchema } from '#crm/tasks/owners/ownerRule.ts';
import { ownerRules } from '#prisma/seed/ownerRules.ts';
import { testDatabase } from '#test/support/database.ts';
import {
  buildCustomer,
  buildHouse,
  buildStaff,
  buildTeam,
  dismissEverybody,
  type House,
  wednesday,
} from './support.ts';

const database = testDatabase();
let house: House;

beforeEach(async () => {
  house = buildHouse(database.db);
  await dismissEverybody(house);
  await database.db.client.task.deleteMany();
  await database.db.client.setting.deleteMany({ where: { key: 'ownerRules' } });
});

const rule = (id: string, given: Partial<OwnerRule> = {}): OwnerRule =>
  ownerRuleSchema.parse({ id, name: id, ...given });
const facts = {
  type: 'callBack',
  priority: 'normal',
  category: null,
  productId: null,
  city: null,
  tier: null,
} as const;
const keep = (rules: OwnerRule[], staffId: string, version = 0) =>
  house.services.ownerRules.keep({ version, rules }, staffId);
const raise = (given: object = {}) =>
  house.services.tasks.raise({ type: 'callBack', title: '请回电', priority: 'normal', ...given });
const busy = (ownerId: string, count: number) =>
  database.db.client.task.createMany({
    data: Array.from({ length: count }, () => ({ type: 'custom', title: 'x', dueAt: wednesday, ownerId })),
  });

describe('a rule', () => {
  test.each<[string, Partial<OwnerRule>, object, boolean]>([
    ['without conditions always holds', {}, {}, true],
    ['asks for the type', { types: ['repair', 'callBack'] }, {}, true],
    ['of another type does not hold', { types: ['repair'] }, {}, false],
    ['asks for the tier, however it is written', { tiers: ['Gold'] }, { tier: 'gold' }, true],
    ['needs a tier that is known', { tiers: ['Gold'] }, {}, false],
    ['takes a city with its districts', { regions: ['上海市'] }, { city: '上海浦东' }, true],
    ['takes a city without the word for it', { regions: ['杭州'] }, { city: '杭州市' }, true],
    ['does not take another city', { regions: ['上海'] }, { city: '北京' }, false],
    ['takes the product or its category', { categories: ['care'] }, { category: 'care', productId: 'p' }, true],
    ['needs all that it names', { types: ['callBack'], tiers: ['gold'] }, { tier: 'silver' }, false],
    ['that is switched off does not hold', { active: false }, {}, false],
  ])('%s', (_name, given, known, expected) => {
    expect(holds(rule('r', given), { ...facts, ...known })).toBe(expected);
  });

  test('is never made to hold by one condition more', () => {
    const words = fc.constantFrom('a', 'b', 'c');
    const some = fc.array(words, { maxLength: 2 });
    const conditions = fc.record({ types: some, tiers: some, regions: some, categories: some });
    const known = fc.record({ type: words, tier: words, city: words, category: words });
    fc.assert(
      fc.property(conditions, known, words, (given, about, more) => {
        const task = { ...facts, ...about };
        if (holds(rule('r', given), task)) return;
        for (const key of ['types', 'tiers', 'regions', 'categories'] as const) {
          if (given[key].length === 0) expect(holds(rule('r', { ...given, [key]: [more] }), task)).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test('the first rule that holds gives the team; in it the load decides, and who has enough gets no more', async () => {
  const [vip, service] = [await buildTeam(house, 'vip'), await buildTeam(house, 'service')];
  const [anna, ben, sam] = [
    await buildStaff(house, { teamId: vip.id }),
    await buildStaff(house, { teamId: vip.id }),
    await buildStaff(house, { teamId: service.id }),
  ];
  const manager = await buildStaff(house, { role: 'manager' });
  await busy(anna.id, 2);
  const gold = await buildCustomer(house, { tier: 'gold', city: '上海' });
  await keep(
    [
      rule('off', { active: false, pick: 'person', staffId: sam.id }),
      rule('vip', { tiers: ['gold'], regions: ['上海'], teamKey: 'vip', maxOpen: 2 }),
      rule('rest', { types: ['callBack'], teamKey: 'service' }),
    ],
    manager.id,
  );
  expect(await raise({ customerId: gold.id })).toMatchObject({ teamId: vip.id, ownerId: ben.id });
  expect(await raise()).toMatchObject({ teamId: service.id, ownerId: sam.id });
  await busy(ben.id, 1);
  house.notified.length = 0;
  expect(await raise({ customerId: gold.id })).toMatchObject({ teamId: vip.id, ownerId: null });
  expect(house.notified).toMatchObject([{ staffIds: [manager.id] }]);
  // What the task itself names goes before every rule.
  expect(await raise({ customerId: gold.id, teamKey: 'service' })).toMatchObject({ teamId: service.id });
  expect(await raise({ customerId: gold.id, ownerId: sam.id })).toMatchObject({ ownerId: sam.id });
});

test('one person gets them, until they have left; a queue is claimed from', async () => {
  const team = await buildTeam(house, 'complaints');
  const [anna, ben] = [await buildStaff(house), await buildStaff(house, { teamId: team.id })];
  await keep(
    [rule('a', { pick: 'person', staffId: anna.id }), rule('b', { pick: 'queue', teamKey: 'complaints' })],
    anna.id,
  );
  expect(await raise()).toMatchObject({ ownerId: anna.id });
  await database.db.client.staff.update({ where: { id: anna.id }, data: { active: false } });
  house.notified.length = 0;
  expect(await raise()).toMatchObject({ ownerId: null, teamId: team.id });
  expect(house.notified).toMatchObject([{ staffIds: [ben.id] }]);
});

test('the demo shop’s rules are rules', () => {
  expect(ownerRulesSchema.parse(ownerRules.rules)).toEqual(ownerRules.rules);
});

test('the preview says who would get it and why, by rules that are not kept yet, and changes nothing', async () => {
  const team = await buildTeam(house, 'technical');
  const anna = await buildStaff(house, { teamId: team.id });
  const task = { ...facts, type: 'repair' };
  const draft = [rule('r', { types: ['repair'], regions: ['北京'], teamKey: 'technical' })];
  const { ownerRules } = house.services;
  const customer = await buildCustomer(house, { city: '北京' });
  expect(await ownerRules.preview({ ...task, customerId: customer.id }, draft)).toMatchObject({
    ruleId: 'r',
    team: { key: 'technical' },
    owner: { id: anna.id },
    candidates: [{ staffId: anna.id, open: 0 }],
    told: [{ id: anna.id }],
  });
  expect(await ownerRules.preview(task, draft)).toMatchObject({ ruleId: null, owner: { id: anna.id } });
  expect(await database.db.client.task.count()).toBe(0);
  expect(await ownerRules.list()).toEqual({ version: 0, rules: [] });
});

test('rules are kept whole: not over a colleague’s change, not for a team or person that is not there', async () => {
  const { id } = await buildStaff(house);
  expect((await keep([rule('a')], id)).version).toBe(1);
  await expect(keep([rule('b')], id)).rejects.toMatchObject({ code: 'ownerRulesChanged' });
  await expect(keep([rule('a', { teamKey: 'nobody' })], id, 1)).rejects.toMatchObject({
    fields: [{ path: 'rules.0.teamKey' }],
  });
  await expect(keep([rule('a', { pick: 'person', staffId: unknownId })], id, 1)).rejects.toMatchObject({
    fields: [{ path: 'rules.0.staffId' }],
  });
  expect(ownerRuleSchema.safeParse({ id: 'a', name: 'a', pick: 'person' }).success).toBe(false);
});

const unknownId = '01890000-0000-7000-8000-000000000000';
