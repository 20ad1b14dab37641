import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { signsIn } from '#crm/customers/merging/joinCodes.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, type House } from './support.ts';

const database = testDatabase();
let house: House;
beforeAll(() => {
  house = buildHouse(database.db);
});
const client = () => database.db.client;

/** Somebody at an account of their own. */
async function person(given: Parameters<typeof buildCustomer>[1] = {}) {
  const account = v7();
  const customer = await buildCustomer(house, given);
  await client().identity.create({ data: { customerId: customer.id, channel: 'test', externalId: account } });
  return { id: customer.id, account };
}

/** What happens when somebody writes at an account: to whom it is written is what the account says now. */
async function writesAt(
  account: string,
): Promise<{ conversationId: string; complaintId: string; preferenceId: string }> {
  const { id: customerId } = await house.services.customers.recognise({ channel: 'test', externalId: account });
  const { id: conversationId } = await buildConversation(house, { customerId, userId: account });
  const complaint = await client().complaint.create({
    data: { customerId, conversationId, language: 'zh', whatHappened: '漏水' },
  });
  const preference = await client().preference.create({
    data: { customerId, conversationId, key: 'other', value: '…', quote: '…' },
  });
  return { conversationId, complaintId: complaint.id, preferenceId: preference.id };
}

async function ownerOf({ conversationId, complaintId, preferenceId }: Awaited<ReturnType<typeof writesAt>>) {
  const c = client();
  const select = { customerId: true } as const;
  return [
    await c.conversation.findUniqueOrThrow({ where: { id: conversationId }, select }),
    await c.complaint.findUniqueOrThrow({ where: { id: complaintId }, select }),
    await c.preference.findUniqueOrThrow({ where: { id: preferenceId }, select }),
  ].map(({ customerId }) => customerId);
}

const fieldsOf = async (id: string) => {
  const { name, phone, email, city, ownFields, mergedIntoId } = await client().customer.findUniqueOrThrow({
    where: { id },
  });
  return { name, phone, email, city, ownFields, mergedIntoId };
};

