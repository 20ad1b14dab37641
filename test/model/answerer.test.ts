import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAnswerer, type Passage } from '#ai/answerer.ts';
import { CircuitBreaker } from '#ai/model/circuitBreaker.ts';
import { CitedSentences } from '#ai/model/citedSentences.ts';
import { Guard, guardModel, type ModelCallRecord } from '#ai/model/guardedModel.ts';
import { createModelAnswerer } from '#ai/modelAnswerer.ts';
import { Patience, withModelTurn } from '#ai/modelTurn.ts';
import { createOpenaiModel } from '#ai/openaiModel.ts';
import { createSearchIndex } from '#ai/searchIndex.ts';
import { type Behaviour, ModelServer } from '#test/support/modelServer.ts';
import { injections } from './injections.ts';

const passages: Record<'zh' | 'en', Passage[]> = {
  zh: [
    { documentId: 'clean', title: '加湿器怎么清洗', text: '每周清洗一次水箱。先拔掉电源，再倒掉剩水。请勿使用热水。' },
    { documentId: 'return', title: '退货', text: '收到货7天内可以退货。运费由买家承担。' },
  ],
  en: [
    {
      documentId: 'clean',
      title: 'Cleaning the humidifier',
      text: 'Clean the tank once a week. Unplug it first. Do not use hot water.',
    },
    { documentId: 'return', title: 'Returns', text: 'You can return it within 7 days. The buyer pays the postage.' },
  ],
};
const question = { zh: '加湿器怎么清洗？', en: 'How do I clean the humidifier?' };
const index = createSearchIndex();
for (const language of ['zh', 'en'] as const)
  for (const { documentId, title, text } of passages[language])
    index.put({ id: `${documentId}-${language}`, language, title, body: text });
const local = createAnswerer({ index });

let server: ModelServer;
let calls: ModelCallRecord[];
let now: number;
let breaker: CircuitBreaker;
beforeAll(async () => {
  server = await ModelServer.start('good');
});
afterAll(() => server.close());
beforeEach(() => {
  calls = [];
  server.chats.length = 0;
  now = 0;
  breaker = new CircuitBreaker({ now: () => now });
});
afterEach(() => expect(server.refused).toEqual([]));

/** Asks in a turn of its own; what was answered, what was shown meanwhile, and how long it took. */
async function ask(
  behaviour: Behaviour,
  text: string,
  { patienceMs = 10_000, language = 'zh' as 'zh' | 'en', key = 'good', admits = true } = {},
) {
  server.chat = () => behaviour;
  const guard = new Guard(breaker, { admits: async () => admits, record: (call) => calls.push(call) });
  const model = guardModel(createOpenaiModel({ apiKey: key, baseUrl: server.url, model: 'tiny', stallMs: 300 }), guard);
  const answerer = createModelAnswerer({ model, local });
  const shown: string[] = [];
  const turn = {
    conversationId: null,
    secrets: [],
    patience: new Patience(patienceMs),
    show: (one: string) => shown.push(one),
    answers: new Map(),
  };
  const request = { question: text, language, passages: passages[language] };
  const started = performance.now();
  const answer = await withModelTurn(turn, async () => answerer.answer(request));
  return { answer, shown, ms: performance.now() - started, quoted: local.answer(request) };
}

describe('an answer', () => {
  it('keeps the sentences that hold, shows them as they come, and names where they stand', async () => {
    const says = '每周清洗一次水箱。[1] 清洗前先拔掉电源。[1] 可以使用热水。[1] 退货运费由买家承担 [2]。';
    const { answer, shown } = await ask({ says, pieces: 40, pieceMs: 2 }, question.zh);
    expect(answer?.text).toBe('每周清洗一次水箱。清洗前先拔掉电源。退货运费由买家承担。');
    expect(shown).toEqual(['每周清洗一次水箱。', '每周清洗一次水箱。清洗前先拔掉电源。', answer?.text]);
    expect(answer?.citations.map(({ documentId }) => documentId)).toEqual(['clean', 'clean', 'return']);
    expect(calls).toMatchObject([
      { purpose: 'answering', outcome: 'answered', usage: { inputTokens: 120, outputTokens: 30 } },
    ]);
  });

  it('that was cut keeps what was whole; the rest is not guessed', async () => {
    const { answer } = await ask({ cutAfter: '每周清洗一次水箱。[1] 请勿使' }, question.zh);
    expect(answer?.text).toBe('每周清洗一次水箱。');
  });

  it('that says none stays none, and a question is asked once in a turn', async () => {
    expect((await ask({ says: 'NONE' }, question.zh)).answer).toBeNull();
    expect((await ask({ says: ' None. ' }, question.zh)).answer).toEqual(
      (await ask({ says: 'x' }, question.zh)).quoted,
    );
  });

  it('without anything to rest on is not asked for', async () => {
    const answerer = createModelAnswerer({
      model: createOpenaiModel({ apiKey: 'x', baseUrl: server.url, model: 'm' }),
      local,
    });
    expect(await answerer.answer({ question: question.zh, passages: [] })).toBeNull();
    expect(server.chats).toEqual([]);
  });

  it('is paid for by an estimate where the server does not say', async () => {
    await ask({ says: '每周清洗一次水箱。[1]', withoutUsage: true }, question.zh);
    expect(calls[0]?.usage.inputTokens).toBeGreaterThan(100);
    expect(calls[0]?.usage.outputTokens).toBeGreaterThan(5);
  });
});

