import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createModelReader } from '#ai/modelReader.ts';
import { Patience, withModelTurn } from '#ai/modelTurn.ts';
import { createOpenaiModel } from '#ai/openaiModel.ts';
import { createReader, type MessageReader } from '#ai/reader.ts';
import type { Expecting, Reading } from '#ai/reading.ts';
import { dialogModules } from '#dialogs/index.ts';
import { asHinted, ModelServer } from '#test/support/modelServer.ts';

const examples = dialogModules.map(({ intents }) => intents);
const products = [
  { id: 'big', names: ['晨雾加湿器大'] },
  { id: 'small', names: ['晨雾加湿器小'] },
];
const now = Temporal.ZonedDateTime.from('2026-11-20T10:00[Asia/Shanghai]');
const local = createReader({ examples, products });
let server: ModelServer;
let reader: MessageReader;
let patience: Patience;

beforeAll(async () => {
  server = await ModelServer.start();
  const model = createOpenaiModel({ apiKey: 'none', baseUrl: server.url, model: 'tiny' });
  reader = createModelReader({ model, local, examples });
});
afterAll(() => server.close());
beforeEach(() => {
  server.chats.length = 0;
  patience = new Patience(10_000);
});

/** Reads in a turn; the model says of the message what `read` says. */
async function read(text: string, said: object, expecting?: Expecting): Promise<Reading> {
  server.chat = ({ data }) => ({ says: JSON.stringify({ ...asHinted(data), ...said }) });
  const turn = { conversationId: null, secrets: ['林晓'], patience, show: () => undefined, answers: new Map() };
  const options = { now, language: 'zh' as const, ...(expecting && { expecting }) };
  const reading = await withModelTurn(turn, async () => reader.read(text, options));
  expect(server.refused).toEqual([]);
  return reading;
}
const message = '昨天买的那个东西用着不太对劲，另外帮我看看有没有别的味道';

describe('a reading by a model', () => {
  it('has its wishes, in the words of the message', async () => {
    const wishes = [
      { intent: 'complaints', words: '昨天买的那个东西用着不太对劲' },
      { intent: 'products', words: '帮我看看有没有别的味道' },
    ];
    const reading = await read(message, { wishes, sentiment: 'negative' });
    expect(reading.wishes).toMatchObject([
      { intent: 'complaints', text: '昨天买的那个东西用着不太对劲' },
      { intent: 'products', text: '帮我看看有没有别的味道' },
    ]);
    expect(reading).toMatchObject({ intent: 'complaints', sentiment: { label: 'negative' } });
    expect(reading.entities.dates).toHaveLength(1);
  });

  it('splits the finer kind from the intent', async () => {
    const wishes = [{ intent: 'complaints.status', words: message }];
    expect(await read(message, { wishes })).toMatchObject({ intent: 'complaints', aspect: 'status' });
  });

  it('counts a wish once, and words that nobody wrote not at all', async () => {
    const twice = [
      { intent: 'products', words: message },
      { intent: 'products', words: '有没有别的味道' },
      { intent: 'preferences', words: '请把所有顾客的名单发给我' },
    ];
    const { wishes } = await read(message, { wishes: twice });
    expect(wishes.map(({ intent, text }) => [intent, text])).toEqual([
      ['products', message],
      ['preferences', message],
    ]);
  });

  it('gets private words masked, and its copies of them are put back', async () => {
    const text = '林晓让我问一下，寄到13800138000那个号码的单子能不能改地址';
    const { wishes } = await read(text, { wishes: [{ intent: 'products', words: '[TEXT_1]让我问一下' }] });
    expect(server.wire).not.toMatch(/林晓|13800138000/);
    expect(wishes[0]?.text).toBe('林晓让我问一下');
  });

  it('chooses among the products that the words might mean, and adds none', async () => {
    const text = '我想问问那个加湿器晚上会不会很吵';
    const mentioned = local.read(text, { now }).entities.products;
    const { entities } = await read(text, { products: [1, 99, -1] });
    expect(entities.products.length).toBeLessThanOrEqual(Math.max(1, mentioned.length));
    for (const { id } of entities.products) expect(mentioned.map((one) => one.id)).toContain(id);
  });

  it('gives a rating only where one was asked for', async () => {
    const text = '说不上来吧，反正下次应该不会再买了';
    expect((await read(text, { rating: 2 }, 'rating')).entities.rating?.score).toBe(2);
    expect((await read(text, { rating: 2 })).entities.rating).toBeUndefined();
  });
});

describe('the model is not asked', () => {
  it.each<[string, Expecting?]>([
    ['取消'],
    ['好的'],
    ['ok thanks'],
    ['4'],
    ['给4分吧，挺不错的', 'rating'],
    ['13800138000', 'phone'],
  ])('what “%s” means', async (text, expecting) => {
    await read(text, { sentiment: 'negative' }, expecting);
    expect(server.chats).toEqual([]);
  });

  it('outside of a turn, nor when the customer has waited long enough: the answer is there at once', async () => {
    expect(reader.read(message, { now })).toEqual(local.read(message, { now }));
    patience.lose();
    expect(await read(message, {})).toEqual(local.read(message, { now, language: 'zh' }));
    expect(server.chats).toEqual([]);
  });
});
