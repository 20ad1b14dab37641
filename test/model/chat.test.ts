import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { testDatabase } from '#test/support/database.ts';
import { DirectLineCustomer } from '#test/support/directLineCustomer.ts';
import { type Asked, asHinted, type Behaviour, honest, ModelServer } from '#test/support/modelServer.ts';

const database = testDatabase();
let server: ModelServer;
let app: RunningApp;
let customer: DirectLineCustomer;

beforeAll(async () => {
  server = await ModelServer.start('good');
  app = await startApp({
    databaseUrl: database.url,
    demo: true,
    env: {
      OPENAI_API_KEY: 'good',
      OPENAI_BASE_URL: server.url,
      OPENAI_MODEL: 'tiny',
      OPENAI_PRICE_INPUT: '2',
      OPENAI_PRICE_OUTPUT: '8',
      // A busy machine must not decide these tests; the two seconds have a test of their own.
      OPENAI_FIRST_TOKEN_MS: '20000',
    },
  });
}, 120_000);
afterAll(async () => {
  await app?.close();
  await server?.close();
});
beforeEach(async () => {
  server.chat = honest;
  server.chats.length = 0;
  customer = await DirectLineCustomer.open(app.url);
});
afterEach(() => {
  customer.close();
  expect(server.refused).toEqual([]);
});

/** Answers as the test says, and reads honestly. */
const answering = (behaviour: Behaviour | ((asked: Asked) => Behaviour)) => (asked: Asked) =>
  asked.purpose === 'reading' ? honest(asked) : typeof behaviour === 'function' ? behaviour(asked) : behaviour;

const questions = { zh: '加湿器怎么清洗水垢？', en: 'How do I descale the humidifier?' };

describe.each(['zh', 'en'] as const)('a question in %s', (language) => {
  it('is answered from the sources, streamed by sentence, and kept as one message', async () => {
    server.chat = answering(({ data }) => {
      const [first] = (data as { sources: { text: string }[] }).sources;
      const sentences = first!.text
        .split(/(?<=[。！？])|(?<=[.!?])\s+|\n/)
        .filter(Boolean)
        .slice(0, 2);
      return { says: sentences.map((sentence) => `${sentence} [1] `).join(''), pieceMs: 20 };
    });
    const { replies, pieces } = await customer.say(questions[language]);
    const final = replies.find(({ channelData }) => channelData?.streamType === 'final');
    expect(final?.channelData?.streamId).toMatch(/^stream:/);
    expect(pieces.length).toBeGreaterThanOrEqual(1);
    for (const piece of pieces) {
      expect(piece.channelData?.streamId).toBe(final?.channelData?.streamId);
      expect(final?.text).toContain(piece.text);
    }
    expect(final?.channelData?.sources?.length).toBeGreaterThan(0);
    const stored = await database.db.client.activity.findMany({ where: { conversationId: customer.conversationId } });
    expect(stored.filter(({ type }) => type === 'typing')).toEqual([]);
    expect(stored.filter(({ text }) => text === final?.text)).toHaveLength(1);
    const [reading, answer] = server.chats;
    expect(reading?.response_format?.json_schema.name).toBe('reading');
    expect(answer?.stream).toBe(true);
  });

  it('whose answer cites what does not say so is answered by quoting', async () => {
    const wrong = { zh: '全部商品终身免费更换。[1]', en: 'Everything is replaced free for life. [1]' }[language];
    server.chat = answering({ says: wrong });
    const { text, pieces } = await customer.say(questions[language]);
    expect(text.length).toBeGreaterThan(5);
    expect(JSON.stringify(customer.shown)).not.toContain(wrong.slice(0, 8));
    expect(pieces).toEqual([]);
  });
});

