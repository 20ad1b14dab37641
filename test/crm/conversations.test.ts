import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { buildActivity, buildConversation, buildCustomer, buildHouse, buildStaff, type House } from './support.ts';

const database = testDatabase();
let house: House;

beforeAll(() => {
  house = buildHouse(database.db);
});

describe('who speaks', () => {
  test('one of two who take over at once has it; the same person may take it twice', async () => {
    const { conversations } = house.services;
    const { id } = await buildConversation(house);
    const people = [await buildStaff(house), await buildStaff(house)];
    const results = await Promise.allSettled(people.map((person) => conversations.takeover(id, person.id)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = people[results.findIndex(({ status }) => status === 'fulfilled')]!;
    expect(await conversations.takeover(id, winner.id)).toMatchObject({ holder: 'person', staff: { id: winner.id } });
  });

  test('who has it speaks; giving back tells the dialogs', async () => {
    const { conversations } = house.services;
    const { id } = await buildConversation(house);
    const [me, colleague, manager] = [
      await buildStaff(house),
      await buildStaff(house),
      await buildStaff(house, { role: 'manager' }),
    ];
    await expect(conversations.say(id, me.id, '您好')).rejects.toMatchObject({ code: 'conversationNotTaken' });
    await conversations.takeover(id, me.id);
    await conversations.say(id, me.id, '您好，我是小周');
    expect(house.said.at(-1)).toEqual({
      conversationId: id,
      text: '您好，我是小周',
      staff: { id: me.id, name: me.name },
    });
    await expect(conversations.say(id, colleague.id, '抢话')).rejects.toMatchObject({ code: 'conversationTaken' });
    await expect(conversations.release(id, colleague.id)).rejects.toMatchObject({ code: 'conversationTaken' });
    expect(await conversations.release(id, manager.id)).toMatchObject({ holder: 'bot', staff: null });
    expect(house.sent.at(-1)).toEqual({ conversationId: id, kind: 'released', ids: { staffId: me.id } });
    await expect(conversations.release(id, me.id)).rejects.toMatchObject({ code: 'conversationNotTaken' });
  });

  test('who asks for a person waits in the queue, unless somebody is there already', async () => {
    const { conversations } = house.services;
    const { id } = await buildConversation(house);
    await conversations.queue(id);
    expect(await conversations.get(id)).toMatchObject({ holder: 'queue' });
    const { id: staffId } = await buildStaff(house);
    await conversations.takeover(id, staffId);
    await conversations.queue(id);
    expect(await conversations.get(id)).toMatchObject({ holder: 'person' });
  });

  test('unknown conversations are not found', async () => {
    const unknown = '01890000-0000-7000-8000-000000000000';
    const { id: staffId } = await buildStaff(house);
    const { conversations } = house.services;
    const attempts = [
      () => conversations.get(unknown),
      () => conversations.messages(unknown),
      () => conversations.takeover(unknown, staffId),
      () => conversations.release(unknown, staffId),
      () => conversations.say(unknown, staffId, 'x'),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ status: 404 });
  });
});

test('messages come newest first, page by page; lists show what was last said', async () => {
  const { conversations } = house.services;
  const { id: customerId } = await buildCustomer(house, { name: '阿青' });
  const { id } = await buildConversation(house, { customerId });
  for (let sequence = 1; sequence <= 5; sequence++)
    await buildActivity(house, { conversationId: id, sequence, text: `第${sequence}句` });
  await buildActivity(house, { conversationId: id, sequence: 6, type: 'event', direction: 'internal', text: null });
  const texts: (string | null)[] = [];
  let cursor: string | null = null;
  do {
    const page = await conversations.messages(id, { limit: 4, cursor });
    texts.push(...page.items.map(({ text }) => text));
    cursor = page.nextCursor;
  } while (cursor);
  expect(texts).toEqual([null, '第5句', '第4句', '第3句', '第2句', '第1句']);
  expect((await conversations.list({ customerId })).items).toMatchObject([
    { id, lastText: '第5句', customer: { name: '阿青' } },
  ]);
});

test('lists filter by holder and page by last word', async () => {
  const { conversations } = house.services;
  const { id: staffId } = await buildStaff(house);
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) {
    house.clock.add({ minutes: 1 });
    const { id } = await buildConversation(house);
    await conversations.takeover(id, staffId);
    ids.unshift(id);
  }
  const first = await conversations.list({ holder: 'person', staffId, limit: 2 });
  const second = await conversations.list({ holder: 'person', staffId, limit: 2, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  expect((await conversations.list({ holder: 'bot', staffId })).items).toEqual([]);
});