describe('merging and splitting', () => {
  test('shows all with one record and puts everything back, also what came since', async () => {
    const { merges, customers } = house.services;
    const { id: staffId } = await buildStaff(house);
    const one = await person({ name: '王芳', phone: null, city: '杭州' });
    const other = await person({ name: 'Wang Fang', phone: '13800000001' });
    const before = [await writesAt(one.account), await writesAt(other.account)];
    const purchase = await client().purchase.create({
      data: { customerId: other.id, orderNumber: v7(), amountCents: 1, purchasedAt: house.clock.now() },
    });
    const merge = await merges.merge({ keptId: one.id, mergedId: other.id, proof: 'staff', staffId });
    const since = [await writesAt(one.account), await writesAt(other.account)];
    for (const row of [...before, ...since]) expect(await ownerOf(row)).toEqual([one.id, one.id, one.id]);
    expect(await fieldsOf(one.id)).toMatchObject({ name: '王芳', phone: '13800000001', city: '杭州' });
    expect((await customers.page(one.id)).counts).toMatchObject({ conversations: 4, complaints: 4, purchases: 1 });
    expect(await merges.behind(one.id)).toMatchObject([{ id: merge.id, merged: { id: other.id, name: 'Wang Fang' } }]);
    expect((await customers.search({ query: 'Wang Fang' })).items).toEqual([]);
    await expect(merges.merge({ keptId: other.id, mergedId: one.id, proof: 'staff' })).rejects.toMatchObject({
      code: 'alreadyOne',
    });

    await merges.split(merge.id, staffId);
    for (const row of [before[0]!, since[0]!]) expect(await ownerOf(row)).toEqual([one.id, one.id, one.id]);
    for (const row of [before[1]!, since[1]!]) expect(await ownerOf(row)).toEqual([other.id, other.id, other.id]);
    expect(await client().purchase.findUnique({ where: { id: purchase.id } })).toMatchObject({ customerId: other.id });
    expect(await fieldsOf(one.id)).toMatchObject({ name: '王芳', phone: null, ownFields: null });
    expect(await client().movedRecord.count({ where: { homeId: { in: [one.id, other.id] } } })).toBe(0);
    await expect(merges.split(merge.id, staffId)).rejects.toMatchObject({ code: 'alreadySplit' });
  });

  test('fields are chosen one by one; what was corrected since stays', async () => {
    const { merges, customers } = house.services;
    const one = await person({ name: '甲', email: 'one@example.com', city: '杭州' });
    const other = await person({ name: '乙', email: 'other@example.com', city: '上海' });
    const merge = await merges.merge({ keptId: one.id, mergedId: other.id, fields: ['email', 'city'], proof: 'staff' });
    expect(await fieldsOf(one.id)).toMatchObject({ name: '甲', email: 'other@example.com', city: '上海' });
    await customers.update(one.id, { city: '北京' });
    await merges.split(merge.id, null);
    expect(await fieldsOf(one.id)).toMatchObject({ name: '甲', email: 'one@example.com', city: '北京' });
    expect(await fieldsOf(other.id)).toMatchObject({ name: '乙', email: 'other@example.com', city: '上海' });
  });

  test('in any order, with people who write in between, the records are at last as they were', async () => {
    const { merges } = house.services;
    const step = fc.oneof(
      fc.record({ do: fc.constant('merge' as const), one: fc.nat(3), other: fc.nat(3), email: fc.boolean() }),
      fc.record({ do: fc.constant('split' as const), which: fc.nat(9) }),
      fc.record({ do: fc.constant('write' as const), who: fc.nat(3) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        const people = await Promise.all(
          [0, 1, 2, 3].map((i) => person({ name: `人${i}`, email: i % 2 ? `p${i}@example.com` : null, phone: null })),
        );
        const at = await Promise.all(people.map(({ id }) => fieldsOf(id)));
        const wrote: { who: number; row: Awaited<ReturnType<typeof writesAt>> }[] = [];
        const open: string[] = [];
        for (const action of steps) {
          if (action.do === 'write') {
            wrote.push({ who: action.who, row: await writesAt(people[action.who]!.account) });
          } else if (action.do === 'merge') {
            const ids = { keptId: people[action.one]!.id, mergedId: people[action.other]!.id };
            const merged = await merges
              .merge({ ...ids, proof: 'staff', ...(action.email && { fields: ['email', 'name'] }) })
              .catch(() => null);
            if (merged) open.push(merged.id);
          } else if (open.length > 0) {
            await merges.split(open.splice(action.which % open.length, 1)[0]!, null);
          }
          await expectShown(people, wrote);
        }
        while (open.length > 0) await merges.split(open.shift()!, null);
        for (const { who, row } of wrote) expect(new Set(await ownerOf(row))).toEqual(new Set([people[who]!.id]));
        expect(await Promise.all(people.map(({ id }) => fieldsOf(id)))).toEqual(at);
        expect(await client().movedRecord.count({ where: { homeId: { in: people.map(({ id }) => id) } } })).toBe(0);
      }),
      { numRuns: 8 },
    );
  });

  /** At any time, whatever somebody wrote is shown with the record that is shown for them. */
  async function expectShown(
    people: { id: string; account: string }[],
    wrote: { who: number; row: Awaited<ReturnType<typeof writesAt>> }[],
  ) {
    for (const { who, row } of wrote) {
      const shown = await house.services.customers.recognise({ channel: 'test', externalId: people[who]!.account });
      expect(shown.mergedIntoId).toBeNull();
      expect(new Set(await ownerOf(row))).toEqual(new Set([shown.id]));
    }
  }

  test('what a turn wrote that had begun before the merge is found too', async () => {
    const [one, other] = [await person(), await person()];
    const merge = await house.services.merges.merge({ keptId: one.id, mergedId: other.id, proof: 'staff' });
    const late = await client().preference.create({
      data: { customerId: other.id, key: 'other', value: '…', quote: '…' },
    });
    await house.services.merges.gather();
    await house.services.merges.gather();
    expect(await client().preference.findUnique({ where: { id: late.id } })).toMatchObject({ customerId: one.id });
    await house.services.merges.split(merge.id, null);
    expect(await client().preference.findUnique({ where: { id: late.id } })).toMatchObject({ customerId: other.id });
  });

  test('who leaves, leaves with all their records', async () => {
    const [one, other] = [await person({ name: '留' }), await person({ name: '走' })];
    await house.services.merges.merge({ keptId: one.id, mergedId: other.id, proof: 'staff' });
    await house.services.privacy.erase(other.id, { source: 'staff' });
    for (const { id } of [one, other]) expect(await fieldsOf(id)).toMatchObject({ name: null, ownFields: null });
  });
});

