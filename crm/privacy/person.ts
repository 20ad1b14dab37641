import type { Client } from '#prisma/client.ts';

/** Ids of everything that is one person's, by kind. */
export interface Person {
  /** The record and those that stand behind it, being the same person's. */
  customers: string[];
  conversations: string[];
  complaints: string[];
  tasks: string[];
  responses: string[];
  invitations: string[];
  promises: string[];
  clocks: string[];
  purchases: string[];
}

/** Finds all that hangs on a customer. An empty list of `customers`: there is no such record. */
export async function personOf(client: Client, customerId: string): Promise<Person> {
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  const customers = ids(
    await client.$queryRaw<{ id: string }[]>`
      WITH RECURSIVE up AS (
        SELECT id, "mergedIntoId" FROM "Customer" WHERE id = ${customerId}::uuid
        UNION SELECT c.id, c."mergedIntoId" FROM "Customer" c JOIN up ON c.id = up."mergedIntoId"
      ), down AS (
        SELECT id FROM up WHERE "mergedIntoId" IS NULL
        UNION SELECT c.id FROM "Customer" c JOIN down ON c."mergedIntoId" = down.id
      ) SELECT id FROM down`,
  );
  // Also the talks of an account that began before the record was known, and mail in their name that nobody has proven.
  const conversations = ids(
    await client.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Conversation" WHERE "customerId" = ANY(${customers}::uuid[])
      UNION SELECT c.id FROM "Conversation" c JOIN "Identity" i ON i.channel = c.channel AND i."externalId" = c."userId"
       WHERE i."customerId" = ANY(${customers}::uuid[])
      UNION SELECT c.id FROM "Conversation" c JOIN "Customer" p ON split_part(c."externalId", ':', 2) = lower(p.email)
       WHERE c.channel = 'mail' AND c."userId" IS NULL AND p.id = ANY(${customers}::uuid[])`,
  );
  const mine = { OR: [{ customerId: { in: customers } }, { conversationId: { in: conversations } }] };
  const select = { id: true } as const;
  const complaints = ids(await client.complaint.findMany({ where: mine, select }));
  const responses = ids(await client.response.findMany({ where: mine, select }));
  const invitations = ids(await client.invitation.findMany({ where: mine, select }));
  const purchases = ids(await client.purchase.findMany({ where: { customerId: { in: customers } }, select }));
  const promises = ids(await client.customerPromise.findMany({ where: mine, select }));
  const ofComplaints = { complaintId: { in: complaints } };
  const tasks = ids(
    await client.task.findMany({
      where: { OR: [...mine.OR, ofComplaints, { responseId: { in: responses } }] },
      select,
    }),
  );
  const clocks = ids(
    await client.serviceClock.findMany({
      where: { OR: [{ conversationId: { in: conversations } }, ofComplaints, { taskId: { in: tasks } }] },
      select,
    }),
  );
  return { customers, conversations, complaints, tasks, responses, invitations, promises, clocks, purchases };
}
