import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { shopProfileSchema } from '#crm/shop/shopProfile.ts';
import { readySurveys } from '#crm/surveys/readySurveys.ts';
import { articles } from '#prisma/seed/articles/index.ts';
import { products } from '#prisma/seed/catalogue/products/index.ts';
import { removeDemo, seedDemo } from '#prisma/seed/demo.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const now = new Date('2026-08-12T06:30:00Z');
const load = () => seedDemo(database.db, { now, surveys: readySurveys });

/** How many rows each table has, but for the migrations' own; partitions count with their table. */
async function rowCounts(): Promise<Record<string, number>> {
  const { pool } = database.db;
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
      AND NOT relispartition AND relname NOT LIKE '\\_%' ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const found = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`);
    counts[name] = found.rows[0]!.n;
  }
  return counts;
}

describe('loading the demo shop', () => {
  let before: Record<string, number>;
  let loaded: boolean;
  const steps: string[] = [];

  beforeAll(async () => {
    before = await rowCounts();
    loaded = await seedDemo(database.db, { now, surveys: readySurveys, onProgress: (step) => steps.push(step) });
  }, 60_000);

  it('fills an empty database and says so', async () => {
    expect(loaded).toBe(true);
    expect(steps.length).toBeGreaterThan(0);
    const counts = await rowCounts();
    expect(counts).toMatchObject({
      Product: products.length,
      Article: articles.length,
      Customer: 300,
      Conversation: 3002,
      Preference: 400,
      Purchase: expect.any(Number),
    });
    for (const table of [
      'Activity',
      'Response',
      'Complaint',
      'Task',
      'TaskEvent',
      'CustomerPromise',
      'PromiseEvent',
      'NotificationDelivery',
      'Gap',
      'Feedback',
      'Staff',
      'Team',
    ]) {
      expect(counts[table], table).toBeGreaterThan(0);
    }
  });

  it('marks everything as demo, and gives nobody a password', async () => {
    const { client } = database.db;
    expect(await client.customer.count({ where: { demo: false } })).toBe(0);
    expect(await client.conversation.count({ where: { demo: false } })).toBe(0);
    expect(await client.product.count({ where: { demo: false } })).toBe(0);
    expect(await client.article.count({ where: { demo: false } })).toBe(0);
    expect(await client.staff.count({ where: { OR: [{ demo: false }, { passwordHash: { not: null } }] } })).toBe(0);
  });

  it('puts what was said into the month it was said in', async () => {
    const { rows } = await database.db.pool.query('SELECT count(*)::int AS n FROM "Activity_default"');
    expect(rows[0].n).toBe(0);
  });

  it('numbers the next complaint after its own', async () => {
    const { client } = database.db;
    const last = await client.complaint.findFirstOrThrow({ orderBy: { number: 'desc' } });
    const customer = await client.customer.findFirstOrThrow();
    const made = await client.complaint.create({
      data: { customerId: customer.id, language: 'zh', whatHappened: '坏了', createdAt: now },
    });
    expect(made.number).toBe(last.number + 1);
  });

  it('tells the shop’s facts in the shape that the shop reads', async () => {
    const setting = await database.db.client.setting.findUniqueOrThrow({ where: { key: 'shop' } });
    expect(shopProfileSchema.parse(setting.value).hotline).toBe('400-555-0100');
  });

  it('does nothing a second time', async () => {
    const counts = await rowCounts();
    expect(await load()).toBe(false);
    expect(await rowCounts()).toEqual(counts);
  });

  it('is taken back whole; what real customers did stays, with the product in words', async () => {
    const { client } = database.db;
    const kettle = await client.product.findUniqueOrThrow({ where: { sku: 'K710' } });
    const customer = await client.customer.create({ data: { id: v7(), name: '真客户' } });
    const kept = await client.complaint.create({
      data: { customerId: customer.id, productId: kettle.id, language: 'zh', whatHappened: '漏水' },
    });
    await removeDemo(database.db);
    const { productId, productText } = await client.complaint.findUniqueOrThrow({ where: { id: kept.id } });
    expect([productId, productText]).toEqual([null, '栖木双层防烫电热水壶 1.7L']);
    expect(await client.setting.findUnique({ where: { key: 'demoRemoved' } })).not.toBeNull();
    await client.complaint.delete({ where: { id: kept.id } });
    await client.customer.delete({ where: { id: customer.id } });
    const {
      Setting: _mark,
      Survey: _survey,
      SurveyVersion: _version,
      SurveyTouch: _touch,
      ...counts
    } = await rowCounts();
    const { Setting: _none, Survey: _noSurvey, SurveyVersion: _noVersion, SurveyTouch: _noTouch, ...atFirst } = before;
    expect(counts).toEqual(atFirst);
    expect(await client.setting.count({ where: { key: { not: 'demoRemoved' } } })).toBe(before.Setting);
  });

  it('can be loaded again, with the numbers of complaints going on', async () => {
    expect(await load()).toBe(true);
    const first = await database.db.client.complaint.findFirstOrThrow({ orderBy: { number: 'asc' } });
    expect(first.number).toBeGreaterThan(1001);
  }, 60_000);

  it('leaves a database alone that has a customer of its own', async () => {
    await removeDemo(database.db);
    await database.db.client.customer.create({ data: { id: v7(), name: '真客户' } });
    expect(await load()).toBe(false);
    expect(await database.db.client.product.count()).toBe(0);
  });
});
