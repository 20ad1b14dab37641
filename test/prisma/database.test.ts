import { describe, expect, it } from 'vitest';
import { Prisma } from '#prisma/client.ts';
import { migratedSchema, wholeSchema } from '#prisma/schemaEngine.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

describe('transactions', () => {
  it('join the one that is open and roll back together', async () => {
    const { db } = database;
    const attempt = db.transaction(async () => {
      await db.client.setting.create({ data: { key: 'a', value: 1 } });
      await db.transaction((client) => client.setting.create({ data: { key: 'b', value: 2 } }));
      throw new Error('no');
    });
    await expect(attempt).rejects.toThrow('no');
    expect(await db.client.setting.count({ where: { key: { in: ['a', 'b'] } } })).toBe(0);
  });

  it('are retried when their neighbours stand in the way', async () => {
    const { db } = database;
    await db.client.setting.create({ data: { key: 'counter', value: 0 } });
    const increment = () =>
      db.transaction(async (client) => {
        await client.$executeRaw`SET TRANSACTION ISOLATION LEVEL SERIALIZABLE`;
        const row = await client.setting.findUniqueOrThrow({ where: { key: 'counter' } });
        await client.setting.update({ where: { key: 'counter' }, data: { value: Number(row.value) + 1 } });
      });
    await Promise.all([increment(), increment(), increment()]);
    expect((await db.client.setting.findUniqueOrThrow({ where: { key: 'counter' } })).value).toBe(3);
  });
});

describe('a unit of work', () => {
  it('without commands runs only its last statement', async () => {
    const { db } = database;
    const result = await db.unitOfWork(async (unit) => {
      expect(unit.opened).toBe(false);
      return unit.finish(async (execute) => (await execute('one', 'SELECT $1::int AS one', [1]))[0]?.one);
    });
    expect(result).toBe(1);
  });

  it('commits its commands and last statement together, and not before', async () => {
    const { db } = database;
    await db.unitOfWork(async (unit) => {
      await db.transaction((client) => client.setting.create({ data: { key: 'unit', value: 1 } }));
      const outside = await db.pool.query(`SELECT 1 FROM "Setting" WHERE key = 'unit'`);
      expect(outside.rowCount).toBe(0);
      await unit.finish((execute) => execute('', `UPDATE "Setting" SET value = '2' WHERE key = $1`, ['unit']));
    });
    expect((await db.client.setting.findUniqueOrThrow({ where: { key: 'unit' } })).value).toBe(2);
  });

  it('leaves nothing behind when abandoned or when its last statement fails', async () => {
    const { db } = database;
    await db.unitOfWork(async (unit) => {
      await db.transaction((client) => client.setting.create({ data: { key: 'gone', value: 1 } }));
      await unit.abandon();
    });
    const failing = db.unitOfWork(async (unit) => {
      await db.transaction((client) => client.setting.create({ data: { key: 'gone', value: 1 } }));
      await unit.finish(async () => {
        throw new Error('not mine any more');
      });
    });
    await expect(failing).rejects.toThrow('not mine any more');
    expect(await db.client.setting.count({ where: { key: 'gone' } })).toBe(0);
  });
});

describe('signals', () => {
  it('wait for the commit and are forgotten with a rollback', async () => {
    const { db } = database;
    const seen: unknown[] = [];
    const unsubscribe = db.signals.subscribe('tasks', (payload) => seen.push(payload.taskId));
    await db.transaction(async () => {
      db.signals.publish('tasks', { taskId: 'kept' });
      expect(seen).toEqual([]);
    });
    await db
      .transaction(async () => {
        db.signals.publish('tasks', { taskId: 'dropped' });
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    unsubscribe();
    expect(seen).toEqual(['kept']);
  });
});

describe('the history', () => {
  it('lies in the partition of its month', async () => {
    const { db } = database;
    const now = new Date();
    const conversation = await db.client.conversation.create({ data: { channel: 'test', externalId: 'partition' } });
    const row = {
      conversationId: conversation.id,
      sequence: 1,
      direction: 'inbound',
      type: 'message',
      sender: 'customer',
    } as const;
    const { id } = await db.client.activity.create({ data: { ...row, body: {} } });
    const months = `${now.getUTCFullYear()}_${String(now.getUTCMonth() + 1).padStart(2, '0')}`;
    const found = await db.pool.query(`SELECT tableoid::regclass::text AS name FROM "Activity" WHERE id = $1`, [id]);
    expect(found.rows[0].name).toBe(`"Activity_${months}"`);
    // An id of no month's partition is kept all the same.
    const ancient = await db.client.activity.create({
      data: { ...row, id: '00000000-0000-7000-8000-000000000001', body: {} },
    });
    const other = await db.pool.query(`SELECT tableoid::regclass::text AS name FROM "Activity" WHERE id = $1`, [
      ancient.id,
    ]);
    expect(other.rows[0].name).toBe('"Activity_default"');
  });
});

describe('the migrations', () => {
  it('say what the schema says: no change was forgotten', () => {
    expect(migratedSchema()).toBe(wholeSchema());
  });

  it('make every table and column that the client knows', async () => {
    const { client } = database.db;
    for (const model of Object.values(Prisma.ModelName)) {
      const name = (model[0]!.toLowerCase() + model.slice(1)) as 'customer';
      await expect(client[name].findFirst(), model).resolves.not.toThrow();
    }
  });
});
