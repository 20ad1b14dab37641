import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { copyDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
let app: RunningApp;
let key: string;

beforeAll(async () => {
  database = await copyDatabase();
  app = await startApp({ databaseUrl: database.url });
  key = (await app.services.apiKeys.create({ name: 'test', role: 'manager' }, null)).secret;
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

const call = (path: string, init: RequestInit = {}) =>
  fetch(`${app.url}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } });
const json = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const send = async (query: string, body: string) => {
  const response = await call(`/imports/${query}`, { method: 'POST', body });
  const text = await response.text();
  return {
    status: response.status,
    lines: text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
};

describe('importing a file', () => {
  const csv = 'sku,name,category,price\nAPI-1,Cup,kitchen,10\nAPI-2,Pan,kitchen,x\n';

  test('is checked, then confirmed; rejected rows come with their reason', async () => {
    const checked = await send('products?name=p.csv&dryRun=true', csv);
    expect(checked.lines).toContainEqual({ rejected: expect.objectContaining({ line: 3, column: 'price' }) });
    expect(checked.lines.at(-1).report).toMatchObject({ added: 1, rejected: 1, applied: false });
    expect(await app.services.products.bySku('API-1')).toBeNull();
    expect((await send('products?name=p.csv&dryRun=false', csv)).lines.at(-1).report).toMatchObject({
      added: 1,
      applied: true,
    });
    await expect.poll(async () => (await app.services.products.bySku('API-1'))?.name.en).toBe('Cup');
    expect((await send('products?name=p.csv&dryRun=false', csv)).lines.at(-1).report).toMatchObject({
      unchanged: 1,
      applied: true,
    });
  });

  test('a file that is none is a problem, and so is somebody who may not', async () => {
    const none = await call('/imports/products?name=p.csv', { method: 'POST', body: 'colour\nred\n' });
    expect([none.status, (await none.json()) as object]).toMatchObject([422, { code: 'fileHeader' }]);
    const odd = await call('/imports/products?name=../../etc/passwd', { method: 'POST', body: 'x' });
    expect(odd.status).toBe(422);
    const staff = (await app.services.apiKeys.create({ name: 'staff', role: 'staff' }, null)).secret;
    const refused = await call('/imports/products?name=p.csv', {
      method: 'POST',
      body: csv,
      headers: { authorization: `Bearer ${staff}` },
    });
    expect(refused.status).toBe(403);
  });
});

describe('the playground', () => {
  test('says what the bot would say to a dealer and to the public, and keeps nothing', async () => {
    const text = {
      slug: 'api-discount',
      kind: 'service',
      title: '保温壶的批发折扣',
      body: '保温壶一次订满二十只，折扣是八五折。',
    };
    const saved = await call('/articles', json({ ...text, language: 'zh', audience: 'dealer', basedOn: 0 }));
    expect(saved.status).toBe(201);
    await app.services.knowledge.settled();
    const counts = () =>
      Promise.all([
        app.db.client.customer.count(),
        app.db.client.conversation.count(),
        app.db.client.activity.count(),
        app.db.client.gap.count(),
        app.db.client.task.count(),
      ]);
    const before = await counts();
    const ask = async (audience: string) => {
      const response = await call('/playground', json({ text: '保温壶的批发折扣是多少', language: 'zh', audience }));
      return (
        (await response.json()) as { replies: { text: string; explanation: { reading: object; steps: object[] } }[] }
      ).replies;
    };
    const [dealer] = await ask('dealer');
    expect(dealer?.text).toContain('八五折');
    expect(dealer?.explanation).toMatchObject({
      reading: { language: 'zh' },
      steps: [{ kind: 'passages', candidates: [{ title: text.title }] }],
    });
    const everybody = await ask('public');
    expect(JSON.stringify(everybody)).not.toContain('八五折');
    expect(everybody[0]?.explanation.steps[0]).toMatchObject({ kind: 'passages', candidates: [], chosen: [] });
    expect(await counts()).toEqual(before);
  });
});

test('articles: a save on an old version is refused, versions and their differences are listed', async () => {
  const text = { slug: 'api-versions', language: 'en', kind: 'use', title: 'Cup', body: 'Wash it by hand.' };
  const first = (await (await call('/articles', json({ ...text, basedOn: 0 }))).json()) as {
    id: string;
    version: number;
  };
  await call('/articles', json({ ...text, body: 'Wash it by hand, with a soft brush.', basedOn: 1 }));
  expect((await call('/articles', json({ ...text, body: 'No.', basedOn: 1 }))).status).toBe(409);
  const versions = (await (await call(`/articles/${first.id}/versions`)).json()) as { items: { version: number }[] };
  expect(versions.items.map(({ version }) => version)).toEqual([2, 1]);
  const diff = (await (await call(`/articles/${first.id}/diff?from=1&to=2`)).json()) as {
    body: { kind: string; text: string }[];
  };
  expect(diff.body.find(({ kind }) => kind === 'added')?.text).toContain('soft');
});
