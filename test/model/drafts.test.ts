import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnswerer } from '#ai/answerer.ts';
import { CircuitBreaker } from '#ai/model/circuitBreaker.ts';
import { Guard, guardModel, type ModelCallRecord } from '#ai/model/guardedModel.ts';
import { createModelAnswerer } from '#ai/modelAnswerer.ts';
import { createOpenaiModel } from '#ai/openaiModel.ts';
import { Understanding } from '#ai/understanding.ts';
import { createServices, type Services } from '#crm/services.ts';
import { buildActivity, buildConversation, buildCustomer, buildHouse } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';
import { ModelServer } from '#test/support/modelServer.ts';

const database = testDatabase();
const calls: ModelCallRecord[] = [];
let server: ModelServer;
let services: Services;
let conversationId: string;

beforeAll(async () => {
  const { db } = database;
  server = await ModelServer.start('good');
  const guard = new Guard(new CircuitBreaker(), { admits: async () => true, record: (call) => calls.push(call) });
  const settings = { apiKey: 'good', baseUrl: server.url, model: 'tiny', stallMs: 2000 };
  const model = guardModel(createOpenaiModel(settings), guard);
  services = createServices({
    db,
    clock: { now: () => new Date() },
    language: {
      createAnswerer: ({ index }) => createModelAnswerer({ model, local: createAnswerer({ index }) }),
      understanding: new Understanding([]),
    },
    messenger: { send: async () => undefined, say: async () => undefined, handoff: async () => undefined },
    notifier: { notify: async () => undefined },
    logger: pino({ level: 'silent' }),
  });
  const body = '倒入白醋和水，煮开后静置半小时，再冲洗干净。';
  await services.knowledge.save({ language: 'zh', kind: 'care', slug: 'scale', title: '水壶怎么除垢', body }, null);
  const house = buildHouse(db);
  const { id: customerId } = await buildCustomer(house, { name: '陈静', phone: '13800138000' });
  ({ id: conversationId } = await buildConversation(house, { customerId, language: 'zh' }));
  await buildActivity(house, { conversationId, sequence: 1, text: '我是陈静，水壶怎么除垢？' });
});
afterAll(async () => {
  await services?.close();
  await server?.close();
});

test('a draft is the model’s, held sentence by sentence against the articles; it never learns who asks', async () => {
  const says = '倒入白醋和水，煮开后静置半小时。[1] 我们免费上门帮您清洗。[1]';
  server.chat = () => ({ says, pieces: 5, pieceMs: 1 });
  const draft = await services.replySuggestions.draft(conversationId);
  expect(draft).toMatchObject({ text: '倒入白醋和水，煮开后静置半小时。', sources: [{ title: '水壶怎么除垢' }] });
  expect(calls).toMatchObject([{ purpose: 'answering', conversationId }]);
  expect(JSON.stringify(server.chats)).not.toContain('陈静');
});

test('suggestions ask no model, however often they are looked at', async () => {
  const before = server.chats.length;
  expect(await services.replySuggestions.find(conversationId)).toMatchObject({ question: '我是陈静，水壶怎么除垢？' });
  expect(server.chats).toHaveLength(before);
});
