import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { testDatabase } from '#test/support/database.ts';
import { DirectLineCustomer } from '#test/support/directLineCustomer.ts';
import { type Behaviour, honest, ModelServer } from '#test/support/modelServer.ts';

const database = testDatabase();
const question = '栖木晨雾加湿器怎么清洗水垢？';
let server: ModelServer;
let app: RunningApp;
let customer: DirectLineCustomer;
let quoted: string;

beforeAll(async () => {
  const plain = await startApp({ databaseUrl: database.url, demo: true });
  const first = await DirectLineCustomer.open(plain.url);
  quoted = (await first.say(question)).text;
  first.close();
  await plain.close();
}, 120_000);
beforeEach(async () => {
  server = await ModelServer.start('good');
  const env = {
    OPENAI_API_KEY: 'good',
    OPENAI_BASE_URL: server.url,
    OPENAI_MODEL: 'tiny',
    OPENAI_EMBEDDING_MODEL: 'tiny-e',
  };
  app = await startApp({ databaseUrl: database.url, env });
  customer = await DirectLineCustomer.open(app.url);
});
afterEach(async () => {
  customer.close();
  await app.close();
  expect(server.refused).toEqual([]);
  await server.close();
});
afterAll(() => expect(quoted.length).toBeGreaterThan(10));

/** The customer gets what the house says by itself, once it has waited long enough and not longer. */
describe.each<[string, Behaviour, least: number]>([
  ['hangs', 'hang', 1900],
  ['is slow to begin', { says: '…', afterMs: 10_000 }, 1900],
  ['fails at once', { status: 500 }, 0],
  ['is busy', { status: 429, retryAfter: '60' }, 0],
  ['does not know the key', { status: 401 }, 0],
  ['sends garbage', 'garbage', 0],
])('a server that %s', (_, behaviour, least) => {
  it('costs the customer two seconds at most, and the answer is the one without a model', async () => {
    server.chat = () => behaviour;
    const { text, ms } = await customer.say(question);
    expect(text).toBe(quoted);
    expect(ms).toBeGreaterThanOrEqual(least);
    // Two seconds, and what a busy machine adds.
    expect(ms).toBeLessThan(6000);
  });
});

it('a server that hangs on answering only has what is left of the two seconds', async () => {
  server.chat = (asked) => (asked.purpose === 'reading' ? honest(asked) : 'hang');
  const { text, ms } = await customer.say(question);
  expect(text).toBe(quoted);
  expect(ms).toBeLessThan(6000);
});

it('a server that always fails is soon left alone', async () => {
  server.chat = () => ({ status: 500 });
  for (let message = 0; message < 6; message++) await customer.say(question);
  expect(server.chats.length).toBeLessThanOrEqual(3);
});
