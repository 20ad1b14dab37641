import type { Client } from '../client.ts';
import { after, DAY } from './history/calendar.ts';
import { Random } from './history/random.ts';
import type { CustomerRow, History, PurchaseRow } from './history/rows.ts';
import { insertRows } from './insertRows.ts';

/** How the demo shop's points and tiers work (see its articles), in the shape of the settings `points` and `tiers`. */
export const loyaltySettings = (now: Date) => ({
  points: {
    active: true,
    centsPerPoint: 100,
    months: 24,
    since: after(now, -800 * DAY)
      .toISOString()
      .slice(0, 10),
    factors: [],
    exchange: { active: true, minPoints: 500, centsPerPoint: 1, days: 90 },
  },
  tiers: {
    active: true,
    graceDays: 30,
    tiers: [
      { key: 'standard', name: { zh: '普卡', en: 'Standard' }, cents: 0, points: null },
      { key: 'silver', name: { zh: '银卡', en: 'Silver' }, cents: SILVER, points: null },
      { key: 'gold', name: { zh: '金卡', en: 'Gold' }, cents: GOLD, points: null },
    ],
  },
});

const SILVER = 100_000;
const GOLD = 300_000;
const EXCHANGED = 500;
const MONTHS_MS = 730 * DAY;
/** Enough like real codes to be shown, and never issued: 1 and 0 are in none of them. */
const codeOf = (place: number): string => `DEMO-${String(1000 + place)}-${String(1000 + ((place * 37) % 9000))}`;

/** Points that the history's purchases earned, some of them exchanged, the tiers that they led to, and vouchers. */
export async function storeLoyalty(client: Client, history: History, now: Date): Promise<void> {
  const ids = new Random(52);
  const entries: object[] = [];
  const takes: object[] = [];
  const vouchers: object[] = [];
  const changes: object[] = [];
  history.customers.forEach((customer, place) => {
    const bought = history.purchases
      .filter(({ customerId }) => customerId === customer.id)
      .sort((a, b) => +a.purchasedAt - +b.purchasedAt);
    const lots = bought
      .filter(({ purchasedAt }) => +purchasedAt > +now - MONTHS_MS + DAY)
      .map((purchase) => earned(purchase, ids));
    entries.push(...lots);
    changes.push(...tierChanges(customer, bought, ids, now));
    const at = after(now, -(20 + (place % 30)) * DAY);
    const open = lots.filter((lot) => lot.at < at);
    if (place % 5 === 0 && open.reduce((sum, { points }) => sum + points, 0) >= EXCHANGED) {
      const spent = entryOf(ids, customer.id, at, { kind: 'spend', points: -EXCHANGED, cause: 'voucher' });
      entries.push(spent);
      let wanted = EXCHANGED;
      for (const lot of open) {
        const points = Math.min(lot.points, wanted);
        if (points > 0) takes.push({ id: ids.id(at), fromId: lot.id, byId: spent.id, points });
        wanted -= points;
      }
      const used =
        place % 10 === 0
          ? { redeemedAt: after(at, 3 * DAY), redeemedBy: 'chat' }
          : { redeemedAt: null, redeemedBy: null };
      vouchers.push({ ...voucherOf(ids, customer.id, place, at), ...used, amount: EXCHANGED, cause: 'points' });
    } else if (customer.tier !== 'standard' && place % 4 === 0) {
      const amount = customer.tier === 'gold' ? 6000 : 3000;
      const unused = { redeemedAt: null, redeemedBy: null };
      vouchers.push({ ...voucherOf(ids, customer.id, place, after(now, -9 * DAY)), ...unused, amount, cause: 'care' });
    }
  });
  await insertRows(client, 'PointsEntry', entries);
  await insertRows(client, 'PointsTake', takes);
  await insertRows(client, 'Voucher', vouchers);
  await insertRows(client, 'TierChange', changes);
  await giveOwners(client, history, ids, now);
}

function entryOf(ids: Random, customerId: string, at: Date, said: { kind: string; points: number; cause: string }) {
  return {
    id: ids.id(at),
    customerId,
    at,
    recordedAt: at,
    expiresAt: null as Date | null,
    purchaseId: null as string | null,
    key: null as string | null,
    ...said,
  };
}

function earned({ id, customerId, amountCents, purchasedAt }: PurchaseRow, ids: Random) {
  const said = { kind: 'earn', points: Math.max(1, Math.floor(amountCents / 100)), cause: 'purchase' };
  const expiresAt = after(purchasedAt, MONTHS_MS);
  return { ...entryOf(ids, customerId, purchasedAt, said), expiresAt, purchaseId: id, key: `purchase:${id}` };
}

const voucherOf = (ids: Random, customerId: string, place: number, at: Date) => ({
  id: ids.id(at),
  code: codeOf(place),
  customerId,
  kind: 'value',
  minCents: 0,
  issuedAt: at,
  validUntil: after(at, 90 * DAY),
});

/** When a year's purchases first reached silver and gold; and the fall to what they are worth now. */
function tierChanges(
  { id: customerId, tier }: CustomerRow,
  bought: readonly PurchaseRow[],
  ids: Random,
  now: Date,
): object[] {
  const rows: object[] = [];
  let current = 'standard';
  const change = (to: string, at: Date, up: boolean, cents: number) => {
    const evidence = { cents, points: Math.floor(cents / 100), since: after(at, -365 * DAY).toISOString() };
    rows.push({ id: ids.id(at), customerId, from: current, to, at, up, cause: 'rule', evidence });
    current = to;
  };
  const year = (at: Date) =>
    bought
      .filter(({ purchasedAt }) => purchasedAt <= at && +purchasedAt > +at - 365 * DAY)
      .reduce((sum, { amountCents }) => sum + amountCents, 0);
  for (const { purchasedAt } of bought) {
    const cents = year(purchasedAt);
    if (cents >= GOLD && current !== 'gold') change('gold', purchasedAt, true, cents);
    else if (cents >= SILVER && current === 'standard') change('silver', purchasedAt, true, cents);
  }
  if (current !== tier) change(tier, after(now, -12 * DAY), false, year(now));
  return rows;
}

/** A third of the customers are looked after by somebody; of them it is written down how far the relation has come. */
async function giveOwners(client: Client, history: History, ids: Random, now: Date): Promise<void> {
  const people = history.staff.filter(({ role }) => role === 'staff');
  const steps: object[] = [];
  for (const [place, { id: customerId, createdAt }] of history.customers.entries()) {
    const owner = people[place % people.length];
    if (place % 3 > 0 || !owner) continue;
    const orders = new Set(
      history.purchases.filter((purchase) => purchase.customerId === customerId).map(({ orderNumber }) => orderNumber),
    ).size;
    const stage = orders > 3 ? 'repeat' : orders > 0 ? 'bought' : 'interested';
    const at = new Date(Math.min(+createdAt + 5 * DAY, +now - DAY));
    await client.customer.update({ where: { id: customerId }, data: { ownerId: owner.id, ownedSince: at, stage } });
    const step = { customerId, at, staffId: owner.id, evidence: {}, note: null };
    steps.push(
      { ...step, id: ids.id(at), kind: 'owner', from: null, to: owner.id },
      { ...step, id: ids.id(after(at, DAY / 2)), at: after(at, DAY / 2), kind: 'stage', from: null, to: stage },
    );
  }
  await insertRows(client, 'CustomerStep', steps);
}
