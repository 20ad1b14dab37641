import type { Logger } from 'pino';
import type { Clock } from '#crm/clock.ts';
import type { Letter, LetterItem } from '#crm/notifications/letter.ts';
import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import type { DeliveryEntry } from '../channels/channel.ts';
import type { Config } from '../config.ts';
import type { GuardedEgress } from '../egress/egress.ts';
import { compose, type Links, type Message } from './words.ts';

/** What ways to staff are made of. */
export interface WayParts {
  config: Pick<Config, 'publicUrl' | 'host' | 'port' | 'smtp' | 'wecom' | 'botFramework'>;
  db: Database;
  clock: Clock;
  services: Pick<Services, 'shop' | 'doneLinks' | 'notificationAccounts'>;
  egress: GuardedEgress;
  /** Hands an activity to the Bot Framework's channel service. */
  deliver(entry: DeliveryEntry): Promise<void>;
  logger: Logger;
}

/** Where people reach the house. */
export const addressOf = ({ publicUrl, port }: WayParts['config']): string => publicUrl ?? `http://127.0.0.1:${port}`;

/**
 * The letter in words, with links to the desk, and to mark a task as done where exactly one person is concerned. In a group
 * such a link wants its person to be signed in, because others see it too.
 */
export async function write(letter: Letter, { config, services }: WayParts): Promise<Message> {
  const base = addressOf(config);
  const { zone } = await services.shop.profile();
  const links = new Map<LetterItem, Links>();
  for (const item of letter.items) {
    const [person, ...others] = item.people;
    const link =
      item.task && person && others.length === 0 && (letter.person || letter.target)
        ? await services.doneLinks.open(item.task.id, person.id, letter.person === null)
        : null;
    links.set(item, {
      open: `${base}/desk${pathOf(item)}`,
      done: link && `${base}/desk/done/${link.token}`,
      doneId: link?.id ?? null,
    });
  }
  return compose(letter, zone, (item) => links.get(item)!);
}

function pathOf({ task, complaint, conversationId }: LetterItem): string {
  if (task) return `/tasks/${task.id}`;
  if (complaint) return `/complaints/${complaint.id}`;
  return conversationId ? `/conversations/${conversationId}` : '/notifications';
}
