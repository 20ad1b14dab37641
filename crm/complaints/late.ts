import { v7 } from 'uuid';
import type { ComplaintParts } from './complaintParts.ts';
import { tellCustomer } from './tell.ts';

/** Rows of one transaction: short enough that nobody waits for it. */
const BATCH = 100;

/** See Complaints.runDue. The date is noted for which a customer was told, so that nobody is told twice, whoever runs it. */
export async function tellOfLate({ db, messenger }: ComplaintParts, now: Date): Promise<number> {
  for (let told = 0; ; ) {
    const touched = await db.transaction(async (client) => {
      const rows = await client.$queryRaw<{ id: string; conversationId: string | null; customerId: string }[]>`
        UPDATE "Complaint" SET "lateToldFor" = "answerBy" WHERE id IN (
          SELECT id FROM "Complaint" WHERE "answerBy" <= ${now} AND "lateToldFor" IS DISTINCT FROM "answerBy"
             AND state IN ('received', 'understood', 'inHand', 'reopened')
           ORDER BY "answerBy" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
        RETURNING id, "conversationId", "customerId"`;
      let news = 0;
      for (const row of rows) {
        const heard = await tellCustomer(client, messenger, row, { kind: 'complaintLate' });
        if (heard) news++;
        const note = heard ? 'told' : 'late';
        await client.complaintEvent.create({
          data: { id: v7(), complaintId: row.id, kind: 'date', note, createdAt: now },
        });
      }
      return { rows: rows.length, news };
    });
    told += touched.news;
    if (touched.rows < BATCH) return told;
  }
}
