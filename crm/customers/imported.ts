import { v7 } from 'uuid';
import { type Client, type Customer, Prisma } from '#prisma/client.ts';

/** Channels whose accounts are what records say of a customer: a mail address, a phone number. */
const fieldOf: Readonly<Record<string, Prisma.Sql>> = {
  mail: Prisma.sql`lower(email)`,
  smsgateway: Prisma.sql`right(regexp_replace(phone, '\\D', '', 'g'), 11)`,
};

/**
 * The record of somebody who was imported and now writes from that address for the first time; the account is theirs from now on.
 * Only where one record alone has it, and that record has no account yet: an address that somebody typed in a chat proves nothing.
 */
export async function importedAs(
  client: Client,
  { channel, externalId }: { channel: string; externalId: string },
  now: Date,
): Promise<Customer | null> {
  const field = fieldOf[channel];
  if (!field) return null;
  const account = channel === 'mail' ? externalId : externalId.replace(/\D/g, '').slice(-11);
  const found = await client.$queryRaw<{ id: string; free: boolean }[]>(Prisma.sql`
    SELECT c.id, NOT EXISTS (SELECT 1 FROM "Identity" i WHERE i."customerId" = c.id AND i.channel <> 'shop') AS free FROM "Customer" c
     WHERE ${field} = ${account} AND c."erasedAt" IS NULL AND c."mergedIntoId" IS NULL LIMIT 2`);
  if (found.length !== 1 || !found[0]?.free) return null;
  const customerId = found[0].id;
  const identity = { id: v7(), customerId, channel, externalId, createdAt: now };
  await client.identity.createMany({ data: [identity], skipDuplicates: true });
  return client.customer.findFirst({ where: { identities: { some: { channel, externalId } } } });
}
