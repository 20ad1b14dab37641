import type { Language } from '#ai/reading.ts';
import type { Client } from '#prisma/client.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { openDoor } from './sealedTarget.ts';
import type { WayId } from './ways.ts';

/** One thing in a letter. */
export interface LetterItem {
  deliveryId: string;
  notificationId: string;
  kind: string;
  urgent: boolean;
  at: Date;
  note: string | null;
  task: { id: string; title: string; type: string; priority: string; dueAt: Date } | null;
  /** Completing the task asks when its customer is contacted next. */
  asksNext: boolean;
  complaint: { id: string; number: number } | null;
  conversationId: string | null;
  /** Whom it concerns, with the account by which a group's robot names them. */
  people: { id: string; name: string; account: string | null }[];
}

/** What goes to one address in one message: what waited for it. */
export interface Letter {
  /** The id of the first delivery in it; the same at every attempt with the same items. */
  id: string;
  way: WayId;
  language: Language;
  items: LetterItem[];
  /** Whom it is for; null for groups and systems. */
  person: { id: string; name: string; email: string } | null;
  /** The person's account, for ways that have such. */
  account: { address: string; reference: unknown } | null;
  target: { id: string; url: string; secret: string | null } | null;
  /** The target's address was sealed with a key that is not here any more. */
  unreadable: boolean;
  subscription: { id: string; endpoint: string; p256dh: string; auth: string } | null;
}

const read = {
  notification: {
    include: {
      task: {
        select: { id: true, title: true, type: true, priority: true, dueAt: true, state: true, customerId: true },
      },
      complaint: { select: { id: true, number: true } },
    },
  },
  staff: { include: { addresses: true } },
  target: true,
  subscription: true,
} as const;

/**
 * Writes the letter of deliveries that share a lane, with what their records say now. What needs no telling any more is
 * left out and named in `moot`: a task that is done, something the person has read meanwhile, a person who left.
 */
export async function writeLetter(
  client: Client,
  secrets: Secrets,
  ids: string[],
): Promise<{ letter: Letter | null; moot: string[] }> {
  const rows = await client.notificationDelivery.findMany({
    where: { id: { in: ids } },
    include: read,
    orderBy: { id: 'asc' },
  });
  const moot = rows.filter(({ notification, staff }) => {
    if (notification.task !== null && notification.task.state !== 'open') return true;
    return staff !== null && (notification.readAt !== null || !staff.active || staff.demo);
  });
  const kept = rows.filter((row) => !moot.includes(row));
  const [first] = kept;
  if (!first) return { letter: null, moot: moot.map(({ id }) => id) };
  const named = await client.staff.findMany({
    where: { id: { in: kept.flatMap(({ mentions, staffId }) => (staffId ? [staffId] : mentions)) } },
    include: { addresses: { where: { way: accountWay(first.way) } } },
  });
  const door = first.target && (await openDoor(secrets, first.target));
  const letter: Letter = {
    id: first.id,
    way: first.way as WayId,
    language: (first.staff?.language ?? first.target?.language) === 'en' ? 'en' : 'zh',
    person: first.staff && { id: first.staff.id, name: first.staff.name, email: first.staff.email },
    account: first.staff?.addresses.find(({ way }) => way === first.way) ?? null,
    target: door && first.target && { id: first.target.id, ...door },
    unreadable: first.target !== null && !door,
    subscription: first.subscription,
    items: kept.map(({ id, notification, mentions, staffId }) => ({
      deliveryId: id,
      notificationId: notification.id,
      kind: notification.kind,
      urgent: notification.urgent,
      at: notification.createdAt,
      note: notification.note,
      task: notification.task && taskOf(notification.task),
      asksNext: (notification.task?.customerId ?? null) !== null,
      complaint: notification.complaint,
      conversationId: notification.conversationId,
      people: named
        .filter((person) => (staffId ? person.id === staffId : mentions.includes(person.id)))
        .map(({ id, name, addresses }) => ({ id, name, account: addresses[0]?.address ?? null })),
    })),
  };
  return { letter, moot: moot.map(({ id }) => id) };
}

const taskOf = ({ id, title, type, priority, dueAt }: NonNullable<LetterItem['task']>) => ({
  id,
  title,
  type,
  priority,
  dueAt,
});

/** A robot of WeCom names people by their accounts at the app of the same company. */
const accountWay = (way: string): string => (way === 'wecomRobot' ? 'wecom' : way);
