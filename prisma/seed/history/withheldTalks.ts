import { DAY } from './calendar.ts';
import { Random } from './random.ts';
import type { History } from './rows.ts';

/** Earlier talks are left out: what was not asked is looked at of late. */
const DAYS = 180;

/** The talks of half a year that nobody was asked about, each with the reason that its own history gives. Made of its own chance. */
export function withheldTalks(history: History, surveyId: string, dayOf: (at: Date) => string, now: Date): object[] {
  const random = new Random(5390);
  const ids = (rows: readonly { conversationId: string | null }[]) => new Set(rows.map((row) => row.conversationId));
  const [asked, gaps, complaints] = [ids(history.invitations), ids(history.gaps), ids(history.complaints)];
  const down = ids(history.feedback.filter(({ helpful }) => !helpful));
  const since = now.getTime() - DAYS * DAY;
  const left = history.conversations.filter(({ id, lastActivityAt: at }) => at.getTime() > since && !asked.has(id));
  return left.map(({ id: conversationId, customerId, lastActivityAt }) => {
    const plain = random.pick(['cooldown', 'cooldown', 'refused']);
    const helped = down.has(conversationId) ? 'thumbsDown' : gaps.has(conversationId) ? 'noHelp' : plain;
    return {
      id: random.id(lastActivityAt),
      surveyId,
      customerId,
      conversationId,
      cause: `conversation:${conversationId}:${dayOf(lastActivityAt)}`,
      state: 'withheld',
      reason: complaints.has(conversationId) ? 'complaint' : helped,
      decidedAt: lastActivityAt,
    };
  });
}
