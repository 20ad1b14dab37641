import type { Activity } from 'botbuilder';
import type { Database } from '#prisma/client.ts';
import type { MailVerdict } from './authentication.ts';

/** The channel's id in the database and in activities (`email` is Azure's own). */
export const channelId = 'mail';

/** What an activity keeps of the mail that it was (`channelData.mail`). */
export interface MailData {
  messageId: string;
  subject: string;
  /** The mails before it. */
  references: string[];
  verdict: MailVerdict;
  /** Names of files that were not kept. */
  leftOut: string[];
}

/** What stands in the history of a mail that is not answered: its sender is not proven, or a program wrote it. */
export const heldTypes = ['unprovenMail', 'automaticMail'] as const;

/** Marks a mail that is heard now that its sender has proven themselves. */
export const provenMark = 'proven:';

/** The ids of our mails: a reply's is its activity's, that of a question who is there is the conversation's. */
export const messageIdOf = (activityId: string, address: string) => `${activityId}@${hostOf(address)}`;
export const confirmationIdOf = (conversationId: string, address: string) => `who.${conversationId}@${hostOf(address)}`;
const hostOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

const ourId = /^(who\.)?([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})(?:\.\d+)?@/;

/** The activity's id in an id of ours. */
export const activityIdIn = (messageId: string): string | undefined => {
  const [, who, id] = ourId.exec(messageId) ?? [];
  return who ? undefined : id;
};

const sentHere = `
SELECT 1 FROM "Activity" WHERE "id" = ANY($1::uuid[]) AND "conversationId" = $2::uuid AND "direction" = 'outbound' LIMIT 1`;

/** Whether one of these mails went from us to the account of this conversation: nobody else knows its id. */
export async function answersOurs(
  db: Database,
  conversationId: string,
  references: readonly string[],
): Promise<boolean> {
  const found = references.flatMap((reference) => {
    const [, who, id] = ourId.exec(reference) ?? [];
    return id ? [{ who: Boolean(who), id }] : [];
  });
  if (found.some(({ who, id }) => who && id === conversationId)) return true;
  const ids = found.filter(({ who }) => !who).map(({ id }) => id);
  return ids.length > 0 && (await db.query('mail_sent_here', sentHere, [ids, conversationId])).length > 0;
}

const answered = `
SELECT a."body" FROM "InboxEntry" i JOIN "Activity" a ON a."id" = i."id"
WHERE i."conversationId" = $1::uuid AND i."externalId" = $2::text`;
const last = `
SELECT "body" FROM "Activity" WHERE "conversationId" = $1::uuid AND "direction" = 'inbound' AND "type" = 'message'
ORDER BY "sequence" DESC LIMIT 1`;

/** The mail that a reply answers; `externalId` null: the last one of the conversation. */
export async function answeredMail(
  db: Database,
  conversationId: string,
  externalId: string | null,
): Promise<MailData | undefined> {
  const [row] = externalId
    ? await db.query('mail_answered', answered, [conversationId, externalId])
    : await db.query('mail_last', last, [conversationId]);
  return (row?.body as Partial<Activity> | undefined)?.channelData?.mail as MailData | undefined;
}

const held = `
SELECT "body" FROM "Activity" WHERE "conversationId" = $1::uuid AND "type" = 'unprovenMail' AND "createdAt" > now() - interval '7 days'
ORDER BY "sequence" LIMIT 20`;

/** The mails of the last days that were held because their sender was not proven. */
export async function heldMails(db: Database, conversationId: string): Promise<Partial<Activity>[]> {
  return (await db.query('mail_held', held, [conversationId])).map((row) => row.body as Partial<Activity>);
}