describe.each<[string, Behaviour]>([
  ['refuses the key', { status: 401 }],
  ['is busy', { status: 429, retryAfter: '7' }],
  ['fails', { status: 500 }],
  ['does not take such a request', { status: 400 }],
  ['hangs', 'hang'],
  ['is slow to begin', { says: '每周清洗一次水箱。[1]', afterMs: 5000 }],
  ['is cut at once', { cutAfter: '每周' }],
  ['sends garbage', 'garbage'],
  ['sends another shape', 'otherShape'],
  ['cites what does not say so', { says: '每月清洗一次水箱。[1] 每周清洗一次水箱。[2] 保修三年。[7]' }],
  ['cites nothing', { says: '每周清洗一次水箱。' }],
  ['answers in another language', { says: 'Clean the tank once a week. [1]' }],
  ['never ends a sentence', { says: '水'.repeat(5000) }],
  ['says nothing', { says: '' }],
])('a server that %s', (_, behaviour) => {
  it('leaves the answer to quoting, in time, and shows nothing', async () => {
    const { answer, shown, ms, quoted } = await ask(behaviour, question.zh, { patienceMs: 1000 });
    expect(quoted).not.toBeNull();
    expect(answer).toEqual(quoted);
    expect(shown).toEqual([]);
    expect(ms).toBeLessThan(4000);
  });
});

describe('a server that fails', () => {
  it('is left alone after three faults, and tried again once after the pause', async () => {
    for (let fault = 0; fault < 5; fault++) await ask({ status: 500 }, question.zh);
    expect(server.chats).toHaveLength(3);
    now = 29_999;
    await ask({ says: '每周清洗一次水箱。[1]' }, question.zh);
    expect(server.chats).toHaveLength(3);
    now = 30_001;
    expect((await ask({ says: '每周清洗一次水箱。[1]' }, question.zh)).shown).toHaveLength(1);
    expect((await ask({ says: '每周清洗一次水箱。[1]' }, question.zh)).shown).toHaveLength(1);
    expect(server.chats).toHaveLength(5);
  });

  it('and says when to come back is asked then, not before', async () => {
    await ask({ status: 429, retryAfter: '7' }, question.zh);
    now = 6_999;
    await ask({ says: '每周清洗一次水箱。[1]' }, question.zh);
    expect(server.chats).toHaveLength(1);
    now = 7_001;
    expect((await ask({ says: '每周清洗一次水箱。[1]' }, question.zh)).shown).toHaveLength(1);
  });

  it('for want of a key is not asked for each message', async () => {
    for (let message = 0; message < 3; message++) await ask({ says: 'x' }, question.zh, { key: 'bad' });
    expect(calls.map(({ outcome }) => outcome)).toEqual(['unauthorised']);
  });
});

it('without budget nothing is sent', async () => {
  const { answer, quoted } = await ask({ says: '每周清洗一次水箱。[1]' }, question.zh, { admits: false });
  expect(answer).toEqual(quoted);
  expect(server.chats).toEqual([]);
  expect(calls).toEqual([]);
});

describe.each(['zh', 'en'] as const)('a model that does as its customer says, in %s', (language) => {
  it.each(injections[language])('%s', async (attempt, obeys) => {
    const { answer, shown, quoted } = await ask({ says: `${obeys} [1] ${obeys} [2]` }, attempt, { language });
    expect(server.chats).toHaveLength(1);
    expect(shown).toEqual([]);
    expect(answer).toEqual(quoted);
  });
});

describe('sentences with citations', () => {
  it('come out as soon as their line ends', () => {
    expect(new CitedSentences().push('每周清洗。[1]\n')).toEqual([{ text: '每周清洗。', sources: [1] }]);
    expect(new CitedSentences().push('每周清洗。[1] ')).toEqual([]);
  });

  const text = '水箱有2.5升。[1] It holds 2.5 litres [2][3]. 每周清洗 [1，2]。\n- 先拔掉电源。[4]没有出处的话';
  const all = [
    { text: '水箱有2.5升。', sources: [1] },
    { text: 'It holds 2.5 litres.', sources: [2, 3] },
    { text: '每周清洗。', sources: [1, 2] },
    { text: '先拔掉电源。', sources: [4] },
  ];
  it('come out the same however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
        const sentences = new CitedSentences();
        const out = [];
        for (let at = 0, turn = 0; at < text.length; turn++) {
          const size = sizes[turn % sizes.length]!;
          out.push(...sentences.push(text.slice(at, at + size)));
          at += size;
        }
        expect([...out, ...sentences.end()]).toEqual(all);
      }),
    );
  });
});
