import type { WayId } from '#crm/notifications/ways.ts';
import type { Notifier } from '#crm/notifier.ts';
import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import type { WecomPushes } from '../channels/wecom/pushes.ts';
import { NotificationDeliverer } from './deliverer.ts';
import { createDeskNotifier } from './desk.ts';
import { createDingtalk } from './dingtalk.ts';
import { createFeishu } from './feishu.ts';
import { createMail } from './mail.ts';
import { addressOf, type WayParts } from './parts.ts';
import { createTeams } from './teams.ts';
import { createTeamsWorkflow } from './teamsWorkflow.ts';
import type { Way } from './way.ts';
import { createWebhook } from './webhook.ts';
import { createPush } from './webPush/push.ts';
import { createVapid } from './webPush/vapid.ts';
import { createWecomApp } from './wecom/app.ts';
import { WecomClient } from './wecom/client.ts';
import { hearStaff } from './wecom/staffPushes.ts';
import { createWecomRobot } from './wecomRobot.ts';

/** Tells staff: open desks at once, every other way by a row that waits. Sends nothing in the open transaction. */
export function createNotifier(
  db: Database,
  outside: () => { ways: readonly WayId[]; deliveries: Services['notificationDeliveries'] },
): Notifier {
  const desk = createDeskNotifier(db);
  return {
    async notify(staffIds, event) {
      await desk.notify(staffIds, event);
      const { ways, deliveries } = outside();
      await deliveries.enqueue(staffIds, event, ways);
    },
  };
}

/** All ways to reach staff outside the desk, and what sends on them. */
export interface Notifying {
  ways: readonly WayId[];
  /** What a browser needs to subscribe (RFC 8292). */
  pushKey: string;
  deliverer: NotificationDeliverer;
}

/** Builds the ways that the settings allow. A new one is its own file and a line in the list here. */
export async function createNotifying(
  parts: WayParts & { services: Pick<Services, 'notificationDeliveries'>; wecomPushes?: WecomPushes | undefined },
): Promise<Notifying> {
  const { config, db, clock, services, logger, wecomPushes } = parts;
  const base = addressOf(config);
  const vapid = await createVapid(db, base.startsWith('https:') ? base : `mailto:zhiyin@${new URL(base).hostname}`);
  const wecom = config.wecom && new WecomClient(config.wecom, () => clock.now().getTime());
  const { wecom: settings } = config;
  if (wecom && settings) {
    wecomPushes?.hear((fields) => hearStaff(fields, { settings, client: wecom, services, logger }));
  }
  const ways = [
    createPush(parts, vapid),
    createMail(parts),
    wecom && config.wecom ? createWecomApp(parts, config.wecom, wecom) : null,
    createTeams(parts),
    createWecomRobot(parts),
    createDingtalk(parts),
    createFeishu(parts),
    createTeamsWorkflow(parts),
    createWebhook(parts),
  ].filter((way): way is Way => way !== null);
  return {
    ways: ways.map(({ id }) => id),
    pushKey: vapid.publicKey,
    deliverer: new NotificationDeliverer({ db, clock, deliveries: services.notificationDeliveries, ways, logger }),
  };
}
