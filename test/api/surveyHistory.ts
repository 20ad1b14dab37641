import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import type { Score } from '#crm/surveys/metrics.ts';
import { type Metric, scoreOf } from '#crm/surveys/metrics.ts';
import type { Survey } from '#crm/surveys/survey.ts';
import { buildConversation, buildCustomer, buildStaff, type House } from '#test/crm/support.ts';

type Kind =
  | 'ask'
  | 'post'
  | 'arrive'
  | 'answer'
  | 'change'
  | 'refuse'
  | 'withdraw'
  | 'expire'
  | 'erase'
  | 'tier'
  | 'roll';
/** What happens; numbers choose among what there is. */
export interface Step {
  kind: Kind;
  metric: 'csat' | 'nps' | 'ces';
  pick: number;
  hours: number;
  words: string;
}

const often: Kind[] = ['ask', 'ask', 'ask', 'answer', 'answer', 'answer', 'post', 'change', 'change', 'change', 'roll'];
const kinds: Kind[] = [...often, 'arrive', 'refuse', 'withdraw', 'expire', 'erase', 'tier'];
const words = fc.oneof(
  fc.constantFrom('', '等太久了', '=1+1', '他说 "好"，\n真的', '+86 很好，谢谢\r\n'),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    metric: fc.constantFrom<Step['metric']>('csat', 'nps', 'ces'),
    pick: fc.nat(10_000),
    hours: fc.oneof({ weight: 2, arbitrary: fc.nat(4) }, fc.nat(20)),
    words,
  }),
  { minLength: 8, maxLength: 45 },
);
/** When it begins, in weeks of ten years (clocks are changed in some), and what happens. */
export const histories = fc.record({ week: fc.nat(520), steps });

/** An answer as the test itself remembers it; the product is not asked. */
export interface Kept {
  metric: Metric;
  score: number;
  comment: string | null;
  day: string;
  at: Date;
  customerId: string | null;
}

interface Asked {
  id: string;
  metric: Step['metric'];
  customerId: string;
  answer: Kept | null;
}

/** The day of a zone on which something was. */
export const dayOf = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** What histories leave; it is taken away before the next, so that each is by itself and can be told again alone. */
const left = [
  'WeeklyMail',
  'SurveyTouch',
  'SurveyDay',
  'Task',
  'ResponseChange',
  'Response',
  'Invitation',
  'SurveyLink',
];

const ranges = { csat: [1, 5], nps: [0, 10], ces: [1, 7] } as const;
const EDIT_MS = 24 * 3_600_000;

/** A shop whose customers are asked, answer late, change their minds, refuse and leave; beside it what a test remembers of it. */
export class SurveyHistory {
  readonly #house: House;
  readonly #surveys: Record<Step['metric'], Survey>;
  readonly #people: string[];
  readonly zone: string;
  #customers: string[] = [];
  #asked: Asked[] = [];
  #linkToken = '';
  answers: Kept[] = [];

  private constructor(house: House, surveys: Record<Step['metric'], Survey>, people: string[], zone: string) {
    this.#house = house;
    this.zone = zone;
    this.#surveys = surveys;
    this.#people = people;
  }

  static async of(house: House, zone: string): Promise<SurveyHistory> {
    const { surveys, shop } = house.services;
    const people = [(await buildStaff(house)).id, (await buildStaff(house)).id];
    await shop.update({ ...(await shop.profile()), zone }, people[0]!);
    await surveys.running();
    const { client } = house.db;
    const found = async (key: string) => surveys.get((await client.survey.findUniqueOrThrow({ where: { key } })).id);
    await client.survey.updateMany({ where: { key: 'relationship' }, data: { active: true } });
    const made = {
      csat: await found('satisfaction'),
      nps: await found('relationship'),
      ces: await found('afterComplaint'),
    };
    return new SurveyHistory(house, made, people, zone);
  }

  /** Another one, with customers of its own, from this moment on; nothing is left of the one before. */
  async begin(at: Date): Promise<void> {
    this.#house.clock.time = at;
    await this.#house.db.pool.query(left.map((table) => `DELETE FROM "${table}"`).join(';'));
    this.#house.notified.length = 0;
    this.#customers = [];
    for (const tier of ['gold', null]) this.#customers.push((await buildCustomer(this.#house, { tier })).id);
    [this.#asked, this.answers] = [[], []];
    const link = { name: 'poster', single: false, expiresAt: null };
    this.#linkToken = (
      await this.#house.services.surveyLinks.make(this.#surveys.csat.id, link, this.#people[0]!)
    ).token;
  }

