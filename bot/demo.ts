import type { Clock } from '#crm/clock.ts';
import type { Database } from '#prisma/client.ts';
import { seedDemo } from '#prisma/seed/demo.ts';

/** Loads the demo shop into an empty database; whoever removed it is not given it again. */
export async function prepareDemo(db: Database, clock: Clock, onProgress: (step: string) => void): Promise<void> {
  const [products, customers, removed] = await Promise.all([
    db.client.product.count(),
    db.client.customer.count(),
    db.client.setting.findUnique({ where: { key: 'demoRemoved' } }),
  ]);
  if (products > 0 || customers > 0 || removed) return;
  onProgress('Loading the demo shop …');
  await seedDemo(db, { now: clock.now(), onProgress });
}
