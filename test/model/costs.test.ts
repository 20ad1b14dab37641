import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ModelUsage } from '#ai/languageModel.ts';
import { type CostSettings, Costs } from '#crm/costs/costs.ts';
import { costMicros } from '#crm/costs/prices.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const usage = (inputTokens: number, outputTokens = 0, cachedTokens = 0): ModelUsage => ({
  model: 'm',
  inputTokens,
  outputTokens,
  cachedTokens,
});
const prices = { input: 2.5, output: 10, cachedInput: 0.5, embedding: 0.02 };
let now: Date;
let day = 0;

/** A shop in Hangzhou on a day of its own, so that tests do not share a budget. */
function open(budget: Partial<CostSettings> = {}) {
  const shop = { profile: async () => ({ zone: 'Asia/Shanghai' }) };
  return new Costs({
    db: database.db,
    clock: { now: () => now },
    shop: shop as never,
    settings: { prices, tokensPerDay: 1000, tokensPerConversation: 500, commentTokensPerDay: 300, ...budget },
    onFault: (fault) => {
      throw fault;
    },
  });
}
const call = (used: ModelUsage, conversationId: string | null = null) => ({
  purpose: 'answering' as const,
  conversationId,
  usage: used,
  ms: 5,
  outcome: 'answered',
});

beforeEach(() => {
  day += 2;
  now = new Date(Date.UTC(2030, 0, day, 4));
});

describe('a budget', () => {
  it('of comments is a part of the day’s: what is left is for customers', async () => {
    const costs = open();
    costs.record({ ...call(usage(250, 49)), purpose: 'comments' });
    expect(await costs.admits({ purpose: 'comments' })).toBe(true);
    costs.record({ ...call(usage(1)), purpose: 'comments' });
    expect(await costs.admits({ purpose: 'comments' })).toBe(false);
    expect(await costs.admits({ purpose: 'reading' })).toBe(true);
    // Nor are they read once the whole day is spent.
    costs.record(call(usage(700)));
    expect(await open({ commentTokensPerDay: 5000 }).admits({ purpose: 'comments' })).toBe(false);
  });

  it('of a day ends with the shop’s day, and counts what other instances spent', async () => {
    const [here, there] = [open(), open()];
    there.record(call(usage(600, 399)));
    await there.settled();
    expect(await here.admits({ purpose: 'reading' })).toBe(true);
    here.record(call(usage(1)));
    await here.settled();
    expect(await here.admits({ purpose: 'reading' })).toBe(false);
    // 15:59 UTC is the last minute of the day in Hangzhou.
    now = new Date(Date.UTC(2030, 0, day, 15, 59));
    expect(await here.admits({ purpose: 'reading' })).toBe(false);
    now = new Date(Date.UTC(2030, 0, day, 16, 0));
    expect(await here.admits({ purpose: 'reading' })).toBe(true);
  });

  it('of a conversation is that conversation’s alone', async () => {
    const costs = open();
    const [one, other] = [v7(), v7()];
    costs.record(call(usage(500), one));
    await costs.settled();
    expect(await costs.admits({ purpose: 'reading', conversationId: one })).toBe(false);
    expect(await costs.admits({ purpose: 'reading', conversationId: other })).toBe(true);
  });

  it('is not used up by the vectors of articles, whose cost is kept all the same', async () => {
    const costs = open();
    const from = now;
    costs.record({ purpose: 'embedding', usage: usage(1_000_000), ms: 1, outcome: 'answered' });
    await costs.settled();
    expect(await costs.admits({ purpose: 'reading' })).toBe(true);
    expect(await open({ tokensPerDay: 0 }).admits({ purpose: 'embedding' })).toBe(true);
    expect(await costs.between(from, new Date(from.getTime() + 1))).toMatchObject({
      tokens: 1_000_000,
      costMicros: 20_000n,
    });
  });

  it('of nothing lets nothing out', async () => {
    expect(await open({ tokensPerDay: 0 }).admits({ purpose: 'reading' })).toBe(false);
  });
});

it('no call is made once a turn has given a command', async () => {
  const costs = open();
  await database.db.unitOfWork(async (unit) => {
    expect(await costs.admits({ purpose: 'answering' })).toBe(true);
    await database.db.transaction((client) => client.setting.findFirst());
    expect(await costs.admits({ purpose: 'answering' })).toBe(false);
    await unit.abandon();
  });
  expect(await costs.admits({ purpose: 'answering' })).toBe(true);
});

it('a call is kept though the turn that made it is rolled back', async () => {
  const costs = open();
  const conversationId = v7();
  await database.db.unitOfWork(async (unit) => {
    await database.db.transaction((client) => client.setting.findFirst());
    costs.record(call(usage(10, 5), conversationId));
    await unit.abandon();
  });
  await costs.settled();
  expect(await costs.ofConversation(conversationId)).toEqual({ calls: 1, tokens: 15, costMicros: 75n });
});

it('costs are exact to the millionth and never rounded down', () => {
  expect(costMicros(usage(1000, 200, 400), prices, 'answering')).toBe(1500n + 200n + 2000n);
  expect(costMicros(usage(1), prices, 'embedding')).toBe(1n);
  expect(costMicros(usage(0), prices, 'answering')).toBe(0n);
});
