import { DeliveryDeferred, DeliveryRefused } from '../channels/channel.ts';
import type { Json } from '../turns/turn.ts';
import { cardOf, fitCard } from './adaptiveCard.ts';
import { type WayParts, write } from './parts.ts';
import { SendDeferred, SendRefused, type Way } from './way.ts';

const longest = 27_000;
const minute = 60_000;

/** What is kept of the conversation in which a member of staff linked the account. */
export interface TeamsReference {
  reference: Json;
  claims: Json | null;
}

/** A person in Teams (or another channel of the Bot Framework), in the conversation in which they linked their account. */
export function createTeams(parts: WayParts): Way | null {
  if (!parts.config.botFramework.MicrosoftAppId) return null;
  return {
    id: 'teams',
    paceMs: 2000,
    atOnce: 20,
    attempts: 6,
    async send(letter) {
      if (!letter.account) throw new SendRefused('No account in Teams is linked any more.');
      const { reference, claims } = letter.account.reference as TeamsReference;
      const message = await write(letter, parts);
      const card = fitCard((count) => cardOf(message, count), message.lines.length, longest);
      try {
        await parts.deliver({
          conversation: {
            id: letter.id,
            channel: String(reference.channelId),
            externalId: String((reference.conversation as Json | undefined)?.id),
            reference,
            userId: null,
          },
          activity: {
            type: 'message',
            summary: message.title,
            attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
          },
          repliesTo: null,
          claims,
        });
      } catch (fault) {
        if (fault instanceof DeliveryRefused) throw new SendRefused(fault.message);
        if (fault instanceof DeliveryDeferred) throw new SendDeferred(fault.message, fault.retryAfterMs ?? minute);
        throw fault;
      }
    },
  };
}
