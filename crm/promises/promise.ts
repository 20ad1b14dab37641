import { v7 } from 'uuid';
import type { Client, CustomerPromise, Database, Prisma, PromiseEvent, PromiseState } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import type { Messenger } from '../messenger.ts';
import type { Notifications } from '../notifications/notifications.ts';
import type { PageRequest } from '../page.ts';
import type { Shop } from '../shop/shop.ts';
import type { Tasks } from '../tasks/tasks.ts';

/** What promises stand on. `messenger` is the plain way to customers: what promises say is not listened to. */
export interface PromiseParts {
  db: Database;
  clock: Clock;
  shop: Shop;
  tasks: Tasks;
  notifications: Notifications;
  messenger: Messenger;
}

/** Promises of the bot: a person answers in the conversation, or gets in touch about a complaint. */
export type BotPromiseKind = 'answer' | 'contact';

/** A promise with the names of who gave it (null: the bot), to whom, and who has the task that keeps it. */
export interface PromiseDetail extends CustomerPromise {
  staff: { id: string; name: string } | null;
  customer: { id: string; name: string | null } | null;
  task: { owner: { id: string; name: string } | null } | null;
}

/** With its log. */
export interface PromiseStory extends PromiseDetail {
  events: (PromiseEvent & { staff: { id: string; name: string } | null })[];
}

/** Those still to be kept (open), those whose speaker has not said yet, those that ended so (late: kept after their time), those whose day was moved, or all that customers know of. */
export const promiseShows = ['open', 'proposed', 'kept', 'late', 'broken', 'withdrawn', 'moved', 'all'] as const;
export type PromiseShow = (typeof promiseShows)[number];

/** Whose: one's own (said, or the bot's that one has as tasks), those of one's team, the bot's, those that colleagues said, or all. */
export const promiseScopes = ['mine', 'team', 'bot', 'said', 'all'] as const;
export type PromiseScope = (typeof promiseScopes)[number];

/** Of those still to be kept: past their time; due by the end of today, or within seven days, with those that are late. */
export const promiseDues = ['late', 'today', 'week'] as const;
export type PromiseDue = (typeof promiseDues)[number];

/** Which promises; every part that is given must hold. */
export interface PromiseFilter extends PageRequest {
  scope: PromiseScope;
  show: PromiseShow;
  due?: PromiseDue | undefined;
  /** Who promised, or has the bot's promise as a task. */
  ownerId?: string | undefined;
  /** Who said it. */
  saidBy?: string | undefined;
  /** When it was decided, [from, to): as reports/promises counts. Then `late` also holds those that are still not done. */
  decided?: { from?: Date | undefined; to?: Date | undefined } | undefined;
  customerId?: string | undefined;
  /** Who reads; null (a program) only with `bot` and `all`. */
  staffId: string | null;
}

/** States in which a promise is still to be kept; `late` counts as long as nothing has settled it. */
export const open: PromiseState[] = ['confirmed', 'late'];

const person = { select: { id: true, name: true } } as const;
export const promiseNames = {
  staff: person,
  customer: person,
  task: { select: { owner: person } },
} satisfies Prisma.CustomerPromiseInclude;
export const promiseStory = {
  ...promiseNames,
  events: { include: { staff: person }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 200 },
} satisfies Prisma.CustomerPromiseInclude;

/** What a customer is told of a promise; dialogs/promises has the words. */
export type PromiseNews = 'promiseMade' | 'promiseMoved' | 'promiseLate' | 'promiseKept' | 'promiseWithdrawn';

/** Tells the customer in the conversation in which it was said; in the open transaction. Customers of the demo shop are never messaged. */
export async function tellCustomer(
  { messenger }: Pick<PromiseParts, 'messenger'>,
  client: Client,
  { id, conversationId }: Pick<CustomerPromise, 'id' | 'conversationId'>,
  kind: PromiseNews,
): Promise<void> {
  const conversation = await client.conversation.findUnique({
    where: { id: conversationId },
    select: { demo: true, customer: { select: { demo: true } } },
  });
  if (!conversation || conversation.demo || conversation.customer?.demo) return;
  await messenger.send(conversationId, { kind, ids: { promiseId: id } });
}

/** Writes a line of the log, and wakes the pages that show it. */
export async function log(
  db: Database,
  client: Client,
  promise: Pick<CustomerPromise, 'id' | 'conversationId'>,
  event: { kind: string; at: Date; staffId?: string | null; note?: string | null },
): Promise<void> {
  const { kind, at, staffId = null, note = null } = event;
  await client.promiseEvent.create({
    data: { id: v7(), promiseId: promise.id, kind, note, staffId, createdAt: at },
  });
  db.signals.publish('promises', { promiseId: promise.id });
  db.signals.publish('conversations', { conversationId: promise.conversationId });
}
