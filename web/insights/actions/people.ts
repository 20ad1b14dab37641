import type { PeopleJson } from '#api/reportPeople.ts';
import { request } from '../../desk/frame/request.ts';
import { reportPath } from '../reportPath.ts';

/** How many customers are behind a report, and the latest of them: as many as can be written to at once. */
export type People = PeopleJson;

/** The customers in view: `key` tells one view from another. */
export interface PeopleInView {
  key: unknown;
  read(): Promise<People>;
}

/** Those whom the API counts behind a report, whatever page of it is shown. */
export const peopleAt = (
  path: string,
  query: Record<string, string | number | boolean | undefined> = {},
): PeopleInView => ({
  key: [path, query],
  read: () => request.get<People>(reportPath(`/reports/${path}/people`, query)),
});

/** Those of a list that is shown whole. */
export function peopleOf(rows: readonly { customerId: string | null }[]): PeopleInView {
  const ids = [...new Set(rows.flatMap(({ customerId }) => customerId ?? []))];
  const unnamed = rows.filter(({ customerId }) => customerId === null).length;
  return { key: ids, read: () => Promise.resolve({ total: ids.length, unnamed, customerIds: ids }) };
}
