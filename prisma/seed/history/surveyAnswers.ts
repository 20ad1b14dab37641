import type { Localized } from '../catalogue/shapes.ts';
import { DAY } from './calendar.ts';
import { Random } from './random.ts';

/** How one of the other surveys went: the likelihood of each score, and what people wrote beside some. */
interface Told {
  key: string;
  cause: string;
  /** How often it was decided whether to ask, and how many days ago first and last. */
  times: number;
  days: readonly [first: number, last: number];
  scores: readonly (readonly [score: number, weight: number])[];
  words: readonly (readonly [atMost: number, words: Localized])[];
}

const told: readonly Told[] = [
  {
    key: 'relationship',
    cause: 'segment',
    times: 620,
    days: [180, 0],
    scores: [
      [10, 26],
      [9, 22],
      [8, 19],
      [7, 13],
      [6, 8],
      [5, 6],
      [3, 4],
      [1, 2],
    ],
    words: [
      [6, { zh: '东西还行，售后等得久', en: 'The goods are fine, but I waited long for help' }],
      [8, { zh: '价格再友好一点就推荐', en: 'I would, if it were a little cheaper' }],
      [10, { zh: '用了两年没出过问题', en: 'Two years and never any trouble' }],
    ],
  },
  {
    key: 'afterComplaint',
    cause: 'complaint',
    times: 560,
    days: [180, 0],
    scores: [
      [7, 24],
      [6, 28],
      [5, 20],
      [4, 12],
      [3, 8],
      [2, 5],
      [1, 3],
    ],
    words: [
      [3, { zh: '同一件事说了三遍', en: 'I had to tell the story three times' }],
      [4, { zh: '寄回去要自己找箱子', en: 'I had to find a box myself to send it back' }],
    ],
  },
  // Stopped two months ago: what was answered is still there.
  {
    key: 'afterPurchase',
    cause: 'purchase',
    times: 210,
    days: [180, 62],
    scores: [
      [5, 44],
      [4, 30],
      [3, 15],
      [2, 7],
      [1, 4],
    ],
    words: [
      [2, { zh: '包装压坏了', en: 'The box was crushed' }],
      [3, { zh: '送货比说的晚两天', en: 'It came two days later than promised' }],
      [5, { zh: '介绍写得清楚，没买错', en: 'Well described: I bought the right one' }],
    ],
  },
];

/** The shop learns: so many in a hundred of the newest answers are the better of two. */
const LEARNT = 0.5;
const reasons = ['notSampled', 'noConsent', 'cooldown', 'complaint'];

/** What came of the other surveys in half a year, also of those whom they did not ask. Made of its own chance. */
export function surveyAnswers(
  customers: readonly { id: string; language: string | null }[],
  staff: readonly { id: string }[],
  idOf: (key: string) => string | undefined,
  now: Date,
) {
  const invitations: object[] = [];
  const responses: object[] = [];
  for (const [place, { key, cause, times, days, scores, words }] of told.entries()) {
    const random = new Random(5300 + place);
    const surveyId = idOf(key);
    if (!surveyId) continue;
    for (let time = 0; time < times; time++) {
      const { id: customerId, language } = random.pick(customers);
      const sentAt = new Date(now.getTime() - random.int(days[1] * 24 + 1, days[0] * 24) * (DAY / 24));
      const id = random.id(sentAt);
      const state = random.weighted([
        ['answered', 42],
        ['expired', 24],
        ['dismissed', 4],
        ['withheld', 30],
      ] as const);
      const asked = state !== 'withheld';
      const answeredAt =
        state === 'answered'
          ? new Date(Math.min(now.getTime(), sentAt.getTime() + random.int(2, 2000) * 60_000))
          : null;
      invitations.push({
        id,
        surveyId,
        customerId,
        cause: `${cause}:${id}`,
        state,
        reason: asked ? null : random.pick(reasons),
        way: asked ? 'chat' : null,
        // Whoever had the complaint; the first has most of them.
        rated: key === 'afterComplaint' ? (staff[Math.floor((time % 10) / 4) % staff.length]?.id ?? 'shop') : 'shop',
        decidedAt: asked ? null : sentAt,
        sentAt: asked ? sentAt : null,
        deliveredAt: asked ? sentAt : null,
        openedAt: answeredAt,
        answeredAt,
        dismissedAt: state === 'dismissed' ? sentAt : null,
        expiresAt: asked ? new Date(sentAt.getTime() + 14 * DAY) : null,
      });
      if (!answeredAt) continue;
      const learnt = LEARNT * (1 - (now.getTime() - sentAt.getTime()) / (days[0] * DAY));
      const once = random.weighted(scores);
      const score = random.chance(learnt) ? Math.max(once, random.weighted(scores)) : once;
      const said = random.chance(0.3) ? words.find(([atMost]) => score <= atMost)?.[1] : undefined;
      const comment = said ? said[language === 'en' ? 'en' : 'zh'] : null;
      const answers = { score, ...chosenWith(key, score, place * 1000 + time), ...(comment && { comment }) };
      responses.push({
        id: random.id(answeredAt),
        surveyId,
        invitationId: id,
        customerId,
        score,
        comment,
        answers,
        way: 'chat',
        answeredAt,
      });
    }
  }
  return { invitations, responses };
}

/** What is chosen in the further questions, after the score; of its own chance, so that the rest of the history stays as it is. */
function chosenWith(key: string, score: number, number: number): object {
  const random = new Random(530_000 + number);
  if (key === 'afterComplaint') return { solved: random.chance(score >= 5 ? 0.92 : 0.45) };
  if (key !== 'afterPurchase' || score > 3) return {};
  const reason = random.weighted([
    ['delivery', 40],
    ['packing', 26],
    ['goods', 14],
    ['price', 12],
    ['other', 8],
  ] as const);
  return { reason };
}
