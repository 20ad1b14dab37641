import { randomUUID } from 'node:crypto';
import type { Client } from '#prisma/client.ts';

/**
 * What was asked or answered at these times has changed: their days are counted again (see SurveyDays). To be called in the
 * transaction of every change to an invitation or a response. Rows are only added, so that nobody waits for
 * anybody; their ids are drawn, so that none tells the hour of an anonymous answer.
 */
export async function touch(client: Client, surveyId: string, ...times: (Date | null)[]): Promise<void> {
  const data = times.flatMap((at) => (at ? [{ id: randomUUID(), surveyId, at }] : []));
  if (data.length > 0) await client.surveyTouch.createMany({ data });
}
