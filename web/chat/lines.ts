import type { Activity, CardAction } from './directLine/activity.ts';
import type { Entry } from './directLine/entries.ts';

const groupMs = 5 * 60_000;
const pauseMs = 15 * 60_000;

/** A line of the conversation as it is drawn. */
export interface Line {
  entry: Entry;
  /** Milliseconds since the epoch, if the activity says when. */
  at: number | undefined;
  /** The same speaker goes on: no avatar, no name. */
  continues: boolean;
  /** Some time had passed: the hour is written above. */
  afterPause: boolean;
}

/** The lines to show: what is an event, empty or a button's hidden value is left out, unless it could not be sent. */
export function linesOf(entries: readonly Entry[]): Line[] {
  const lines: Line[] = [];
  for (const entry of entries) {
    if (!isShown(entry)) continue;
    const before = lines.at(-1);
    const time = Date.parse(entry.activity.timestamp ?? '');
    const at = Number.isNaN(time) ? undefined : time;
    const passed = at !== undefined && before?.at !== undefined ? at - before.at : 0;
    const afterPause = !before || passed > pauseMs;
    const continues = !afterPause && passed < groupMs && speaker(before.entry) === speaker(entry);
    lines.push({ entry, at, continues, afterPause: afterPause && at !== undefined });
  }
  return lines;
}

function isShown({ activity, mine, delivery, live }: Entry): boolean {
  if (live) return true;
  if (activity.type !== 'message') return false;
  if (mine && activity.channelData?.postBack && !shownText(activity)) return delivery === 'failed';
  return Boolean(shownText(activity) || activity.attachments?.length || delivery === 'failed');
}

function speaker({ activity, mine }: Entry): string {
  return mine ? 'me' : `${activity.channelData?.sender ?? ''}:${activity.from?.name ?? ''}`;
}

/** The words of a message as they are shown: a button's display text stands for its value. */
export function shownText(activity: Activity): string {
  const { messageBack, postBack } = activity.channelData ?? {};
  if (messageBack) return messageBack.displayText ?? '';
  return postBack ? '' : (activity.text ?? '');
}

/** The stars a message of the customer gives, or undefined if it gives none. */
export function ratingOf({ value }: Activity): number | undefined {
  const rating = typeof value === 'object' && value !== null && 'rating' in value ? value.rating : undefined;
  return typeof rating === 'number' ? rating : undefined;
}

/** What the customer has already answered: thumbs by the answer's id, stars by the id of the card that asked. */
export interface Given {
  helpful: ReadonlyMap<string, boolean>;
  stars: ReadonlyMap<string, number>;
}

/** Collects thumbs and stars from what the customer sent, so that they outlive a reload. */
export function givenIn(entries: readonly Entry[]): Given {
  const helpful = new Map<string, boolean>();
  const stars = new Map<string, number>();
  let asked: string | undefined;
  for (const { activity, mine } of entries) {
    if (!mine) {
      if (activity.attachments?.some(({ contentType }) => contentType === ratingType)) asked = activity.id;
      continue;
    }
    const { value } = activity;
    if (activity.name === 'feedback' && typeof value === 'object' && value !== null) {
      const { activityId, helpful: thumb }: { activityId?: unknown; helpful?: unknown } = value;
      if (typeof activityId === 'string' && typeof thumb === 'boolean') helpful.set(activityId, thumb);
    }
    const rating = ratingOf(activity);
    const card = activity.replyToId ?? asked;
    if (rating !== undefined && card !== undefined) stars.set(card, rating);
  }
  return { helpful, stars };
}

/** Content type of a card with stars: `{ max, labels? }`. */
export const ratingType = 'application/vnd.zhiyin.rating+json';

const startsWithScore = /^\s*(\d+)\s*/;

/**
 * The buttons under the last message, until the customer has said something. Where the message has stars, the buttons
 * that say the same for other channels ("4 satisfied") are left out.
 */
export function openActions(entries: readonly Entry[]): CardAction[] {
  const last = entries.findLast(({ activity }) => activity.type === 'message');
  if (!last || last.mine) return [];
  const { suggestedActions, attachments } = last.activity;
  const actions = suggestedActions?.actions ?? [];
  const hasStars = attachments?.some(({ contentType }) => contentType === ratingType);
  return hasStars ? actions.filter(({ title = '' }) => !startsWithScore.test(title)) : actions;
}

/** What the stars of a message mean, by their number: the words of those buttons. */
export function starLabels({ suggestedActions }: Activity): string[] {
  const labels: string[] = [];
  for (const { title = '' } of suggestedActions?.actions ?? []) {
    const [score, number] = startsWithScore.exec(title) ?? [];
    const label = score && title.slice(score.length);
    if (label && Number(number) >= 1 && Number(number) <= 10) labels[Number(number) - 1] = label;
  }
  return labels;
}
