import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { asBytes, cosine } from '#ai/embedder.ts';
import { CircuitBreaker } from '#ai/model/circuitBreaker.ts';
import { Guard } from '#ai/model/guardedModel.ts';
import { Patience, withModelTurn } from '#ai/modelTurn.ts';
import { createEmbedder } from '#ai/openaiEmbedder.ts';
import { fuseRanks } from '#ai/search/rankFusion.ts';
import { Understanding } from '#ai/understanding.ts';
import { articleInputSchema } from '#crm/knowledge/article.ts';
import { createServices, type Services } from '#crm/services.ts';
import { testDatabase } from '#test/support/database.ts';
import { ModelServer } from '#test/support/modelServer.ts';

const database = testDatabase();
let server: ModelServer;
let titles: string[] = [];
const open: Services[] = [];

/** A model that knows that who lies awake is asking about noise. */
const meaning = (text: string): number[] => [
  /吵|醒|分贝|睡/.test(text) ? 1 : 0,
  /垢|醋/.test(text) ? 1 : 0,
  /退/.test(text) ? 1 : 0,
  0.1,
];

beforeAll(async () => {
  server = await ModelServer.start();
  server.embed = meaning;
  const articles = [
    ['noise', '夜间噪音', '睡眠档只有二十分贝。'],
    ['descale', '怎么除水垢', '用白醋浸泡半小时，再冲洗。'],
    ['returns', '退货', '七天之内可以退货。'],
  ] as const;
  for (const [slug, title, body] of articles)
    await database.db.client.article.create({ data: { slug, language: 'zh', kind: 'use', title, body } });
});
afterEach(async () => {
  for (const services of open.splice(0)) await services.close();
  server.embed = meaning;
  server.embeddings.length = 0;
  expect(server.refused).toEqual([]);
});
afterAll(() => server.close());

/** The shop with an embedding model; its answerer only notes what it was given. */
async function start(model: string): Promise<Services> {
  const guard = new Guard(new CircuitBreaker(), { admits: async () => true, record: () => undefined });
  const services = createServices({
    db: database.db,
    clock: { now: () => new Date() },
    language: {
      createAnswerer: () => ({
        answer: ({ passages }) => {
          titles = passages.map(({ title }) => title);
          return null;
        },
      }),
      embedder: createEmbedder({ apiKey: 'none', baseUrl: server.url, model }, guard),
      understanding: new Understanding([]),
    },
    messenger: { send: async () => undefined, say: async () => undefined, handoff: async () => undefined },
    notifier: { notify: async () => undefined },
    logger: pino({ level: 'silent' }),
  });
  open.push(services);
  await services.knowledge.warm();
  await services.knowledge.settled();
  return services;
}

/** The titles of the passages for a question, best first. */
async function passagesFor(services: Services, question: string): Promise<string[]> {
  titles = [];
  const patience = new Patience(20_000);
  const turn = { conversationId: null, secrets: ['王小明'], patience, show: () => undefined, answers: new Map() };
  await withModelTurn(turn, () => services.knowledge.answer(question, { language: 'zh' }));
  return titles;
}

const sleepless = '我是王小明，它在半夜把我弄醒了';

describe('articles', () => {
  it('are found by what they mean, without a word in common; the question goes out masked', async () => {
    const services = await start('embed-1');
    expect((await passagesFor(services, sleepless))[0]).toBe('夜间噪音');
    expect(JSON.stringify(server.embeddings.at(-1))).not.toContain('王小明');
  });

  it('are embedded once, by whichever instance is first, and again when they change or the model does', async () => {
    // Closed, for it would hear of the change below as well, and perhaps be quicker.
    await (await start('embed-2')).close();
    open.length = 0;
    expect(server.embeddings.flatMap(({ input }) => input)).toHaveLength(3);
    const second = await start('embed-2');
    expect(server.embeddings.flatMap(({ input }) => input)).toHaveLength(3);
    const changed = {
      slug: 'descale',
      language: 'zh',
      kind: 'care',
      title: '怎么除水垢',
      body: '倒掉剩水，就不会有水垢。',
    };
    await second.knowledge.save(articleInputSchema.parse(changed), null);
    await second.knowledge.settled();
    expect(server.embeddings.flatMap(({ input }) => input)).toHaveLength(4);
    await start('embed-3');
    expect(server.embeddings.flatMap(({ input }) => input)).toHaveLength(7);
    expect(await database.db.client.articleVector.count({ where: { model: 'embed-2' } })).toBe(3);
  });

  it.each([
    ['is down', 500],
    ['wants a key', 401],
    ['has no embeddings', 404],
  ])('are found by their words where the server %s', async (_, status) => {
    server.embed = () => status;
    const services = await start(`embed-${status}`);
    expect(await passagesFor(services, '七天之内可以退货吗')).toEqual(['退货']);
    expect(await passagesFor(services, sleepless)).not.toContain('夜间噪音');
  });

  it('are found by their words where the question’s own vector fails', async () => {
    const services = await start('embed-1');
    server.embed = () => 500;
    expect((await passagesFor(services, '七天之内能退货吗'))[0]).toBe('退货');
  });

  it('are found by their words outside of a turn, where nobody waits', async () => {
    const services = await start('embed-1');
    server.embeddings.length = 0;
    await services.knowledge.answer('七天之内可以退货吗', { language: 'zh' });
    expect(server.embeddings).toEqual([]);
  });
});

describe('a vector', () => {
  const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 });
  it('keeps its direction as bytes, to a hundredth', () => {
    const exact = (a: number[], b: number[]) => {
      const dot = a.reduce((sum, value, i) => sum + value * b[i]!, 0);
      return dot / (Math.hypot(...a) * Math.hypot(...b));
    };
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        fc.pre(Math.hypot(...a) > 0.1 && Math.hypot(...b) > 0.1);
        expect(Math.abs(cosine(asBytes(a), asBytes(b)) - exact(a, b))).toBeLessThan(0.02);
      }),
    );
  });
  it('of nothing, or of another model, is near to nothing', () => {
    expect(cosine(asBytes([0, 0]), asBytes([1, 0]))).toBe(0);
    expect(cosine(asBytes([1]), asBytes([1, 0]))).toBe(0);
  });
});

describe('reciprocal rank fusion', () => {
  it('adds up 1 / (60 + rank)', () => {
    const fused = fuseRanks([
      ['a', 'b'],
      ['b', 'c'],
    ]);
    expect([...fused.keys()]).toEqual(['b', 'a', 'c']);
    expect(fused.get('b')).toBeCloseTo(1 / 62 + 1 / 61);
  });
  it('of one ranking is that ranking, and of two alike too', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 20 }), (ids) => {
        expect([...fuseRanks([ids]).keys()]).toEqual(ids);
        expect([...fuseRanks([ids, ids]).keys()]).toEqual(ids);
      }),
    );
  });
});
