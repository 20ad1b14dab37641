import { type Secrets, SecretUnreadable } from '../secrets/secrets.ts';

const place = (id: string, field: 'url' | 'secret') => `webhook ${id} ${field}`;

/** The columns that open the door to a partner. */
export interface WebhookDoor {
  url: string;
  /** The present secret first, then the one before while it still signs. */
  secrets: string[];
}

export const sealUrl = (secrets: Secrets, id: string, url: string) => secrets.seal(url, place(id, 'url'));
export const sealSecret = (secrets: Secrets, id: string, secret: string) => secrets.seal(secret, place(id, 'secret'));

/** As it is used; null: sealed with a key that is not here. */
export async function openWebhook(
  secrets: Secrets,
  row: { id: string; url: string; secret: string; previousSecret: string | null; previousUntil: Date | null },
  now: Date,
): Promise<WebhookDoor | null> {
  const signing = [row.secret, ...(row.previousSecret && row.previousUntil! > now ? [row.previousSecret] : [])];
  try {
    return {
      url: await secrets.open(row.url, place(row.id, 'url')),
      secrets: await Promise.all(signing.map((secret) => secrets.open(secret, place(row.id, 'secret')))),
    };
  } catch (fault) {
    if (fault instanceof SecretUnreadable) return null;
    throw fault;
  }
}
