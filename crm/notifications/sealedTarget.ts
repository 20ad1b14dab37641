import type { NotificationTarget } from '#prisma/client.ts';
import { type Secrets, SecretUnreadable } from '../secrets/secrets.ts';

/** The two columns of a target that open its door. */
export type Door = Pick<NotificationTarget, 'url' | 'secret'>;

const place = (id: string, field: keyof Door): string => `notificationTarget ${id} ${field}`;

/** As it is stored. */
export async function sealDoor<T extends { url?: string; secret?: string | null }>(
  secrets: Secrets,
  id: string,
  door: T,
): Promise<T> {
  const { url, secret } = door;
  return {
    ...door,
    ...(url !== undefined && { url: await secrets.seal(url, place(id, 'url')) }),
    ...(secret && { secret: await secrets.seal(secret, place(id, 'secret')) }),
  };
}

/** As it is used; null: sealed with a key that is not here. */
export async function openDoor(secrets: Secrets, { id, url, secret }: Door & { id: string }): Promise<Door | null> {
  try {
    return {
      url: await secrets.open(url, place(id, 'url')),
      secret: secret && (await secrets.open(secret, place(id, 'secret'))),
    };
  } catch (fault) {
    if (fault instanceof SecretUnreadable) return null;
    throw fault;
  }
}
