import { Temporal } from 'temporal-polyfill';
import { type Database, Prisma } from '#prisma/client.ts';
import type { Clock } from '../../clock.ts';
import { InvalidInput } from '../../errors.ts';
import type { Localized } from '../../localized.ts';
import type { Shop } from '../../shop/shop.ts';
import type { Cell, SurveyDays } from '../../surveys/days/surveyDays.ts';
import {
  type Change,
  changeOf,
  ENOUGH,
  type Metric,
  type ResponseRate,
  responseRateOf,
  type Score,
  scoreOf,
} from '../../surveys/metrics.ts';
import { type People, peopleIn } from '../people/people.ts';
import { type Answer, answersPage, countAnswers } from './answers.ts';
import { type AnswersAsked, answersOf, countedOf, daysBefore, type SurveysAsked } from './asked.ts';
import { type CommentsAbout, type CommentsReport, commentsReport } from './comments.ts';
import { namesOf } from './names.ts';
import { added, countsOf, type StepLength, type TrendStep, trendOf } from './trend.ts';
import { type Dimension, ways } from './ways.ts';

/**
 * A score with what it rests on. `answers`: also those without a score. `rate` is of the invitations sent in the span, answered then or later;
 * `unasked` answers came by an open link, or were imported: they have no rate.
 */
export interface Figures {
  score: Score;
  answers: number;
  rate: ResponseRate;
  unasked: number;
}

/** Figures of a span, against the span of the same length before it. */
export interface SurveyReport extends Figures {
  metric: Metric;
  from: string;
  to: string;
  before: Figures & { from: string; to: string };
  change: Change;
  trend: TrendStep[];
}

/** One of a dimension. `name`: as a table has it; null: the value says it. `rank`: among colleagues with enough answers, by value. */
export interface BreakdownRow extends Figures {
  value: string;
  name: Localized | string | null;
  change: Change;
  rank: number | null;
}

const ROWS = 200;

/** What people answered, for managers; only reads. Every figure is of the counts of SurveyDays and by the formulas of metrics.ts. */
export class SurveyReports {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  /** The counts by day that all of it is made of. */
  readonly counts: SurveyDays;

  constructor(db: Database, clock: Clock, shop: Shop, days: SurveyDays) {
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
    this.counts = days;
  }

