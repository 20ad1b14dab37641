import { type Client, Prisma } from '#prisma/client.ts';

/** What a customer is now: kept with a question when it is sent, so that reports tell by what they were then. Empty: nothing in particular. */
export async function standsNow(client: Client, customerId: string): Promise<{ tier: string; segment: string }> {
  const [row] = await client.$queryRaw<{ tier: string; segment: string }[]>(Prisma.sql`
    SELECT coalesce(u.tier, '') AS tier, coalesce(k.segment, '') AS segment
      FROM "Customer" u LEFT JOIN "CustomerSegment" k ON k."customerId" = u.id WHERE u.id = ${customerId}::uuid`);
  return row ?? { tier: '', segment: '' };
}
