import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import type { Client } from '#prisma/client.ts';
import type { Candidate } from './occasions.ts';
import type { CareRule } from './rule.ts';
import { isControl } from './verdict.ts';

const BATCH = 1000;

/** Writes down whom a rule concerns; an occasion that is there already is left as it is. Tells how many are new. */
export async function storePlanned(
  client: Client,
  rule: Pick<CareRule, 'id' | 'controlPercent'>,
  candidates: readonly Candidate[],
  now: Date,
  staffId: string | null = null,
): Promise<number> {
  let stored = 0;
  for (let at = 0; at < candidates.length; at += BATCH) {
    const data = candidates.slice(at, at + BATCH).map(({ customerId, occasion, variables }) => {
      const control = isControl(rule.id, customerId, rule.controlPercent);
      const decided = control ? { state: 'control' as const, decidedAt: now } : {};
      return { id: v7(), ruleId: rule.id, customerId, occasion, variables, staffId, dueAt: now, ...decided };
    });
    stored += (await client.careMessage.createMany({ data, skipDuplicates: true })).count;
  }
  return stored;
}

/** The date that it is in a zone. */
export const dateIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
