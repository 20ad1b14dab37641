import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Database, Prisma } from '#prisma/client.ts';
import type { Audit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import { KeptSetting } from '../../keptSetting.ts';
import type { CustomerFiles } from '../erasedList.ts';
import type { Privacy } from '../privacy.ts';
import { type RetentionKind, retentionKinds } from './kinds.ts';

const kindIds = retentionKinds.map(({ id }) => id);

/** How many months each kind is kept after it is over; null, or a kind that is not named: until somebody deletes it. */
export const retentionPeriods = z.partialRecord(z.enum(kindIds), z.int().min(3).max(240).nullable());
export type RetentionPeriods = z.infer<typeof retentionPeriods>;

/** What a period would cut now. */
export interface RetentionPreview {
  kind: string;
  months: number | null;
  /** How many rows (of people: records), and the oldest. */
  rows: number;
  oldest: Date | null;
}

const lastRunSchema = z.object({ at: z.coerce.date(), counts: z.record(z.string(), z.int()) });
/** When it was last cut, and how much of what. */
export type RetentionRun = z.infer<typeof lastRunSchema>;

const RUN_KEY = 'retentionRun';
/** Rows at a time; so many times a night. What is left waits for the next. */
const BATCH = 500;
const BATCHES = 200;
/** Erasing a person is many statements. */
const PEOPLE = 500;

/** Keeps what a shop keeps of people no longer than it wants to (PIPL 19, GDPR 5(1)(e)). Nothing goes unless a period is set. */
export class Retention {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  readonly #periods: KeptSetting<RetentionPeriods>;
  readonly #privacy: Privacy;
  readonly #files: CustomerFiles;

  constructor(parts: { db: Database; clock: Clock; audit: Audit; privacy: Privacy; files: CustomerFiles }) {
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#audit = parts.audit;
    this.#periods = new KeptSetting({ ...parts, key: 'retention', schema: retentionPeriods, standard: {} });
    this.#privacy = parts.privacy;
    this.#files = parts.files;
  }

  periods(): Promise<RetentionPeriods> {
    return this.#periods.read();
  }

  keepPeriods(value: RetentionPeriods, staffId: string | null): Promise<RetentionPeriods> {
    return this.#periods.keep(value, staffId);
  }

  async lastRun(): Promise<RetentionRun | null> {
    const row = await this.#db.client.setting.findUnique({ where: { key: RUN_KEY } });
    return row ? lastRunSchema.parse(row.value) : null;
  }

  /** What these periods would cut now; nothing is changed. */
  async preview(periods: RetentionPeriods): Promise<RetentionPreview[]> {
    const previews: RetentionPreview[] = [];
    for (const kind of retentionKinds) {
      const months = periods[kind.id] ?? null;
      if (months === null) {
        previews.push({ kind: kind.id, months, rows: 0, oldest: null });
        continue;
      }
      const [found] = await this.#db.client.$queryRaw<{ rows: number; oldest: Date | null }[]>`
        SELECT count(*)::int AS rows, min(d.at) AS oldest FROM (${kind.due(this.#before(months))}) d`;
      previews.push({ kind: kind.id, months, ...found! });
    }
    return previews;
  }

  /** Cuts what is older than its period. Safe to run twice, and at the same time. Tells how much of what. */
  async runDue(): Promise<Record<string, number>> {
    const periods = await this.periods();
    const counts: Record<string, number> = {};
    for (const kind of retentionKinds) {
      const months = periods[kind.id];
      if (months == null) continue;
      const cut = await this.#cutAll(kind, this.#before(months));
      if (cut > 0) counts[kind.id] = cut;
    }
    const value = { at: this.#clock.now().toISOString(), counts };
    await this.#db.transaction(async (client) => {
      await client.setting.upsert({ where: { key: RUN_KEY }, create: { key: RUN_KEY, value }, update: { value } });
      if (Object.keys(counts).length > 0)
        await this.#audit.record({ staffId: null, action: 'run', entity: 'retention', fields: Object.keys(counts) });
    });
    return counts;
  }

  async #cutAll(kind: RetentionKind, before: Date): Promise<number> {
    if (kind.cut === 'people') return this.#erasePeople(kind, before);
    const cut = kind.cut;
    let total = 0;
    for (let round = 0; round < BATCHES; round++) {
      const { ids, uploads } = await this.#db.transaction(async (client) => {
        const rows = await client.$queryRaw<{ id: string }[]>`
          SELECT d.id FROM (${kind.due(before)}) d ORDER BY d.at, d.id LIMIT ${BATCH}`;
        const found = rows.map(({ id }) => id);
        const { uploads: files = [] } = found.length > 0 ? await cut(client, found, this.#clock.now()) : {};
        return { ids: found, uploads: files };
      });
      await this.#files.remove(uploads);
      total += ids.length;
      if (ids.length < BATCH) break;
    }
    return total;
  }

  async #erasePeople(kind: RetentionKind, before: Date): Promise<number> {
    const rows = await this.#db.client.$queryRaw<{ id: string }[]>`
      SELECT d.id FROM (${kind.due(before)}) d ORDER BY d.at, d.id LIMIT ${PEOPLE}`;
    for (const { id } of rows) {
      // Another may have been the same person's.
      const there = await this.#db.client.$queryRaw<unknown[]>(
        Prisma.sql`SELECT 1 FROM (${kind.due(before)}) d WHERE d.id = ${id}::uuid`,
      );
      if (there.length > 0) await this.#privacy.erase(id, { source: 'retention' });
    }
    return rows.length;
  }

  #before(months: number): Date {
    const now = Temporal.Instant.fromEpochMilliseconds(this.#clock.now().getTime()).toZonedDateTimeISO('UTC');
    return new Date(now.subtract({ months }).epochMilliseconds);
  }
}
