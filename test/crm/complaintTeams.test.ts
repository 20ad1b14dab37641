import { expect, test } from 'vitest';
import { ownerRuleSchema } from '#crm/tasks/owners/ownerRule.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildCustomer, buildHouse, buildStaff, buildTeam } from './support.ts';

const database = testDatabase();

test('a complaint has the team that the rules name for its product and region, and follows its product until somebody has it in hand', async () => {
  const house = buildHouse(database.db);
  const { complaints, ownerRules } = house.services;
  const { client } = database.db;
  const [water, south] = [await buildTeam(house, 'water'), await buildTeam(house, 'south')];
  const staff = await buildStaff(house, { role: 'manager' });
  const colleague = await buildStaff(house, { teamId: water.id });
  await client.category.create({ data: { key: 'water', name: { zh: '净水', en: 'Water' } } });
  const product = await client.product.create({
    data: {
      ...{ sku: 'W1', model: 'W1', categoryKey: 'water', priceCents: 1, attributes: {} },
      ...{ name: { zh: '净水器', en: 'Purifier' }, description: { zh: '', en: '' } },
    },
  });
  const rules = [
    { id: 'water', name: '净水', types: ['complaint'], categories: ['water'], teamKey: water.key },
    { id: 'south', name: '华南', types: ['complaint'], regions: ['广州'], teamKey: south.key },
  ].map((rule) => ownerRuleSchema.parse(rule));
  await ownerRules.keep({ version: 0, rules }, staff.id);

  const complain = async (city: string, productId: string | null = null) => {
    const customer = await buildCustomer(house, { city });
    const told = { language: 'zh' as const, severity: 'normal' as const, evidence: [], whatHappened: '漏水' };
    return (await complaints.record({ ...told, customerId: customer.id, productId })).id;
  };
  const teamOf = async (id: string) => (await complaints.get(id)).team?.key ?? null;
  const [filter, nearby, elsewhere] = [
    await complain('广州', product.id),
    await complain('广州'),
    await complain('哈尔滨'),
  ];
  expect([await teamOf(filter), await teamOf(nearby)]).toEqual([water.key, south.key]);
  expect((await complaints.list({ teamId: south.id })).items.map(({ id }) => id)).toEqual([nearby]);

  await complaints.changeFacts(elsewhere, { productId: product.id }, staff.id);
  expect(await teamOf(elsewhere)).toBe(water.key);
  const task = await client.task.findFirstOrThrow({ where: { complaintId: elsewhere } });
  expect(task.ownerId).toBe(colleague.id);
  expect(house.notified.at(-1)).toMatchObject({ kind: 'taskAssigned', staffIds: [colleague.id] });

  await complaints.changeState(nearby, 'inHand', { staffId: staff.id });
  await complaints.changeFacts(nearby, { productId: product.id }, staff.id);
  expect(await teamOf(nearby)).toBe(south.key);
});
