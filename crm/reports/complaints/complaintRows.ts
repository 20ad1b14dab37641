import { type Client, Prisma } from '#prisma/client.ts';
import type { Localized } from '../../localized.ts';
import { type Page, pageOf, positionOf, rowsFor } from '../../page.ts';
import { type ComplaintsAsked, complaintsOf, type severities } from './pareto.ts';

/** A complaint as a report lists it. */
export interface ComplaintRow {
  id: string;
  number: number;
  createdAt: Date;
  closedAt: Date | null;
  state: string;
  severity: (typeof severities)[number];
  product: Localized | null;
  productText: string | null;
  batch: string | null;
  causeCode: string | null;
  cause: Localized | null;
  whatHappened: string;
  solved: boolean | null;
  customerId: string;
  customer: string | null;
  conversationId: string | null;
}

/** The complaints behind a number, newest first. */
export async function complaintRows(
  client: Client,
  asked: ComplaintsAsked,
  page: { limit?: number; cursor?: string | undefined },
): Promise<Page<ComplaintRow>> {
  const after = positionOf(page.cursor);
  const rows = await client.$queryRaw<ComplaintRow[]>(Prisma.sql`
    SELECT o.*, p.name AS product, s.name AS cause, u.name AS customer FROM (
      SELECT c.id, c.number, c."createdAt", c."closedAt", c.state, c.severity, c."productId", c."productText", c.batch,
             c."causeCode", c."whatHappened", c.solved, c."customerId", c."conversationId" ${complaintsOf(asked)}
        ${after ? Prisma.sql`AND (c."createdAt", c.id) < (${after.at}, ${after.id}::uuid)` : Prisma.empty}
       ORDER BY c."createdAt" DESC, c.id DESC LIMIT ${rowsFor(page)}) o
      LEFT JOIN "Product" p ON p.id = o."productId" LEFT JOIN "ComplaintCause" s ON s.code = o."causeCode"
      LEFT JOIN "Customer" u ON u.id = o."customerId"
     ORDER BY o."createdAt" DESC, o.id DESC`);
  return pageOf(rows, page, (row) => ({ at: row.createdAt, id: row.id }));
}
