import { pino } from 'pino';
import { v7 } from 'uuid';
import { createAnswerer } from '#ai/answerer.ts';
import { Understanding } from '#ai/understanding.ts';
import type { DeliveryEntry } from '#bot/channels/channel.ts';
import type { WecomPushes } from '#bot/channels/wecom/pushes.ts';
import { networks } from '#bot/egress/addresses.ts';
import { createEgress } from '#bot/egress/egress.ts';
import { createNotifier, createNotifying, type Notifying } from '#bot/notifiers/index.ts';
import type { WayParts } from '#bot/notifiers/parts.ts';
import { createServices } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import { type House, TestClock } from '#test/crm/support.ts';

/** A house that tells staff outside the desk, over a real database; this machine may be sent to. */
export interface TellingHouse extends House {
  notifying: Notifying;
  /** What was handed to the Bot Framework. */
  delivered: DeliveryEntry[];
  /** Lines of the log. */
  log: string[];
}

export async function buildTellingHouse(
  db: Database,
  config: Partial<WayParts['config']> = {},
  deliver?: (entry: DeliveryEntry) => Promise<void>,
  wecomPushes?: WecomPushes,
): Promise<TellingHouse> {
  const clock = new TestClock();
  const delivered: DeliveryEntry[] = [];
  const log: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line) => void log.push(line) });
  const egress = createEgress({ allowed: networks(['127.0.0.0/8']) });
  let notifying: Notifying | undefined;
  const services = createServices({
    db,
    clock,
    language: {
      createAnswerer,
      understanding: new Understanding([{ products: { zh: ['多少钱'], en: ['how much'] } }]),
    },
    messenger: { send: async () => undefined, say: async () => undefined, handoff: async () => undefined },
    notifier: createNotifier(db, () => ({ ways: notifying?.ways ?? [], deliveries: services.notificationDeliveries })),
    egress,
    logger,
  });
  const base = { publicUrl: 'https://desk.example', host: '127.0.0.1', port: 3978, smtp: undefined, wecom: undefined };
  notifying = await createNotifying({
    config: { ...base, botFramework: { MicrosoftAppId: 'app' } as WayParts['config']['botFramework'], ...config },
    db,
    clock,
    services,
    egress,
    deliver: deliver ?? (async (entry) => void delivered.push(entry)),
    wecomPushes,
    logger,
  });
  return { db, clock, services, sent: [], said: [], steps: [], notified: [], faults: [], notifying, delivered, log };
}

/** Nothing of an earlier test waits, nobody else works here. */
export async function emptyHouse(db: Database): Promise<void> {
  await db.client.notificationLane.deleteMany();
  await db.client.notificationTarget.deleteMany();
  await db.client.task.deleteMany();
  await db.client.pushSubscription.deleteMany();
  await db.client.staffAddress.deleteMany();
  await db.client.$executeRaw`UPDATE "Staff" SET active = false, email = id || '@gone.example'`;
}

/** A task that tells the person; returns its id. */
export async function raiseTask(
  { services }: House,
  ownerId: string,
  given: { title?: string; priority?: 'urgent' | 'normal'; customerId?: string } = {},
): Promise<string> {
  const task = await services.tasks.raise({ type: 'callBack', title: '请回电', priority: 'normal', ownerId, ...given });
  return task.id;
}

/** The states of everything that was on its way, by way. */
export async function states({ db }: House): Promise<Record<string, string[]>> {
  const rows = await db.client.notificationDelivery.findMany({ orderBy: { id: 'asc' } });
  const byWay: Record<string, string[]> = {};
  for (const { way, state } of rows) byWay[way] = [...(byWay[way] ?? []), state];
  return byWay;
}

/** An account that is linked without a code. */
export async function linkAccount({ db }: House, staffId: string, way: string, address: string, reference?: object) {
  await db.client.staffAddress.create({
    data: { id: v7(), staffId, way, address, ...(reference ? { reference } : {}) },
  });
}
