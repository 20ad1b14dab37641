import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ChannelAccount, MessageBudget, type Purpose } from '#crm/conversations/messageBudget.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildCustomer, buildHouse, type House, TestClock } from './support.ts';

const database = testDatabase();
const hour = 3_600_000;
const message = { messages: 5, ms: 48 * hour };
const menu = { messages: 3, ms: 60_000 };
let house: House;
let budget: MessageBudget;
beforeAll(() => {
  house = buildHouse(database.db);
  budget = house.services.messageBudget;
});

const somebody = (): ChannelAccount => ({ channel: 'wechat', account: v7() });
const writes = (of: ChannelAccount, cause = v7()) =>
  budget.opened(of, 'message', cause, message, house.clock.now()).then(() => cause);
const reserve = async (of: ChannelAccount, purpose: Purpose = 'answer') => {
  const reserved = await budget.reserve(of, purpose);
  return 'refusal' in reserved ? reserved.refusal : reserved.trigger;
};

describe('what a channel still takes', () => {
  test('five messages after a message, then none until the next one, and none after 48 hours', async () => {
    const of = somebody();
    expect(await reserve(of)).toBe('never');
    const cause = await writes(of);
    for (let sent = 0; sent < 5; sent++) expect(await reserve(of)).toBe('message');
    expect(await reserve(of)).toBe('spent');
    await budget.opened(of, 'message', cause, message, house.clock.now());
    expect(await reserve(of), 'a repeat opens nothing').toBe('spent');
    await writes(of);
    expect(await budget.state(of)).toMatchObject({ left: 5, allowed: 5, refusal: null, trigger: 'message' });
    house.clock.add({ hours: 48 });
    expect(await reserve(of)).toBe('closed');
  });

  test('answers before surveys before care: what is left is kept for what matters more', async () => {
    const of = somebody();
    await writes(of);
    expect([await reserve(of, 'care'), await reserve(of, 'care'), await reserve(of, 'care')]).toEqual(
      Array(3).fill('message'),
    );
    expect(await reserve(of, 'care')).toBe('kept');
    expect(await reserve(of, 'survey')).toBe('message');
    expect(await reserve(of, 'survey')).toBe('kept');
    expect(await reserve(of)).toBe('message');
    expect(await reserve(of)).toBe('spent');
  });

  test('what ends first is used first, and what was not taken is given back to where it came from', async () => {
    const of = somebody();
    await writes(of);
    await budget.opened(of, 'menu', v7(), menu, house.clock.now());
    const first = await budget.reserve(of, 'answer');
    expect(first).toMatchObject({ trigger: 'menu' });
    if ('trigger' in first) await budget.giveBack(first);
    for (let sent = 0; sent < 3; sent++) expect(await reserve(of)).toBe('menu');
    expect(await reserve(of)).toBe('message');
    // Given back after the customer wrote again, it belongs to what is over.
    const late = await budget.reserve(of, 'answer');
    await writes(of);
    if ('trigger' in late) await budget.giveBack(late);
    expect(await budget.state(of)).toMatchObject({ left: 5 });
  });

  test('the channel’s refusal is the truth: spent, closed, left, blocked, until the customer is back', async () => {
    const of = somebody();
    for (const said of ['spent', 'closed', 'left', 'blocked'] as const) {
      house.clock.add({ minutes: 1 });
      await writes(of);
      expect(await reserve(of)).toBe('message');
      await budget.corrected(of, said);
      expect(await reserve(of)).toBe(said);
      expect(await budget.state(of)).toMatchObject({ left: 0, refusal: said });
    }
  });

  test('the desk sees the accounts of channels that count, and what waits', async () => {
    const customer = await buildCustomer(house);
    const { client } = database.db;
    const of = somebody();
    const identity = (channel: string, externalId: string) =>
      client.identity.create({ data: { id: v7(), customerId: customer.id, channel, externalId } });
    await Promise.all([identity('wechat', of.account), identity('directline', v7())]);
    await writes(of);
    const { id: conversationId } = await client.conversation.create({
      data: { channel: 'wechat', externalId: v7(), userId: of.account, customerId: customer.id },
    });
    const row = (kind: string, sequence: number) =>
      client.outboxEntry.create({ data: { conversationId, activityId: v7(), sequence, kind, state: 'held' } });
    await Promise.all([row('answer', 1), row('survey', 2)]);
    expect(await budget.ofCustomer(customer.id)).toMatchObject([{ channel: 'wechat', left: 5, held: 2 }]);
    await writes(of);
    const rows = await client.outboxEntry.findMany({ where: { conversationId }, orderBy: { sequence: 'asc' } });
    expect(rows.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    // The answer to what was said just now goes before the survey.
    expect(rows[1]!.nextAttemptAt.getTime() - rows[0]!.nextAttemptAt.getTime()).toBe(3000);
  });
});

test('however many reserve at once, no more is taken than is allowed, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 12 }),
      async (byMessage, byMenu, asked) => {
        const of = somebody();
        const clock = new TestClock();
        const [here, there] = [new MessageBudget(database.db, clock), new MessageBudget(database.db, clock)];
        await here.opened(of, 'message', v7(), { messages: byMessage, ms: hour }, clock.now());
        if (byMenu) await here.opened(of, 'menu', v7(), { messages: byMenu, ms: 60_000 }, clock.now());
        const taken = await Promise.all(
          Array.from({ length: asked }, (_, turn) => (turn % 2 ? here : there).reserve(of, 'answer')),
        );
        const granted = taken.filter((each) => 'trigger' in each).length;
        expect(granted).toBeLessThanOrEqual(byMessage + byMenu);
        const { left } = await here.state(of);
        expect(left).toBe(byMessage + byMenu - granted);
        // Who was refused was refused because nothing was left.
        if (granted < asked) expect(left).toBe(0);
      },
    ),
    { numRuns: 15 },
  );
});
