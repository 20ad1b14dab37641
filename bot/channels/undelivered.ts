import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import type { Undelivered } from '../turns/delivery.ts';

/** What becomes of a reply that did not reach its customer: staff reach them another way. */
export function tellStaff(
  db: Database,
  services: Pick<Services, 'tasks'>,
): (undelivered: Undelivered) => Promise<void> {
  return async ({ conversationId, activityId, state, reason }) => {
    const { client } = db;
    const [conversation, activity] = await Promise.all([
      client.conversation.findUnique({ where: { id: conversationId }, select: { customerId: true } }),
      client.activity.findFirst({ where: { id: activityId }, select: { text: true, type: true } }),
    ]);
    // That a channel has no ear for the events of a handoff is nobody's work.
    if (!conversation || activity?.type === 'event') return;
    await services.tasks.raise({
      type: 'answer',
      title:
        state === 'uncertain'
          ? 'A message may not have arrived / 一条消息可能未送达'
          : 'A message did not arrive / 一条消息未送达',
      detail: `${activity?.text ?? ''}\n\n${reason}`.trim().slice(0, 2000),
      priority: 'normal',
      conversationId,
      customerId: conversation.customerId,
    });
  };
}
