import { type Client, Prisma } from '#prisma/client.ts';
import type { NewTask } from './task.ts';

/** What staff read first of a task that would have been a call. */
const WRITE = '客户听力不便：请用文字联系，不要打电话。/ Hard of hearing: write, do not call.';

/** A call that nobody chose becomes an answer in writing for a customer who is hard of hearing and agreed to have that noted. */
export async function inWriting(client: Client, task: NewTask, now: Date): Promise<NewTask> {
  if (task.type !== 'callBack' || !task.customerId) return task;
  const [found] = await client.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM "Preference" WHERE "customerId" = ${task.customerId}::uuid AND key = 'hardOfHearing' AND confirmed
       AND ("validUntil" IS NULL OR "validUntil" > ${now}) LIMIT 1`);
  if (!found) return task;
  return { ...task, type: 'answer', detail: [WRITE, task.detail].filter(Boolean).join('\n\n') };
}
