import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import type { Client } from '#prisma/client.ts';
import type { Candidate } from './occasions.ts';
import type { Survey } from './survey.ts';
import { isDrawn } from './verdict.ts';

/**
 * Keeps that these are to be asked, each cause once; `all`: whoever is chosen is asked, else the sample says who. How many are new.
 */
export async function storePlanned(
  client: Client,
  survey: Survey,
  found: readonly Candidate[],
  now: Date,
  all: boolean,
): Promise<number> {
  let stored = 0;
  for (let at = 0; at < found.length; at += 1000) {
    const data = found.slice(at, at + 1000).map((candidate) => {
      const drawn = all || isDrawn(survey.id, candidate.cause, survey.asking.samplePercent);
      const state = drawn
        ? { state: 'planned' as const, dueAt: now }
        : { state: 'withheld' as const, reason: 'notSampled', decidedAt: now };
      return { id: v7(), surveyId: survey.id, version: survey.version, ...candidate, ...state };
    });
    stored += (await client.invitation.createMany({ data, skipDuplicates: true })).count;
  }
  return stored;
}

/** The day of a moment in the shop's zone: 2026-07-15. */
export const dayIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
