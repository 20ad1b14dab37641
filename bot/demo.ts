import type { Clock } from '#crm/clock.ts';
import { readySurveys } from '#crm/surveys/readySurveys.ts';
import { standardTypes } from '#crm/tasks/types/standardTypes.ts';
import type { Database } from '#prisma/client.ts';

/** Loads the demo shop into an empty database; whoever removed it is not given it again. */
export async function prepareDemo(db: Database, clock: Clock, onProgress: (step: string) => void): Promise<void> {
  const [products, customers, removed] = await Promise.all([
    db.client.product.count(),
    db.client.customer.count(),
    db.client.setting.findUnique({ where: { key: 'demoRemoved' } }),
  ]);
  if (products > 0 || customers > 0 || removed) return;
  onProgress('Loading the demo shop …');
  const { seedDemo } = await import('#prisma/seed/demo.ts');
  const checklists = Object.fromEntries(Object.entries(standardTypes).map(([type, rule]) => [type, rule.checklist]));
  await seedDemo(db, { now: clock.now(), surveys: readySurveys, checklists, onProgress });
}

/** Removes every record of the demo shop. Its texts are only in memory while they are needed. */
export async function forgetDemo(db: Database): Promise<void> {
  const { removeDemo } = await import('#prisma/seed/demo.ts');
  await removeDemo(db);
}
