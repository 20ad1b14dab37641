import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import type { Client, Prisma } from '#prisma/client.ts';
import type { Candidate } from './occasions.ts';
import type { Survey } from './survey.ts';
import { isDrawn, ofTalk } from './verdict.ts';

/**
 * Keeps that these are to be asked, or why not, each cause once; `all`: whoever is chosen is asked, else the sample says who. How many are
 * newly planned.
 */
export async function storePlanned(
  client: Client,
  survey: Survey,
  found: readonly Candidate[],
  now: Date,
  all: boolean,
): Promise<number> {
  let planned = 0;
  for (let at = 0; at < found.length; at += 1000) {
    const rows = found.slice(at, at + 1000).map(({ reason, ...candidate }) => {
      const drawn = all || isDrawn(survey.id, candidate.cause, survey.asking.samplePercent);
      const why = reason ?? (drawn ? null : 'notSampled');
      const state = why
        ? { state: 'withheld' as const, reason: why, decidedAt: now }
        : { state: 'planned' as const, reason: null, dueAt: now };
      return { id: v7(), surveyId: survey.id, version: survey.version, ...candidate, ...state };
    });
    const [asked, left] = [rows.filter(({ reason }) => !reason), rows.filter(({ reason }) => reason)];
    planned += await keepDecisions(client, asked);
    await keepDecisions(client, left);
  }
  return planned;
}

type Decision = Prisma.InvitationCreateManyInput & { surveyId: string; cause: string };

/** Keeps decisions, one for each survey and cause; that of a talk which went on is replaced. How many are new. */
export async function keepDecisions(client: Client, rows: Decision[]): Promise<number> {
  if (rows.length === 0) return 0;
  let { count } = await client.invitation.createMany({ data: rows, skipDuplicates: true });
  if (count === rows.length) return count;
  const causes = rows.map(({ cause }) => cause).filter((cause) => cause.startsWith('conversation:'));
  const where = { surveyId: rows[0]!.surveyId, state: 'withheld' as const, reason: { in: [...ofTalk] } };
  const select = { id: true, cause: true } as const;
  for (const before of await client.invitation.findMany({ where: { ...where, cause: { in: causes } }, select })) {
    const row = rows.find(({ cause }) => cause === before.cause)!;
    if (row.id === before.id) continue;
    const { state, reason = null, rated = 'bot', decidedAt = null, dueAt = null } = row;
    const data = { state: state!, reason, rated, decidedAt, dueAt };
    count += (await client.invitation.updateMany({ where: { ...where, id: before.id }, data })).count;
  }
  return count;
}

/** The day of a moment in the shop's zone: 2026-07-15. */
export const dayIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
