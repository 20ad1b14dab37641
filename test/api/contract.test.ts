import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, codeOf, testApi } from './support.ts';

const api = testApi();
let administrator: Client;
let staff: Client;
// biome-ignore lint/suspicious/noExplicitAny: the description is JSON
let described: any;

beforeAll(async () => {
  administrator = await api.signedIn('administrator');
  staff = await api.signedIn('staff');
  described = (await api.client().get('/openapi.json')).body;
});

interface Described {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  description: string;
  parameters: { name: string; in: string; schema: { maximum?: number } }[];
  requestBody?: unknown;
}

const operations = (): Described[] =>
  Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Described>).map(([method, operation]) => ({
      ...operation,
      method: method as Described['method'],
      path,
    })),
  );
const unknownId = '01890000-0000-7000-8000-000000000000';
const at = (path: string, id = unknownId) => path.replace(/\{\w+\}/g, id);
/** Streams, sign-in and what signs out are looked at elsewhere. */
const plain = () => operations().filter(({ path }) => !/^\/(?:live|session|openapi)/.test(path));

describe('the description', () => {
  test('names every resource of the house, by OpenAPI 3.1', () => {
    expect(described.openapi).toBe('3.1.0');
    const resources = new Set(operations().map(({ path }) => path.split('/')[1]));
    for (const name of [
      'shop',
      'calendars',
      'service-levels',
      'service-targets',
      'chat-tokens',
      'session',
      'staff',
      'teams',
      'api-keys',
      'customers',
      'conversations',
      'tasks',
      'complaints',
      'products',
      'categories',
      'articles',
      'gaps',
      'synonyms',
      'surveys',
      'reports',
      'notifications',
      'audit-events',
      'live',
      'demo',
    ]) {
      expect(resources).toContain(name);
    }
  });

  test('has ids of its own and an answer for each operation', () => {
    const ids = operations().map((operation) => (operation as unknown as { operationId: string }).operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tasks = described.paths['/tasks'].get;
    expect(
      tasks.responses[200].content['application/json'].schema.properties.items.items.properties.dueAt,
    ).toMatchObject({ type: 'string', format: 'date-time' });
    expect(tasks.parameters.find(({ name }: { name: string }) => name === 'limit').schema).toMatchObject({
      maximum: 200,
    });
  });
});

test('only shop, chat tokens, links that are their own proof and the description are open to everybody', async () => {
  const open = [];
  for (const { method, path } of operations()) {
    if (/^\/session/.test(path)) continue;
    const { status } = await api.client()[method](at(path), method === 'get' || method === 'delete' ? undefined : {});
    if (status !== 401) open.push(`${method} ${path}`);
  }
  // Done-links, links of surveys and of a customer's own page are their own proof.
  expect(open.sort()).toEqual([
    'delete /my-record/{token}/preferences/{preferenceId}',
    'get /done-links/{token}',
    'get /exports/{token}',
    'get /my-record/{token}',
    'get /shop',
    'get /survey-links/{token}',
    'patch /my-record/{token}',
    'patch /my-record/{token}/preferences/{preferenceId}',
    'post /chat-tokens',
    'post /done-links/{token}',
    'post /my-record/{token}/close',
    'post /my-record/{token}/open',
    'post /survey-links/{token}/answers',
    'post /survey-links/{token}/opened',
    'post /survey-links/{token}/refusal',
    'put /my-record/{token}/consents',
  ]);
});

test('roles: what only a manager or an administrator may do is refused to staff', async () => {
  const refused: string[] = [];
  for (const { method, path } of plain()) {
    const answered = await staff[method](at(path), method === 'get' || method === 'delete' ? undefined : {});
    if (answered.status === 403) refused.push(`${method} ${path}`);
  }
  // In any order: two who add a line each meet without a fault.
  const restricted = [
    'delete /api-keys/{id}',
    'delete /articles/{id}',
    'delete /calendars/{id}',
    'delete /canned-replies/{id}',
    'delete /care-rules/{id}',
    'delete /complaint-causes/{id}',
    'delete /demo',
    'delete /examples/{id}',
    'delete /notification-targets/{id}',
    'delete /recurring-tasks/{id}',
    'delete /surveys/{id}',
    'delete /surveys/{id}/links/{linkId}',
    'delete /synonyms/{id}',
    'delete /task-types/{key}',
    'delete /vouchers/{id}',
    'delete /webhooks/{id}',
    'get /api-keys',
    'get /audit-events',
    'get /care-rules/results',
    'get /care-rules/{id}/preview',
    'get /consents',
    'get /consents/file',
    'get /customers/{id}/consents/file',
    'get /customers/{id}/erasure',
    'get /customers/{id}/export',
    'get /erasures',
    'get /examples',
    'get /examples/intents',
    'get /notification-deliveries',
    'get /notification-rules',
    'get /notification-targets',
    'get /reports/complaints',
    'get /reports/complaints/file',
    'get /reports/complaints/pareto',
    'get /reports/complaints/people',
    'get /reports/complaints/rows',
    'get /reports/gaps',
    'get /reports/gaps/file',
    'get /reports/gaps/people',
    'get /reports/gaps/rows',
    'get /reports/promises',
    'get /reports/promises/file',
    'get /reports/promises/people',
    'get /reports/satisfaction',
    'get /reports/service-levels',
    'get /reports/service-levels/file',
    'get /reports/service-levels/people',
    'get /reports/surveys',
    'get /reports/surveys/answers',
    'get /reports/surveys/breakdown',
    'get /reports/surveys/comments',
    'get /reports/surveys/file',
    'get /reports/surveys/invitations',
    'get /reports/surveys/invitations/counts',
    'get /reports/surveys/invitations/file',
    'get /reports/surveys/invitations/people',
    'get /reports/surveys/people',
    'get /reports/talks',
    'get /reports/talks/breakdown',
    'get /reports/talks/file',
    'get /reports/talks/peaks',
    'get /reports/talks/people',
    'get /reports/tasks/people',
    'get /reports/talks/rows',
    'get /retention',
    'get /webhooks',
    'get /webhooks/{id}',
    'get /webhooks/{id}/deliveries',
    'patch /notification-targets/{id}',
    'patch /staff/{id}',
    'patch /teams/{id}',
    'patch /webhooks/{id}',
    'post /api-keys',
    'post /articles',
    'post /articles/{id}/reask',
    'post /articles/{id}/restore',
    'post /calendars',
    'post /canned-replies',
    'post /care-rules',
    'post /complaint-causes',
    'post /customers/{id}/erasure',
    'post /defects/{id}/fix',
    'post /examples',
    'post /examples/preview',
    'post /examples/publish',
    'post /examples/reading',
    'post /imports/{kind}',
    'post /notification-deliveries/{id}/send-again',
    'post /notification-targets',
    'post /points',
    'post /purchases',
    'post /recurring-tasks',
    'post /retention/preview',
    'post /staff',
    'post /staff/{id}/sign-in-links',
    'post /surveys',
    'post /surveys/check',
    'post /surveys/{id}/chosen',
    'post /surveys/{id}/links',
    'post /surveys/{id}/send',
    'post /surveys/{id}/start',
    'post /surveys/{id}/stop',
    'post /synonyms',
    'post /task-types',
    'post /teams',
    'post /vouchers',
    'post /webhooks',
    'post /webhooks/{id}/deliveries/{eventId}/send-again',
    'post /webhooks/{id}/replay',
    'post /webhooks/{id}/rotate',
    'post /webhooks/{id}/test',
    'put /calendars/{id}',
    'put /canned-replies/{id}',
    'put /care-rules/by-hand/limits',
    'put /contact-policy',
    'put /care-rules/manners',
    'put /care-rules/{id}',
    'put /compensation-limits',
    'put /complaint-causes/order',
    'put /complaint-causes/{id}',
    'put /cost-rates',
    'get /cost-rates',
    'get /reports/relation/{report}',
    'get /reports/relation/{report}/people',
    'get /reports/relation/{report}/rows',
    'get /reports/relation/{report}/file',
    'put /customers/{id}/owner',
    'put /examples/{id}',
    'put /notification-rules',
    'put /owner-rules',
    'put /points/rules',
    'put /pool/rules',
    'put /recurring-tasks/{id}',
    'put /retention',
    'put /segments/rules',
    'put /service-targets',
    'put /shop',
    'put /surveys/manners',
    'put /surveys/{id}',
    'put /synonyms/{id}',
    'put /task-types/{key}',
    'put /tiers',
  ];
  expect(refused.sort()).toEqual(restricted.sort());
});

test('unknown ids and what is no id are not found', async () => {
  for (const { path } of operations().filter(({ method, path }) => method === 'get' && path.includes('{'))) {
    if (path.startsWith('/uploads')) continue;
    expect(codeOf(await administrator.get(at(path))), path).toBe('notFound');
    expect(codeOf(await administrator.get(at(path, 'no-id'))), path).toBe('notFound');
  }
});

test('lists are bounded: limit from 1 to 200, cursors only as they were given', async () => {
  const lists = operations().filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'));
  expect(lists.length).toBeGreaterThan(10);
  for (const { path } of lists.filter(({ path }) => !path.includes('{'))) {
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'cursor=x']) {
      const answered = await administrator.get(`${path}?${query}`);
      expect([path, query, codeOf(answered)]).toEqual([path, query, 'invalidInput']);
      expect(answered.body.fields[0].path).toBe(query.split('=')[0]);
    }
    expect(await administrator.get(`${path}?limit=200`)).toMatchObject({
      status: 200,
      body: { items: expect.any(Array) },
    });
  }
});

