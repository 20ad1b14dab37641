import type { Activity } from 'botbuilder';
import type { Database } from '#prisma/client.ts';
import { choicesOf } from './presentation.ts';

const shownLast = `
SELECT o."form", a."body" FROM "OutboxEntry" o JOIN "Activity" a ON a."id" = o."activityId"
WHERE o."conversationId" = $1::uuid AND o."state" IN ('sent', 'held') ORDER BY o."sequence" DESC LIMIT 1`;

const ofConversation = `SELECT "body" FROM "Activity" WHERE "id" = $1::uuid AND "conversationId" = $2::uuid`;

/**
 * What a customer chose: the item of a menu that was tapped (its id names the reply and the place in it), or the number of a
 * numbered list, if that was the last thing shown. Undefined: nothing was chosen, the words stand for themselves.
 */
export async function chosenValue(
  db: Database,
  conversationId: string,
  said: { text: string; menuId?: string },
): Promise<string | undefined> {
  const [, reply, place] = /^([0-9a-f-]{36})\.(\d{1,2})$/.exec(said.menuId ?? '') ?? [];
  if (reply && place) {
    const [row] = await db.query('wechat_menu_choice', ofConversation, [reply, conversationId]);
    return row && choicesOf(row.body as Partial<Activity>)[Number(place)]?.value;
  }
  const [number] = /^\s*\d{1,2}(?=[.。、\s]*$)/.exec(said.text) ?? [];
  if (!number) return undefined;
  const [last] = await db.query('wechat_shown_last', shownLast, [conversationId]);
  if (last?.form !== 'numbered') return undefined;
  return choicesOf(last.body as Partial<Activity>)[Number(number) - 1]?.value;
}
