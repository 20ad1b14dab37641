import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { unknownVariables } from '#crm/conversations/cannedReplies.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildActivity, buildConversation, buildCustomer, buildHouse, buildStaff, type House } from './support.ts';

const database = testDatabase();
let house: House;

beforeAll(() => {
  house = buildHouse(database.db);
});
beforeEach(() => database.db.client.conversation.updateMany({ data: { holder: 'bot', staffId: null } }));

/** A customer of this tier who asked for a person just now. */
async function wait(tier: string | null = null) {
  const customer = await buildCustomer(house, { tier });
  const { id } = await buildConversation(house, { customerId: customer.id });
  await house.services.conversations.queue(id);
  house.clock.add({ minutes: 1 });
  return id;
}
const rowOf = (id: string) => database.db.client.conversation.findUniqueOrThrow({ where: { id } });

describe('the queue', () => {
  test('runs by tier, then by who waits longest; asking again loses no place', async () => {
    const { conversations } = house.services;
    const [first, second] = [await wait(), await wait()];
    const gold = await wait('gold');
    await conversations.queue(first);
    const queue = await conversations.list({ holder: 'queue' });
    expect(queue.items.map(({ id }) => id)).toEqual([gold, first, second]);
    expect(await conversations.place(second)).toMatchObject({ place: 3 });
    await conversations.takeover(gold, (await buildStaff(house)).id);
    expect(await conversations.place(second)).toMatchObject({ place: 2 });
    expect(await conversations.place(gold)).toBeNull();
  });

  test('tells how long people waited lately, once there are enough to tell', async () => {
    const { conversations } = house.services;
    await database.db.client.conversation.updateMany({ data: { acceptedAt: null } });
    const staff = await buildStaff(house);
    for (const minutes of [2, 4, 6, 8, 100]) {
      expect((await conversations.place(await wait()))?.waitMinutes).toBeUndefined();
      const id = await wait();
      house.clock.add({ minutes: minutes - 1 });
      await conversations.takeover(id, staff.id);
    }
    expect((await conversations.place(await wait()))?.waitMinutes).toBe(6);
  });
});

describe('a person', () => {
  test('who takes over silences the turn that the bot is deciding', async () => {
    const { conversations } = house.services;
    const id = await wait();
    const { id: staffId } = await buildStaff(house);
    await conversations.takeover(id, staffId);
    await conversations.takeover(id, staffId);
    expect(await rowOf(id)).toMatchObject({ takeovers: 1, holder: 'person' });
  });

  test('passes it on: the colleague has it and is told, the customer is told, the note stays inside', async () => {
    const { conversations } = house.services;
    const id = await wait();
    const [me, colleague, stranger] = [await buildStaff(house), await buildStaff(house), await buildStaff(house)];
    await conversations.takeover(id, me.id);
    const pass = { staffId: me.id, toStaffId: colleague.id, note: '客户要换新' };
    await expect(conversations.transfer(id, { ...pass, staffId: stranger.id })).rejects.toMatchObject({
      code: 'conversationTaken',
    });
    expect(await conversations.transfer(id, pass)).toMatchObject({ staff: { id: colleague.id } });
    expect(house.sent.at(-1)).toMatchObject({ kind: 'transferred', ids: { name: colleague.name } });
    expect(house.notified.at(-1)).toMatchObject({ staffIds: [colleague.id], kind: 'conversationTransferred' });
    const [note] = (await conversations.messages(id)).items;
    expect(note).toMatchObject({ type: 'whisper', direction: 'internal', text: '客户要换新' });
    await expect(conversations.say(id, me.id, 'too late')).rejects.toMatchObject({ code: 'conversationTaken' });
    const gone = await buildStaff(house, { active: false });
    await expect(conversations.transfer(id, { staffId: colleague.id, toStaffId: gone.id })).rejects.toMatchObject({
      code: 'invalidInput',
    });
    expect(await conversations.transfer(id, { staffId: colleague.id, toStaffId: null })).toMatchObject({
      holder: 'queue',
    });
    expect(await conversations.place(id)).toMatchObject({ place: 1 });
  });

  test('who does not answer for ten minutes, or has left, keeps nobody waiting; looked at twice, nothing happens twice', async () => {
    const { conversations, staff } = house.services;
    const [silent, answering, leaving, mute] = [await wait(), await wait(), await wait(), await wait()];
    const people = [await buildStaff(house), await buildStaff(house), await buildStaff(house), await buildStaff(house)];
    await buildActivity(house, { conversationId: mute, sequence: 1, text: '转人工' });
    house.clock.add({ minutes: 1 });
    for (const [index, id] of [silent, answering, leaving, mute].entries()) {
      await conversations.takeover(id, people[index]!.id);
      if (id !== mute) await buildActivity(house, { conversationId: id, sequence: 1, text: '在吗' });
    }
    await buildActivity(house, {
      conversationId: answering,
      sequence: 2,
      text: '在的',
      direction: 'outbound',
      sender: 'staff',
    });
    await buildActivity(house, {
      conversationId: leaving,
      sequence: 2,
      text: '在的',
      direction: 'outbound',
      sender: 'staff',
    });
    await staff.update(people[2]!.id, { active: false }, null);
    const before = house.sent.length;
    expect(await conversations.runUnanswered(house.clock.add({ minutes: 5 }))).toBe(1);
    const later = house.clock.add({ minutes: 6 });
    await Promise.all([conversations.runUnanswered(later), conversations.runUnanswered(later)]);
    expect(await conversations.runUnanswered(later)).toBe(0);
    expect(house.sent.slice(before).map(({ conversationId, kind }) => [conversationId, kind])).toEqual([
      [leaving, 'requeued'],
      [silent, 'requeued'],
      [mute, 'requeued'],
    ]);
    expect([await rowOf(silent), await rowOf(answering)]).toMatchObject([
      { holder: 'queue', staffId: null },
      { holder: 'person' },
    ]);
  });
});

test('canned replies: variables are known ones, a shortcut is one reply’s', async () => {
  const { cannedReplies } = house.services;
  const { id: staffId } = await buildStaff(house);
  expect(unknownVariables('{customer}，您好，{hour} {staff}')).toEqual(['hour']);
  const text = { zh: '{customer}您好', en: 'Hello {customer}' };
  await expect(cannedReplies.save({ shortcut: 'x', text: { ...text, en: '{nme}' } }, staffId)).rejects.toMatchObject({
    code: 'invalidInput',
  });
  const made = await cannedReplies.save({ shortcut: ' Hello ', text }, staffId);
  expect(made.shortcut).toBe('hello');
  await expect(cannedReplies.save({ shortcut: 'hello', text }, staffId)).rejects.toMatchObject({
    code: 'shortcutTaken',
  });
  await cannedReplies.save({ shortcut: 'hello', text: { ...text, en: 'Hi' } }, staffId, made.id);
  expect(await cannedReplies.list()).toMatchObject([{ shortcut: 'hello', text: { en: 'Hi' } }]);
  await cannedReplies.remove(made.id, staffId);
  await expect(cannedReplies.remove(made.id, staffId)).rejects.toMatchObject({ code: 'notFound' });
});
