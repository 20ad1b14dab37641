import { webhookKey } from '#crm/notifications/targetSecret.ts';
import { signedHeaders } from '../standardWebhooks.ts';
import { checkStatus } from './answers.ts';
import { type WayParts, write } from './parts.ts';
import { SendRefused, type Way } from './way.ts';

/**
 * Any system that takes a signed POST (github.com/standard-webhooks/standard-webhooks). The id stays the same at every
 * attempt, so that a receiver can drop what it has; the time is that of the attempt.
 */
export function createWebhook(parts: WayParts): Way {
  return {
    id: 'webhook',
    paceMs: 0,
    atOnce: 1,
    attempts: 12,
    async send(letter) {
      const { url, secret } = letter.target!;
      const key = secret && webhookKey(secret);
      if (!key) throw new SendRefused('The secret of this webhook is not one that can sign.');
      const { lines } = await write(letter, parts);
      const [{ item, heading, detail, open }] = lines as [(typeof lines)[0]];
      const body = JSON.stringify({
        type: `notification.${item.kind}`,
        timestamp: item.at.toISOString(),
        data: {
          id: item.notificationId,
          kind: item.kind,
          urgent: item.urgent,
          heading,
          detail,
          url: open,
          task: item.task,
          complaint: item.complaint && { id: item.complaint.id, number: `C-${item.complaint.number}` },
          conversationId: item.conversationId,
          staff: item.people.map(({ id, name }) => ({ id, name })),
        },
      });
      const answer = await parts.egress.post(url, body, {
        'Content-Type': 'application/json',
        ...signedHeaders(key, `msg_${letter.id}`, parts.clock.now().getTime(), body),
      });
      checkStatus(answer);
    },
  };
}
