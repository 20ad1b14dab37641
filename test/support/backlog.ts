import type { Database } from '#prisma/client.ts';

/** How much there is, and who works with it. */
export interface Backlog {
  open: number;
  done: number;
  people: number;
  now: Date;
}

/**
 * Fills a database with customers, colleagues of four teams, open and done tasks and their clocks: a third of the open ones
 * is nobody's, some are late, some sleep. Written by the database itself: ten thousand in a second.
 */
export async function fillBacklog(db: Database, { open, done, people, now }: Backlog): Promise<void> {
  const run = (sql: string, ...values: unknown[]) => db.client.$executeRawUnsafe(sql, ...values);
  await run(
    `INSERT INTO "Team" (id, key, name) SELECT uuidv7(), 'bench' || n, '{"zh":"小组","en":"Team"}'::jsonb FROM generate_series(0, 3) n`,
  );
  await run(
    `INSERT INTO "Staff" (id, email, name, role, language, "teamId")
     SELECT uuidv7(), 'bench' || n || '@example.com', '同事' || n, 'staff', 'zh', (SELECT id FROM "Team" WHERE key = 'bench' || n % 4)
       FROM generate_series(1, $1::int) n`,
    people,
  );
  await run(
    `INSERT INTO "Customer" (id, name, tier) SELECT uuidv7(), '顾客' || n, (ARRAY['standard', 'silver', 'gold'])[1 + n % 3]
       FROM generate_series(1, $1::int) n`,
    open,
  );
  const numbered = (table: string) => `(SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM "${table}")`;
  await run(
    `INSERT INTO "Task" (id, type, title, detail, priority, state, "dueAt", "ownerId", "teamId", "customerId", "snoozedUntil",
                         "createdAt", "completedAt", "completedById", outcome)
     SELECT uuidv7(), (ARRAY['callBack', 'answer', 'complaint', 'custom'])[1 + g % 4], '第' || g || '项：请尽快联系顾客',
            repeat('顾客说水壶漏水，希望换一个新的。', 4), (ARRAY['urgent', 'high', 'normal', 'low'])[1 + g % 4]::"TaskPriority",
            CASE WHEN g <= $1::int THEN 'open' ELSE 'done' END::"TaskState",
            $4::timestamptz + ((g * 7919) % 20000 - 2000) * interval '1 minute' - CASE WHEN g > $1::int THEN interval '30 days' ELSE interval '0' END,
            CASE WHEN g % 3 > 0 THEN s.id END, t.id, c.id,
            CASE WHEN g <= $1::int AND g % 20 = 0 THEN $4::timestamptz + interval '1 day' END,
            $4::timestamptz - interval '3 days',
            CASE WHEN g > $1::int THEN $4::timestamptz - interval '1 day' END,
            CASE WHEN g > $1::int THEN s.id END, CASE WHEN g > $1::int THEN 'solved' END
       FROM generate_series(1, $1::int + $2::int) g
       JOIN ${numbered('Staff')} s ON s.n = g % $3::int
       JOIN ${numbered('Customer')} c ON c.n = g % $1::int
       JOIN ${numbered('Team')} t ON t.n = g % 4`,
    open,
    done,
    people,
    now,
  );
  await run(
    `INSERT INTO "ServiceClock" (id, metric, "taskId", priority, state, "startedAt", "targetSeconds", "calendarId",
                                 "calendarVersion", "countedFrom", "dueAt", "finishedAt", met)
     SELECT uuidv7(), 'resolution', t.id, t.priority, CASE t.state WHEN 'open' THEN 'running' ELSE 'done' END::"ServiceClockState",
            t."createdAt", 14400, k.id, k.version, CASE t.state WHEN 'open' THEN t."createdAt" END, t."dueAt", t."completedAt",
            CASE t.state WHEN 'done' THEN true END
       FROM "Task" t, (SELECT id, version FROM "Calendar" WHERE key = 'shop') k`,
  );
  await run('ANALYZE');
}