describe('bodies', () => {
  test('that can not be read say why', async () => {
    expect(codeOf(await administrator.post('/teams', '{"key":'))).toBe('malformedJson');
    expect(
      codeOf(await api.client({ ...administrator.headers, 'content-type': 'text/plain' }).post('/teams', 'key')),
    ).toBe('notJson');
    expect(codeOf(await administrator.post('/teams', { key: 'x'.repeat(300_000) }))).toBe('tooLarge');
  });

  test('that are wrong name each field, also those that nobody knows', async () => {
    const answered = await administrator.post('/staff', { email: 'x', name: ' ', role: 'king' });
    expect(answered.status).toBe(422);
    expect(answered.body.fields.map(({ path }: { path: string }) => path)).toEqual(['email', 'name', 'role']);
    const unknown = await administrator.post('/teams', { key: 'qa', name: { zh: '质', en: 'QA' }, colour: 'red' });
    expect(unknown.body.fields[0].message).toContain('colour');
  });

  test('of any shape never are our fault', async () => {
    const targets = plain().filter(({ requestBody, path }) => requestBody && path !== '/demo');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...targets), fc.jsonValue({ maxDepth: 3 }), async ({ method, path }, body) => {
        const answered = await administrator[method](at(path), JSON.stringify(body));
        expect(answered.status, `${method} ${path} ${JSON.stringify(body)}`).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
    expect(api.faults).toEqual([]);
  });

  test('with characters that the database can not store are refused, not failed on', async () => {
    expect(codeOf(await administrator.post('/api-keys', { name: 'a\u0000b', role: 'staff' }))).toBe('nulCharacter');
    const search = await administrator.get(`/customers?query=${encodeURIComponent('\u0000')}`);
    expect(search.body.fields).toMatchObject([{ path: 'query' }]);
    expect((await administrator.get(`/customers?query=${encodeURIComponent('%_\\')}`)).status).toBeLessThan(500);
  });
});
