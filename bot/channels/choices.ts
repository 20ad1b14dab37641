import type { Activity } from 'botbuilder';
import { replies } from '#dialogs/replies.ts';
import type { Database } from '#prisma/client.ts';
import type { Capabilities } from './capabilities.ts';
import { adaptiveChoices, isAdaptive, starsOf } from './cards.ts';

/** What the customer may say by a tap, or by a label where nothing can be tapped. */
export interface Choice {
  title: string;
  value: string;
}

/** The choices of an activity: its buttons, those of an Adaptive Card that asks for nothing else, or its stars. */
export function choicesOf(activity: Partial<Activity>): Choice[] {
  const actions = activity.suggestedActions?.actions ?? [];
  if (actions.length > 0) return actions.map(({ title, value }) => ({ title, value: String(value ?? title) }));
  const card = activity.attachments?.find(isAdaptive);
  if (card) return adaptiveChoices(card);
  return starsOf(activity).map(({ title, score }) => ({ title, value: String(score) }));
}

const ownNumber = /^(\d{1,2})(?=[\s.、)）]|$)/;
const listedLine = /^\s*\d{1,2}[.、)）]/m;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * What each choice of an activity is called where it cannot be tapped: numbers; the choice's own where it begins with one
 * ("5 very satisfied" is 5, and the others take letters: who answers 6 or 11 on such a scale means a figure, not to refuse);
 * letters where the text above numbers something else.
 */
export function labelsOf(activity: Partial<Activity>): string[] {
  const choices = choicesOf(activity);
  const own = choices.map(({ title }) => ownNumber.exec(title)?.[1]);
  const given = own.filter((number) => number !== undefined);
  if (given.length > 1 && new Set(given).size === given.length) {
    let next = 0;
    return own.map((number) => number ?? letters[next++]!);
  }
  const letter = choices.length <= letters.length && listedLine.test(activity.text ?? '');
  return choices.map((_, place) => (letter ? letters[place]! : String(place + 1)));
}

/** A text with choices under it, by their labels: the label is the answer. */
export function numberedText(
  text: string,
  choices: readonly { title: string }[],
  labels: readonly string[],
  locale?: string,
): string {
  const words = replies[locale?.startsWith('en') ? 'en' : 'zh'];
  const lines = choices.map(({ title }, place) =>
    ownNumber.exec(title)?.[1] === labels[place] ? title : `${labels[place]}. ${title}`,
  );
  const [lettered, numbered] = [
    labels.some((label) => letters.includes(label)),
    labels.some((label) => /^\d/.test(label)),
  ];
  const ask = lettered ? (numbered ? words.chooseByEither : words.chooseByLetter) : words.chooseByNumber;
  return [text, `${ask}\n${lines.join('\n')}`].filter(Boolean).join('\n\n');
}

/** Most messages are no label; only those that may be one ask what was shown. */
const maybeLabel = (text: string) => /^\s*[\p{L}\p{N}]{1,2}[.。、)）]?\s*$/u.test(text);

/** Whether all these choices can be tapped on a channel. */
export function canTap(choices: readonly Choice[], { choices: { most, longest } }: Capabilities): boolean {
  return choices.length <= most && choices.every(({ title }) => title.length <= longest);
}

/** The choice that a label names, however it is written: 2, ２, "2.", b. Undefined: the words stand for themselves. */
export function chosenFrom(activity: Partial<Activity>, said: string): Choice | undefined {
  const [, label] = /^(\d{1,2}|[A-Z])[.。、)）]?$/.exec(said.normalize('NFKC').trim().toUpperCase()) ?? [];
  if (!label) return undefined;
  const place = labelsOf(activity).indexOf(/^\d/.test(label) ? String(Number(label)) : label);
  return choicesOf(activity)[place];
}

const shownLast = `
SELECT o."form", a."body" FROM "OutboxEntry" o JOIN "Activity" a ON a."id" = o."activityId"
WHERE o."conversationId" = $1::uuid AND o."state" IN ('sent', 'held') ORDER BY o."sequence" DESC LIMIT 1`;

const saidLast = `
SELECT "body" FROM "Activity" WHERE "conversationId" = $1::uuid AND "direction" = 'outbound' AND "type" = 'message'
ORDER BY "sequence" DESC LIMIT 1`;

const ofConversation = `SELECT "body" FROM "Activity" WHERE "id" = $1::uuid AND "conversationId" = $2::uuid`;

/**
 * What a customer chose: the item of a menu that was tapped (its id names the reply and the place in it), or the label of one
 * in a numbered list, if that was the last thing shown. Undefined: nothing was chosen, the words stand for themselves.
 */
export async function chosenValue(
  db: Database,
  conversationId: string,
  said: { text: string; menuId?: string },
): Promise<string | undefined> {
  const [, reply, place] = /^([0-9a-f-]{36})\.(\d{1,2})$/.exec(said.menuId ?? '') ?? [];
  if (reply && place) {
    const [row] = await db.query('channel_menu_choice', ofConversation, [reply, conversationId]);
    return row && choicesOf(row.body as Partial<Activity>)[Number(place)]?.value;
  }
  if (!maybeLabel(said.text)) return undefined;
  const [last] = await db.query('channel_shown_last', shownLast, [conversationId]);
  if (last?.form !== 'numbered') return undefined;
  return chosenFrom(last.body as Partial<Activity>, said.text)?.value;
}

/** The same for channels that show every reply: a label in answer to choices that could not be tapped there. */
export async function chosenThere(
  db: Database,
  conversationId: string,
  text: string,
  capabilities: Capabilities,
): Promise<string | undefined> {
  if (!maybeLabel(text)) return undefined;
  const [last] = await db.query('channel_said_last', saidLast, [conversationId]);
  const said = last?.body as Partial<Activity> | undefined;
  if (!said || canTap(choicesOf(said), capabilities)) return undefined;
  return chosenFrom(said, text)?.value;
}
