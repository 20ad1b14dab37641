import type { Client } from '#prisma/client.ts';
import { Prisma } from '#prisma/client.ts';
import { defaultPreference, type NotificationPreferenceValue, preferenceOfRow } from './preferences.ts';
import { afterQuiet } from './quietTime.ts';
import { levelOf, type PersonalWay, type WayId } from './ways.ts';

/** One notification on its way out, before it has a row. */
export interface Route {
  notificationId: string;
  way: WayId;
  lane: string;
  staffId?: string;
  targetId?: string;
  subscriptionId?: string;
  mentions?: string[];
  at: Date;
}

/** A person who is told, with the ways that know them. */
export interface Told {
  notificationId: string;
  urgent: boolean;
  /** The team of the task that it is about. */
  taskTeamId: string | null;
  staffId: string;
  teamId: string | null;
  email: string;
  preference: NotificationPreferenceValue;
  /** Ways at which the person has linked an account. */
  linked: string[];
  subscriptionIds: string[];
}

type ToldRow = Omit<Told, 'preference'> & { preference: Parameters<typeof preferenceOfRow>[0] | null };

/** Those who were told of `key`, in one statement: it is part of somebody's turn. */
export async function whoWasTold(client: Client, key: string, staffIds: string[]): Promise<Told[]> {
  const rows = await client.$queryRaw<ToldRow[]>(Prisma.sql`
    SELECT n.id AS "notificationId", n.urgent, t."teamId" AS "taskTeamId", s.id AS "staffId", s."teamId", s.email, to_jsonb(p) AS preference,
           ARRAY(SELECT a.way FROM "StaffAddress" a WHERE a."staffId" = s.id) AS linked,
           ARRAY(SELECT u.id FROM "PushSubscription" u WHERE u."staffId" = s.id ORDER BY u.id) AS "subscriptionIds"
      FROM "Notification" n JOIN "Staff" s ON s.id = n."staffId" AND s.active AND NOT s.demo
      LEFT JOIN "Task" t ON t.id = n."taskId"
      LEFT JOIN "NotificationPreference" p ON p."staffId" = s.id
     WHERE n.key = ${key} AND n."staffId" = ANY(${staffIds}::uuid[]) ORDER BY n.id`);
  return rows.map((row) => ({
    ...row,
    preference: row.preference ? preferenceOfRow(row.preference) : defaultPreference,
  }));
}

/** An event as routing sees it. */
export interface Occurrence {
  kind: string;
  urgent: boolean;
  now: Date;
  /** The shop's; quiet hours are told by its clock. */
  zone: string;
}

/** The ways on which a person is told, with when. */
export function personalRoutes(told: Told, { kind, urgent, now, zone }: Occurrence, ways: readonly WayId[]): Route[] {
  const { preference, notificationId, staffId } = told;
  if (preference.mutedKinds.some((muted) => muted === kind)) return [];
  const at = urgent && preference.urgentAnyway ? now : afterQuiet(now, preference, zone);
  if (!at) return [];
  const wanted = (way: PersonalWay) => {
    const level = levelOf(preference.ways, way);
    return ways.includes(way) && (level === 'all' || (level === 'urgent' && urgent));
  };
  const route = (way: PersonalWay) => ({ notificationId, staffId, way, lane: `${way}:${staffId}`, at });
  const routes: Route[] = [];
  // The administrator of a fresh house has an address that no mail reaches.
  if (wanted('mail') && !told.email.endsWith('@localhost')) routes.push(route('mail'));
  for (const way of ['wecom', 'teams'] as const) {
    if (wanted(way) && told.linked.includes(way)) routes.push(route(way));
  }
  if (wanted('push')) {
    for (const id of told.subscriptionIds) routes.push({ ...route('push'), lane: `push:${id}`, subscriptionId: id });
  }
  return routes;
}

interface Target {
  id: string;
  way: string;
  teamId: string | null;
  urgentOnly: boolean;
}

/** The groups and systems that hear what is told to `told`: once each, naming whom it concerns. */
export function targetRoutes(told: Told[], targets: Target[], occurrence: Occurrence, ways: readonly WayId[]): Route[] {
  const [first] = told;
  if (!first) return [];
  const teams = new Set([first.taskTeamId, ...told.map((person) => person.teamId)]);
  return targets
    .filter((target) => ways.includes(target.way as WayId))
    .filter((target) => target.teamId === null || teams.has(target.teamId))
    .filter((target) => !target.urgentOnly || occurrence.urgent)
    .map((target) => ({
      notificationId: first.notificationId,
      way: target.way as WayId,
      lane: `target:${target.id}`,
      targetId: target.id,
      mentions: told.map(({ staffId }) => staffId),
      at: occurrence.now,
    }));
}
