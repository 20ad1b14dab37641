import type { Clock } from '#crm/clock.ts';
import type { Services } from '#crm/services.ts';
import { onBusinessDay } from '#crm/shop/businessTime.ts';
import { readySurveys } from '#crm/surveys/readySurveys.ts';
import { standardTypes } from '#crm/tasks/types/standardTypes.ts';
import type { Database } from '#prisma/client.ts';

/** What the demo shop is brought to life with. */
type DemoServices = Pick<Services, 'tasks' | 'serviceLevels' | 'shop'>;

/** Loads the demo shop into an empty database; whoever removed it is not given it again. Tells whether it did. */
export async function prepareDemo(db: Database, clock: Clock, onProgress: (step: string) => void): Promise<boolean> {
  const [products, customers, removed] = await Promise.all([
    db.client.product.count(),
    db.client.customer.count(),
    db.client.setting.findUnique({ where: { key: 'demoRemoved' } }),
  ]);
  if (products > 0 || customers > 0 || removed) return false;
  onProgress('Loading the demo shop …');
  const { seedDemo } = await import('#prisma/seed/demo.ts');
  const checklists = Object.fromEntries(Object.entries(standardTypes).map(([type, rule]) => [type, rule.checklist]));
  await seedDemo(db, { now: clock.now(), surveys: readySurveys, checklists, onProgress });
  return true;
}

/** In a shop that was just loaded a repair waits for what the customer has sent: so that a wait that stands can be seen, too. */
export async function pauseRepair(
  db: Database,
  { tasks, serviceLevels, shop }: DemoServices,
  now: Date,
): Promise<void> {
  await tasks.runDue(now);
  const repair = { type: 'repair', state: 'open', ownerId: { not: null }, customer: { demo: true } } as const;
  const wait = await db.client.serviceClock.findFirst({
    where: { state: 'running', breachedAt: null, task: repair },
    include: { task: { select: { ownerId: true } } },
    orderBy: { id: 'asc' },
  });
  if (!wait?.task?.ownerId) return;
  const until = onBusinessDay(now, 2, '17:00', await shop.calendar());
  const note = '客户已寄出，预计明天到仓 · On its way to us, expected tomorrow';
  await serviceLevels.pause(wait.id, { reason: 'waitingForGoods', note, until }, wait.task.ownerId);
}

/** Where the demo's customers stand now, and stood in the last two years, so that there are changes to be seen; then what was said is read and counted. */
export async function placeCustomers(
  db: Database,
  { segments, talks, enquiries, segmentMonths }: Pick<Services, 'segments' | 'talks' | 'enquiries' | 'segmentMonths'>,
  now: Date,
): Promise<void> {
  for (const at of lookedAt(now)) await segments.runDue(at);
  // What was sent in those months was sent to whom they were then.
  await db.client.$executeRaw`
    UPDATE "Invitation" i SET tier = coalesce(u.tier, ''), segment = coalesce(
        (SELECT s."to" FROM "CustomerStep" s WHERE s."customerId" = u.id AND s.kind = 'segment' AND s.at <= i."sentAt" ORDER BY s.at DESC LIMIT 1),
        (SELECT k.segment FROM "CustomerSegment" k WHERE k."customerId" = u.id), '')
      FROM "Customer" u WHERE u.id = i."customerId" AND u.demo AND i."sentAt" IS NOT NULL AND i.segment IS NULL`;
  await talks.runDue();
  // No report is empty until the clock has come round.
  await enquiries.runDue(now);
  await segmentMonths.runDue(now);
}

/** Four times in the year before the last one, in the evening of each month's last day since, and now: no month is without changes. */
function lookedAt(now: Date): Date[] {
  const earlier = [690, 600, 510, 420].map((days) => new Date(now.getTime() - days * 86_400_000));
  const months = Array.from({ length: 12 }, (_, past) => 11 - past).map(
    (past) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - past, 0, 12)),
  );
  return [...earlier, ...months, now];
}

/** Removes every record of the demo shop. Its texts are only in memory while they are needed. */
export async function forgetDemo(db: Database): Promise<void> {
  const { removeDemo } = await import('#prisma/seed/demo.ts');
  await removeDemo(db);
}
