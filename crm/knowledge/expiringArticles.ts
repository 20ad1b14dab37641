import type { Database } from '#prisma/client.ts';
import type { Tasks } from '../tasks/tasks.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How long before its last day an article's owner is asked to look at it. */
const AHEAD_DAYS = 14;

const words = {
  zh: (title: string) => ({
    title: `文章即将过期：${title}`,
    detail: '请核对内容：仍然正确就延长有效期，否则改写或撤下。过期后机器人不再引用它。',
  }),
  en: (title: string) => ({
    title: `Article runs out: ${title}`,
    detail:
      'Check it: extend its date if it still holds, else rewrite or withdraw it. The bot does not quote it after that day.',
  }),
};

/** Gives the owners of articles that run out within two weeks a task, once for each date; without an owner, whoever keeps the knowledge. Safe to run twice. */
export async function remindOwners(db: Database, tasks: Tasks, now: Date): Promise<number> {
  const soon = new Date(now.getTime() + AHEAD_DAYS * DAY);
  const running = await db.client.article.findMany({
    where: { published: true, validUntil: { lte: soon } },
    include: { owner: { select: { language: true } } },
    orderBy: { validUntil: 'asc' },
    take: 500,
  });
  let reminded = 0;
  for (const { id, title, validUntil, remindedOf, ownerId, owner } of running) {
    if (!validUntil || remindedOf?.getTime() === validUntil.getTime()) continue;
    await db.transaction(async (client) => {
      const { count } = await client.article.updateMany({
        where: { id, validUntil, OR: [{ remindedOf: null }, { remindedOf: { not: validUntil } }] },
        data: { remindedOf: validUntil },
      });
      if (count === 0) return;
      reminded++;
      const dueAt = validUntil > now ? validUntil : undefined;
      const told = words[owner?.language === 'en' ? 'en' : 'zh'](title);
      await tasks.raise({ type: 'knowledgeGap', priority: 'normal', ...told, ...(dueAt ? { dueAt } : {}), ownerId });
    });
  }
  return reminded;
}
