import { z } from 'zod';
import type { Client, TaskPriority } from '#prisma/client.ts';

export const priorities = ['urgent', 'high', 'normal', 'low'] as const satisfies readonly TaskPriority[];

/** What targets are for: `task` is the time until a task is done, `resolution` until a complaint is closed. */
export const targetKinds = ['firstResponse', 'nextResponse', 'resolution', 'task'] as const;
export type TargetKind = (typeof targetKinds)[number];

const targetSchema = z.strictObject({
  kind: z.enum(targetKinds),
  priority: z.enum(priorities),
  /** Null: every tier that has no target of its own. */
  tier: z.string().trim().min(1).max(40).nullable(),
  minutes: z
    .int()
    .min(1)
    .max(60 * 24 * 90),
  /** Counts day and night instead of by the calendar. */
  aroundTheClock: z.boolean().default(false),
  /** Null: the shop's. */
  calendarId: z.uuid().nullable().default(null),
});
export type Target = z.output<typeof targetSchema>;

const keyOf = ({ kind, priority, tier }: Target): string => [kind, priority, tier?.toLowerCase() ?? ''].join(' ');

/** The targets of the shop. Stored as the setting `serviceTargets`. */
export const targetsSchema = z
  .array(targetSchema)
  .max(200)
  .refine(
    (targets) => new Set(targets.map(keyOf)).size === targets.length,
    'One target for each kind, priority and tier.',
  );

const SETTING = 'serviceTargets';

const minutes = (kind: TargetKind, urgent: number, high: number, normal: number, low: number): Target[] =>
  priorities.map((priority, i) => ({
    kind,
    priority,
    tier: null,
    minutes: [urgent, high, normal, low][i]!,
    aroundTheClock: kind !== 'resolution' && priority === 'urgent',
    calendarId: null,
  }));

/** Where nothing is set. Tasks have none: urgent ones are due in half an hour, others by the working day (crm/tasks/dueTime.ts). */
export const usualTargets: Target[] = [
  ...minutes('firstResponse', 30, 60, 240, 480),
  ...minutes('nextResponse', 15, 30, 120, 240),
  ...minutes('resolution', 1440, 2880, 4320, 7200),
];

export async function targetsOf(client: Client): Promise<Target[]> {
  const row = await client.setting.findUnique({ where: { key: SETTING } });
  return row ? targetsSchema.catch(usualTargets).parse(row.value) : usualTargets;
}

export async function keepTargets(client: Client, targets: Target[]): Promise<void> {
  await client.setting.upsert({
    where: { key: SETTING },
    create: { key: SETTING, value: targets },
    update: { value: targets },
  });
}

/** The target for a tier of customers, else the one for every tier; undefined: it is measured without one. */
export function targetFor(
  targets: readonly Target[],
  { kind, priority, tier }: { kind: TargetKind; priority: TaskPriority; tier: string | null },
): Target | undefined {
  const fitting = targets.filter((target) => target.kind === kind && target.priority === priority);
  const wanted = tier?.toLowerCase();
  return (
    fitting.find((target) => target.tier !== null && target.tier.toLowerCase() === wanted) ??
    fitting.find((target) => target.tier === null)
  );
}