  /** The days asked for: until today, and thirty of them, unless told. */
  async days({
    from,
    to,
  }: {
    from?: string | undefined;
    to?: string | undefined;
  }): Promise<{ from: string; to: string }> {
    const { zone } = await this.#shop.profile();
    const today = Temporal.Instant.fromEpochMilliseconds(this.#clock.now().getTime()).toZonedDateTimeISO(zone);
    const last = to ?? today.toPlainDate().toString();
    return { from: from ?? Temporal.PlainDate.from(last).subtract({ days: 29 }).toString(), to: last };
  }

  /** Throws InvalidInput for a span that ends before it begins. */
  async report(asked: SurveysAsked, by: StepLength = 'week'): Promise<SurveyReport> {
    const ids = await this.surveysOf(asked);
    const before = daysBefore(asked);
    // Both spans in one statement: what is compared is of one moment.
    const cells = await this.#byDay({ ...asked, from: before.from }, ids);
    const inSpan = cells.filter(({ group: day }) => day >= asked.from);
    const now = figuresOf(asked.metric, inSpan);
    const then = figuresOf(
      asked.metric,
      cells.filter(({ group: day }) => day < asked.from),
    );
    return {
      metric: asked.metric,
      from: asked.from,
      to: asked.to,
      ...now,
      before: { ...before, ...then },
      change: changeOf(then.score, now.score),
      trend: trendOf(asked.metric, inSpan, asked, by),
    };
  }

  /** By one dimension, most answers first; colleagues with enough answers by their score, ranked, before the others. */
  async breakdown(asked: SurveysAsked, by: Dimension): Promise<BreakdownRow[]> {
    const ids = await this.surveysOf(asked);
    const read = (span: { from: string; to: string }) => {
      const { counted: dimension, group, ...way } = ways[by];
      return this.counts.read({ ...way, surveyIds: ids, ...span, who: asked.who, dimension, group });
    };
    const [now, then] = [await read(asked), await read(daysBefore(asked))];
    const names = await namesOf(
      this.#db.client,
      by,
      now.map(({ group }) => group),
    );
    const rows = now.map((cell) => {
      const figures = figuresOf(asked.metric, [cell]);
      const earlier = then.filter(({ group }) => group === cell.group);
      const change = changeOf(figuresOf(asked.metric, earlier).score, figures.score);
      return { value: cell.group, name: names.get(cell.group) ?? null, ...figures, change, rank: null };
    });
    return ranked(rows, by).slice(0, ROWS);
  }

  /** The answers behind a number, newest first. */
  async answers(asked: AnswersAsked, page: { limit?: number; cursor?: string | undefined }) {
    const ids = await this.surveysOf(asked);
    const { zone } = await this.#shop.profile();
    return answersPage(this.#sources, { asked, ids, zone }, page);
  }

  /** How many answers are behind a number, counted one by one. */
  async count(asked: AnswersAsked): Promise<number> {
    const { zone } = await this.#shop.profile();
    return countAnswers(this.#db.client, { asked, ids: await this.surveysOf(asked), zone });
  }

  /** Who gave the answers behind a number. */
  async people(asked: AnswersAsked): Promise<People> {
    const ids = await this.surveysOf(asked);
    const { zone } = await this.#shop.profile();
    const rows = Prisma.sql`SELECT r."customerId", r."answeredAt" AS at ${answersOf(asked, ids, zone)}`;
    return peopleIn(this.#db.client, rows);
  }

  /** All of them piece by piece, for a file. */
  async *each(asked: AnswersAsked): AsyncGenerator<Answer[]> {
    let cursor: string | undefined;
    do {
      const page = await this.answers(asked, { limit: 1000, cursor });
      if (page.items.length > 0) yield page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  }

  /** What they wrote: themes, feeling and words of the newest comments. */
  async comments(asked: AnswersAsked, about?: CommentsAbout): Promise<CommentsReport> {
    const ids = await this.surveysOf(asked);
    const { zone } = await this.#shop.profile();
    return commentsReport(this.#sources, { asked, ids, zone }, about);
  }

  get #sources() {
    return { client: this.#db.client, counts: this.counts };
  }

  /** The surveys that are looked at. Throws InvalidInput for a span that ends before it begins. */
  async surveysOf({ metric, surveyId, from, to }: SurveysAsked): Promise<string[]> {
    if (from > to) throw new InvalidInput([{ path: 'to', message: 'The span must end after it begins.' }]);
    const where = { metric, ...(surveyId && { id: surveyId }) };
    return (await this.#db.client.survey.findMany({ where, select: { id: true } })).map(({ id }) => id);
  }

  #byDay(asked: SurveysAsked, surveyIds: string[]): Promise<Cell[]> {
    return this.counts.read({ ...countedOf(asked, surveyIds), group: Prisma.sql`s.day` });
  }
}

function figuresOf(metric: Metric, cells: readonly Cell[]): Figures {
  const { delivered, answered, unasked, scores } = added(cells);
  const answers = scores.reduce((total, count) => total + count, 0);
  return { score: scoreOf(metric, countsOf(scores)), answers, rate: responseRateOf(delivered, answered), unasked };
}

function ranked(rows: BreakdownRow[], by: Dimension): BreakdownRow[] {
  const byNumber = rows.toSorted((a, b) => b.answers - a.answers || (a.value < b.value ? -1 : 1));
  if (by !== 'staff') return byNumber;
  const isEnough = ({ score }: BreakdownRow) => score.n >= ENOUGH && score.value !== null;
  const best = byNumber.filter(isEnough).toSorted((a, b) => b.score.value! - a.score.value!);
  return [...best.map((row, place) => ({ ...row, rank: place + 1 })), ...byNumber.filter((row) => !isEnough(row))];
}
