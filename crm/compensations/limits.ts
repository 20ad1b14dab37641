import { z } from 'zod';
import type { Client, Role } from '#prisma/client.ts';

const KEY = 'compensationLimits';
const limit = z.int().min(0).max(100_000_000).nullable();
const atMost = (one: number | null, other: number | null): boolean => other === null || (one !== null && one <= other);

const stored = z.object({ staff: limit, manager: limit, administrator: limit });

/** What each role may grant for one complaint, in the currency's smallest unit; null: no limit. Stored as the setting `compensationLimits`. */
export const limitsSchema = stored
  .refine(({ staff, manager }) => atMost(staff, manager), {
    path: ['manager'],
    message: 'Managers approve what staff may not grant: their limit can not be below that of staff.',
  })
  .refine(({ manager, administrator }) => atMost(manager, administrator), {
    path: ['administrator'],
    message: 'The limit of administrators can not be below that of managers.',
  });
export type Limits = z.infer<typeof limitsSchema>;

/** Until the shop says otherwise: ¥100, ¥1,000, no limit. */
export const defaultLimits: Limits = { staff: 10_000, manager: 100_000, administrator: null };

export async function readLimits(client: Client): Promise<Limits> {
  const row = await client.setting.findUnique({ where: { key: KEY } });
  return row ? stored.parse(row.value) : defaultLimits;
}

export async function keepLimits(client: Client, limits: Limits): Promise<void> {
  const value = limitsSchema.parse(limits);
  await client.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
}

/** Whether this role may let a complaint's compensations come to `totalCents` in all. */
export const within = (limits: Limits, role: Role, totalCents: number): boolean =>
  limits[role] === null || totalCents <= limits[role];
