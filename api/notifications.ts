import { z } from 'zod';
import { kindOf } from '#crm/notifications/kinds.ts';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { flag, id, listOf, localized, page, time } from './shapes.ts';

const notificationSchema = z.object({
  id,
  kind: z.string(),
  /** What the kind is called. */
  title: localized,
  task: z.object({ id, title: z.string(), type: z.string(), priority: z.string(), dueAt: time }).nullable(),
  conversationId: id.nullable(),
  complaintId: id.nullable(),
  note: z.string().nullable(),
  urgent: z.boolean(),
  createdAt: time,
  readAt: time.nullable(),
});
/** Something that a member of staff is told. */
export type NotificationJson = z.input<typeof notificationSchema>;

/** A person's own notifications. */
export const notificationOperations = [
  operation({
    method: 'GET',
    path: '/notifications',
    summary: 'One’s own notifications, newest first',
    may: staff,
    query: z.object({ ...page, unread: flag.optional() }),
    answer: listOf(notificationSchema),
    run: async ({ services }, { query, caller }) => {
      const { items, nextCursor } = await services.notifications.list(person(caller).id, query);
      return { items: items.map((item) => ({ ...item, title: kindOf(item.kind).title })), nextCursor };
    },
  }),
  operation({
    method: 'POST',
    path: '/notifications/read',
    summary: 'Mark as read: those named, those of a task, else all',
    may: staff,
    body: z.strictObject({ ids: z.array(id).max(200).optional(), taskId: id.optional() }),
    answer: z.object({ read: z.int() }),
    run: async ({ services }, { body, caller }) => ({
      read: await services.notifications.markRead(person(caller).id, body),
    }),
  }),
];
