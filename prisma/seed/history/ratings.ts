import { HISTORY_DAYS } from './calendar.ts';
import { comments, courtesies, rating } from './said/courtesies.ts';
import { moodOf, type Sold } from './sold.ts';
import type { Talk } from './talk.ts';
import { raise } from './tasks.ts';
import type { World } from './world.ts';

/** What is rated: whose help, about which product, and what the kind of talk adds to the mood. */
export interface Rated {
  by: string;
  product: Sold | null;
  mood?: number;
}

const ASKED = 0.79;
const ANSWERED = 0.74;
const DISMISSED = 0.02;
/** The share of 4 and 5: it grows over the two years. */
const CONTENT_FIRST = 0.74;
const CONTENT_GROWTH = 0.2;
const COMMENTED = 0.22;

/** Perhaps asks how it was, at the end of a talk; a score of 1 or 2 raises a task. */
export function rate(world: World, talk: Talk, rated: Rated): void {
  const { random } = world;
  if (world.refused.has(talk.customer.id) || !random.chance(ASKED)) return;
  talk.offers(talk.in(rating.ask), rating.steps);
  const sentAt = talk.at;
  const invitation = {
    id: random.id(sentAt),
    customerId: talk.customer.id,
    conversationId: talk.conversation.id,
    rated: rated.by,
    productId: rated.product?.id ?? null,
    sentAt,
  };
  const invite = (state: 'sent' | 'dismissed' | 'expired' | 'answered') =>
    world.history.invitations.push({ ...invitation, state });
  if (random.chance(DISMISSED)) {
    talk.says(talk.in(random.pick(courtesies.refusals)));
    talk.replies(talk.in(courtesies.dismissals[0]!));
    world.refused.add(talk.customer.id);
    invite('dismissed');
  } else if (random.chance(ANSWERED)) {
    invite('answered');
    answer(world, talk, rated, invitation.id);
  } else invite(world.calendar.daysAgo(sentAt) > 1 ? 'expired' : 'sent');
}

function answer(world: World, talk: Talk, rated: Rated, invitationId: string): void {
  const { random } = world;
  const score = scoreOf(world, talk, rated);
  talk.says(talk.in(random.pick(rating.answers[score]!)));
  const answeredAt = talk.at;
  talk.replies(talk.in(score >= 3 ? rating.high : rating.low));
  const comment = random.chance(score <= 2 ? 2 * COMMENTED : COMMENTED) ? talk.in(random.pick(comments[score]!)) : null;
  if (comment) talk.says(comment);
  const response = {
    id: random.id(answeredAt),
    invitationId,
    customerId: talk.customer.id,
    conversationId: talk.conversation.id,
    productId: rated.product?.id ?? null,
    score,
    comment,
    answers: { score, ...(comment && { comment }) },
    answeredAt,
  };
  world.history.responses.push(response);
  if (score > 2) return;
  const priority = score === 1 ? 'high' : 'normal';
  raise(world, {
    talk,
    team: 'service',
    type: 'surveyFollowUp',
    title: `${score}/5`,
    detail: comment,
    priority,
    responseId: response.id,
  });
}

function scoreOf({ random, calendar }: World, talk: Talk, { product, mood = 0 }: Rated): number {
  const days = calendar.daysAgo(talk.at);
  const trend = CONTENT_FIRST + CONTENT_GROWTH * (1 - days / HISTORY_DAYS);
  const content = trend + mood + (product ? moodOf(product.sku, days).content : 0.03);
  if (random.chance(content))
    return random.weighted([
      [5, 62],
      [4, 38],
    ]);
  return random.weighted([
    [3, 64],
    [2, 21],
    [1, 15],
  ]);
}