describe('what the model says of itself', () => {
  it('that the sources do not answer is believed: an honest "I do not know" and a gap', async () => {
    server.chat = answering({ says: 'NONE' });
    const { text } = await customer.say('加湿器可以放在飞机上托运吗？');
    expect(text).toContain('没有查到可靠的答案');
    const gaps = await database.db.client.gap.findMany({ where: { conversationId: customer.conversationId } });
    expect(gaps).toHaveLength(1);
  });

  it('only the sentence that holds is shown', async () => {
    server.chat = answering(({ data }) => {
      const [first] = (data as { sources: { text: string }[] }).sources;
      const sentence = first!.text.split(/(?<=[。！？])|\n/)[0];
      return { says: `我们的经理会给您打电话。[1]${sentence}[1]您的密码是123456。[1]` };
    });
    const { text } = await customer.say(questions.zh);
    expect(text).not.toMatch(/经理|密码/);
    expect(text.length).toBeGreaterThan(3);
  });
});

describe('a reading by the model', () => {
  it('decides between dialogs, and what it copies wrongly is not used', async () => {
    server.chat = (asked) =>
      asked.purpose === 'answering'
        ? honest(asked)
        : {
            says: JSON.stringify({ ...asHinted(asked.data), wishes: [{ intent: 'handoff', words: 'no such words' }] }),
          };
    const { text } = await customer.say('这事儿你们那边有谁能出来说句话的没有');
    expect(text).toMatch(/同事|人工|客服/);
  });

  it.each<[string, Behaviour]>([
    ['no JSON', { says: 'Sure! Here is the object you asked for.' }],
    ['another shape', { says: JSON.stringify({ intent: 'products' }) }],
    [
      'an intent that there is not',
      {
        says: JSON.stringify({
          wishes: [{ intent: 'refundAll', words: 'x' }],
          sentiment: 'neutral',
          products: [],
          rating: null,
        }),
      },
    ],
    ['garbage', 'garbage'],
    ['an error', { status: 500 }],
    ['not to be had', { status: 400 }],
  ])('that is %s gives way to the local reading', async (_, behaviour) => {
    server.chat = (asked) => (asked.purpose === 'reading' ? behaviour : honest(asked));
    const { text } = await customer.say('栖木晨雾加湿器多少钱？');
    expect(text).toContain('229');
  });
});

it('two wishes in the same words are answered once', async () => {
  server.chat = (asked) => {
    if (asked.purpose === 'answering') return honest(asked);
    const said = asHinted(asked.data);
    const words = said.wishes[0]!.words;
    return {
      says: JSON.stringify({
        ...said,
        wishes: [
          { intent: 'products', words },
          { intent: 'preferences', words },
        ],
      }),
    };
  };
  const { replies } = await customer.say('我是敏感肌，加湿器怎么清洗水垢？');
  const texts = replies.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
});

describe('what was used', () => {
  it('is kept with the conversation and the product, and shown in /metrics', async () => {
    const { text } = await customer.say('栖木晨雾加湿器怎么清洗水垢？');
    expect(text.length).toBeGreaterThan(3);
    await app.services.costs.settled();
    const where = { conversationId: customer.conversationId };
    const calls = await database.db.client.modelCall.findMany({ where, orderBy: { at: 'asc' } });
    expect(calls.map(({ purpose, outcome }) => [purpose, outcome])).toEqual([
      ['reading', 'answered'],
      ['answering', 'answered'],
    ]);
    // 100 fresh tokens and 20 cached ones at 2, 30 written ones at 8.
    expect(calls[1]).toMatchObject({ inputTokens: 120, outputTokens: 30, cachedTokens: 20, costMicros: 480n });
    expect(calls[1]?.productId).not.toBeNull();
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toMatch(/zhiyin_model_calls_total\{purpose="answering",outcome="answered"\} \d+/);
  });

  it('is private: phone, mail, address, order and name stay in the house, and come back where they belong', async () => {
    server.chats.length = 0;
    await customer.say(
      '我叫王小明，电话13812345678，邮箱 wang@example.com，订单号 QM20251103-0012，住在杭州市西湖区文三路90号3幢402室，请问加湿器怎么清洗水垢？',
    );
    await vi.waitFor(() => expect(server.chats.length).toBeGreaterThan(0));
    expect(server.wire).not.toMatch(/王小明|13812345678|wang@example|20251103|文三路|402/);
    expect(server.wire).toMatch(/\[PHONE_1\]/);
  });

  it('bare answers and commands are not sent at all', async () => {
    for (const said of ['取消', '4', '好的', '帮助']) await customer.say(said);
    expect(server.chats).toEqual([]);
  });
});