  async take(step: Step): Promise<void> {
    const { clock, services, db } = this.#house;
    const { pick, metric, words } = step;
    clock.add({ hours: step.hours });
    const one = chosen(this.#asked, pick);
    const open = chosen(
      this.#asked.filter(({ answer }) => !answer),
      pick,
    );
    // Mostly what was answered last: soon the window has closed.
    const given = chosen(this.#asked.filter(({ answer }) => answer).slice(-3), pick);
    const customerId = this.#customers[pick % this.#customers.length]!;
    switch (step.kind) {
      case 'ask':
        return this.#ask(metric, customerId, pick);
      case 'post':
        return this.#post(pick, words);
      case 'arrive':
        return one && services.invitations.delivered(one.id);
      case 'answer':
        return open && this.#answer(open, pick, words);
      case 'change':
        // Half of them change when their day was counted already.
        if (given && pick % 2) await services.surveyReports.counts.runDue();
        return given && this.#change(given, given.answer!, pick, words);
      case 'refuse':
        return one && services.invitations.dismiss(one.id);
      case 'withdraw':
        return services.consents.withdraw(customerId, { wording: 'w', activityId: v7() });
      case 'expire': {
        const data = { state: 'expired' as const };
        await db.client.invitation.updateMany({ where: { state: { in: ['sent', 'delivered'] } }, data });
        return;
      }
      case 'erase':
        return pick % 4 === 0 ? this.#erase(customerId) : undefined;
      case 'tier': {
        const tier = pick % 3 ? 'silver' : null;
        await db.client.customer.update({ where: { id: customerId }, data: { tier } });
        return;
      }
      case 'roll':
        await services.surveyReports.counts.runDue();
    }
  }

  /** The score of the answers of these days, counted here. */
  score(metric: Metric, { from, to }: { from: string; to: string }): Score {
    const within = this.answers.filter((each) => each.metric === metric && each.day >= from && each.day <= to);
    return scoreOf(
      metric,
      within.map(({ score }) => ({ score, count: 1 })),
    );
  }

  async #ask(metric: Step['metric'], customerId: string, pick: number): Promise<void> {
    const { services, db } = this.#house;
    const conversation = await buildConversation(this.#house, { customerId, channel: pick % 3 ? 'test' : 'wechat' });
    const rated = ['bot', 'shop', ...this.#people][pick % 4]!;
    const of = { survey: this.#surveys[metric], cause: `conversation:${conversation.id}`, customerId };
    const { id } = await services.invitations.invite({ ...of, conversationId: conversation.id, rated });
    // One in four is still on its way.
    if (pick % 4 === 3)
      await db.client.invitation.update({ where: { id }, data: { state: 'sent', deliveredAt: null } });
    this.#asked.push({ id, metric, customerId, answer: null });
  }

  async #answer(one: Asked, pick: number, words: string): Promise<void> {
    const kept = this.#kept(one.metric, pick, words, one.customerId);
    await this.#house.services.responses.keep({ invitationId: one.id, answers: said(kept) });
    one.answer = kept;
    this.answers.push(kept);
  }

  async #change(one: Asked, answer: Kept, pick: number, words: string): Promise<void> {
    const kept = this.#kept(one.metric, pick, words, one.customerId);
    const { clock, services } = this.#house;
    const tried = await services.responses.tryToKeep({ invitationId: one.id, answers: said(kept) });
    const late = clock.now().getTime() > answer.at.getTime() + EDIT_MS;
    if (tried === 'fixed' && late) return;
    // Late words that were not there before change nothing that was said: they are added, as the survey's rest would be.
    if (typeof tried === 'string')
      throw new Error(`An answer of ${clock.now().getTime() - answer.at.getTime()} ms: ${tried}`);
    if (late && kept.score !== answer.score) throw new Error('An answer was changed after its window.');
    answer.score = kept.score;
    answer.comment = kept.comment;
  }

  async #post(pick: number, words: string): Promise<void> {
    const kept = this.#kept('csat', pick, words, null);
    const given = { id: v7(), answers: said(kept), language: 'zh' as const, change: false };
    await this.#house.services.surveyLinks.answer(this.#linkToken, given);
    this.answers.push(kept);
  }

  async #erase(customerId: string): Promise<void> {
    await this.#house.services.privacy.erase(customerId, { source: 'staff' });
    for (const answer of this.answers) if (answer.customerId === customerId) answer.comment = null;
    this.#customers = this.#customers.filter((id) => id !== customerId);
    this.#asked = this.#asked.filter((each) => each.customerId !== customerId);
    this.#customers.push((await buildCustomer(this.#house)).id);
  }

  #kept(metric: Step['metric'], pick: number, words: string, customerId: string | null): Kept {
    const [min, max] = ranges[metric];
    const at = this.#house.clock.now();
    const comment = words.trim() || null;
    return { metric, score: min + (pick % (max - min + 1)), comment, day: dayOf(at, this.zone), at, customerId };
  }
}

const chosen = <T>(some: readonly T[], pick: number): T | undefined => some[pick % Math.max(1, some.length)];

const said = ({ score, comment }: Kept) => ({ score, ...(comment !== null && { comment }) });
