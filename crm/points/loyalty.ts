import type { Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Pool } from '../pool/pool.ts';
import { Segments } from '../segments/segments.ts';
import type { Shop } from '../shop/shop.ts';
import { Tiers } from '../tiers/tiers.ts';
import { Vouchers } from '../vouchers/vouchers.ts';
import { Points } from './points.ts';

/** What keeps customers, and tells how they stand. */
export interface LoyaltyServices {
  points: Points;
  tiers: Tiers;
  vouchers: Vouchers;
  segments: Segments;
  pool: Pool;
}

/** Builds them in the order in which they stand on each other. */
export function createLoyalty(parts: { db: Database; clock: Clock; shop: Shop; audit: Audit }): LoyaltyServices {
  const { db, clock, shop, audit } = parts;
  const points = new Points(db, clock, shop, audit);
  return {
    points,
    tiers: new Tiers(db, clock, audit),
    vouchers: new Vouchers(db, clock, audit, points),
    segments: new Segments(db, clock, shop, audit),
    pool: new Pool(db, clock, shop, audit),
  };
}