describe('likely doubles', () => {
  test('are suggested with the reason, until somebody says that they are two people', async () => {
    const { doubles } = house.services;
    const one = await person({ phone: '+86 139-0000-0002', email: 'same@example.com' });
    const other = await person({ phone: '13900000002', email: 'Same@example.com' });
    const third = await person({ phone: '13900000003' });
    await client().complaint.create({
      data: { customerId: one.id, language: 'zh', whatHappened: '…', contact: '打 13900000003' },
    });
    const found = await doubles.suggest({ customerId: one.id });
    expect(found.map(({ one, other, reasons }) => [one.id, other.id, reasons])).toEqual([
      [one.id, other.id, ['email', 'phone']],
      [one.id, third.id, ['contactOfComplaint']],
    ]);
    await doubles.setApart(other.id, one.id, null);
    expect((await doubles.suggest({ customerId: one.id })).map(({ other }) => other.id)).toEqual([third.id]);
  });

  test('a phone that many have tells nothing', async () => {
    const many = await Promise.all([1, 2, 3, 4, 5, 6].map(() => person({ phone: '4008001234' })));
    expect(await house.services.doubles.suggest({ customerId: many[0]!.id })).toEqual([]);
  });
});

describe('a code shown at one account and written at the other', () => {
  test('joins the two, once, within a quarter of an hour', async () => {
    const { joinCodes } = house.services;
    const [one, other, stranger] = [await person(), await person(), await person()];
    const { conversationId } = await writesAt(one.account);
    const code = await joinCodes.make(one.id, conversationId);
    expect(await joinCodes.redeem(code.toLowerCase().replace('-', ' '), other.id)).toBe('joined');
    expect(await joinCodes.redeem(code, stranger.id)).toBe('unknown');
    expect(await fieldsOf(other.id)).toMatchObject({ mergedIntoId: one.id });
    const late = await joinCodes.make(one.id, conversationId);
    house.clock.add({ minutes: 16 });
    expect(await joinCodes.redeem(late, stranger.id)).toBe('unknown');
  });

  test('proves at another account of the same person only', async () => {
    const { joinCodes, merges } = house.services;
    const [one, other] = [await person(), await person()];
    const [here, there] = [await writesAt(one.account), await writesAt(other.account)];
    await merges.merge({ keptId: one.id, mergedId: other.id, proof: 'staff' });
    const mine = () => joinCodes.make(one.id, there.conversationId);
    expect(await joinCodes.proves(await mine(), one.id, there.conversationId)).toBe(false);
    expect(await joinCodes.proves(await mine(), one.id, here.conversationId)).toBe(true);
    expect(await joinCodes.proves(await mine(), (await person()).id, here.conversationId)).toBe(false);
  });

  test.each([
    ['K7QM-3WPD', 'K7QM3WPD'],
    [' k7qm 3wpd。', 'K7QM3WPD'],
    ['WATERPAD', null],
    ['C-12', null],
    ['K7QM-3WPD 是什么', null],
  ])('“%s” is the code %s', (text, signs) => expect(signsIn(text)).toBe(signs));
});
