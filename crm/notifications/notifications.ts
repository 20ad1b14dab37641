import { v7 } from 'uuid';
import type { Client, Database, Notification } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { KeptSetting } from '../keptSetting.ts';
import type { Notifier, StaffEvent } from '../notifier.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import { type ClimbSetting, climbSettingSchema, climbUnread, standardClimb } from './climb.ts';
import { kindOf } from './kinds.ts';

/** A notification with what the desk shows of its task. */
export interface NotificationSummary extends Notification {
  task: { id: string; title: string; type: string; priority: string; dueAt: Date } | null;
}

/** What staff are told, each thing once a person: on the desk, and through the notifier wherever else they read. */
export class Notifications {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #notifier: Notifier;
  readonly #climb: KeptSetting<ClimbSetting>;

  constructor(db: Database, clock: Clock, notifier: Notifier, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#notifier = notifier;
    const known = {
      key: 'notifications',
      entity: 'notificationRules',
      schema: climbSettingSchema,
      standard: standardClimb,
    };
    this.#climb = new KeptSetting({ db, audit, ...known });
  }

  /** Tells those who were not told yet, in the transaction that is open. */
  async tell(staffIds: string[], event: StaffEvent): Promise<void> {
    if (staffIds.length === 0) return;
    await this.#db.transaction(async (client) => {
      const { occasion: _, ...said } = event;
      const facts = { ...said, key: keyOf(event), urgent: await isUrgent(client, event), createdAt: this.#clock.now() };
      const told = await client.notification.createManyAndReturn({
        data: staffIds.map((staffId) => ({ id: v7(), staffId, ...facts })),
        skipDuplicates: true,
        select: { staffId: true },
      });
      if (told.length === 0) return;
      for (const { staffId } of told) this.#db.signals.publish('notifications', { staffId });
      await this.#notifier.notify(
        told.map(({ staffId }) => staffId),
        event,
      );
    });
  }

  /** A person's own, newest first. */
  async list(staffId: string, request: PageRequest & { unread?: boolean } = {}): Promise<Page<NotificationSummary>> {
    const rows = await this.#db.client.notification.findMany({
      where: {
        staffId,
        ...(request.unread && { readAt: null }),
        ...olderThan('createdAt', request),
      },
      include: { task: { select: { id: true, title: true, type: true, priority: true, dueAt: true } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
    });
    return pageOf(rows, request, (row) => ({ at: row.createdAt, id: row.id }));
  }

  /** Marks a person's notifications as read: those named, those of a task, else all. Tells how many were unread. */
  async markRead(
    staffId: string,
    which: { ids?: string[] | undefined; taskId?: string | undefined } = {},
  ): Promise<number> {
    const { ids, taskId } = which;
    const { count } = await this.#db.transaction((client) =>
      client.notification.updateMany({
        where: { staffId, readAt: null, ...(ids && { id: { in: ids } }), ...(taskId && { taskId }) },
        data: { readAt: this.#clock.now() },
      }),
    );
    if (count > 0) this.#db.signals.publish('notifications', { staffId });
    return count;
  }

  /** How long something urgent may lie unread. */
  climbSetting(): Promise<ClimbSetting> {
    return this.#climb.read();
  }

  keepClimbSetting(value: ClimbSetting, staffId: string | null): Promise<ClimbSetting> {
    return this.#climb.keep(value, staffId);
  }

  /** Tells the next person of what is urgent and unread. Safe to run twice. */
  async climb(now: Date): Promise<number> {
    return climbUnread(this.#db, this, now);
  }
}

/** What an event is told by only once a person. */
export function keyOf({ kind, taskId, conversationId, complaintId, occasion }: StaffEvent): string {
  return [kind, taskId ?? conversationId ?? complaintId ?? '', ...(occasion ? [occasion] : [])].join(':');
}

async function isUrgent(client: Client, { kind, taskId }: StaffEvent): Promise<boolean> {
  if (kindOf(kind).urgency === 'urgent') return true;
  if (!taskId) return false;
  return (await client.task.findUnique({ where: { id: taskId }, select: { priority: true } }))?.priority === 'urgent';
}
