import { Temporal } from 'temporal-polyfill';
import { type Database, Prisma } from '#prisma/client.ts';
import type { Clock } from '../../clock.ts';
import { InvalidInput } from '../../errors.ts';
import type { Localized } from '../../localized.ts';
import type { Page } from '../../page.ts';
import type { Shop } from '../../shop/shop.ts';
import type { Change } from '../../surveys/metrics.ts';
import { CLEAR } from '../../talks/feeling.ts';
import type { Talks } from '../../talks/talks.ts';
import { type People, peopleIn } from '../people/people.ts';
import { daysBefore } from '../surveys/asked.ts';
import { namesOf } from '../surveys/names.ts';
import { type StepLength, stepsOfDays } from '../surveys/trend.ts';
import { addedUp, changeOfTalks, figuresOf, type TalkCounts, type TalkFigures } from './figures.ts';
import { peakRows, type TalkRow, type TalksAsked, talkRows, talksOf } from './talkRows.ts';
import { type TalkWay, ways } from './ways.ts';

type Changes = { selfService: Change; attitude: Change };

/** Talks of some days against as many before. `readUntil` null: nothing was read yet. `running`: may still be written in. */
export interface TalkReport extends TalkFigures {
  from: string;
  to: string;
  readUntil: Date | null;
  running: number;
  before: TalkFigures & { from: string; to: string };
  change: Changes;
  trend: (TalkFigures & { from: string })[];
}

/** Talks of one channel, product, segment … */
export interface TalkGroup extends TalkFigures {
  value: string;
  name: Localized | string | null;
  change: Changes;
}

type Span = Pick<TalksAsked, 'from' | 'to' | 'cut'>;
type Counted = TalkCounts & { group: string };
const GROUPS = 200;

/** How conversations went: what was answered without a person, how customers felt. Only reads; each figure is of TalkDay. */
export class TalkReports {
  readonly #parts: { db: Database; clock: Clock; shop: Shop; talks: Talks };

  constructor(parts: { db: Database; clock: Clock; shop: Shop; talks: Talks }) {
    this.#parts = parts;
  }

  /** Throws InvalidInput for a span that ends before it begins. */
  async report(asked: Span, by: StepLength = 'week'): Promise<TalkReport> {
    const before = { ...asked, ...daysBefore(checked(asked)) };
    const days = await this.#read(asked, Prisma.sql`s.day`);
    const [now, then] = [figuresOf(addedUp(days)), figuresOf(addedUp(await this.#read(before, Prisma.sql`s.day`)))];
    return {
      from: asked.from,
      to: asked.to,
      readUntil: await this.#parts.talks.readUntil(),
      running: await this.#parts.db.client.talk.count({ where: { outcome: 'running' } }),
      ...now,
      before: { from: before.from, to: before.to, ...then },
      change: changeOfTalks(then, now),
      trend: stepsOfDays(asked, by, days).map(({ from, cells }) => ({ from, ...figuresOf(addedUp(cells)) })),
    };
  }

  /** By one way, most talks first. */
  async breakdown(asked: Span, by: TalkWay): Promise<TalkGroup[]> {
    const { counted, group, joins } = ways[by];
    const read = (span: Span) => this.#read({ from: span.from, to: span.to }, group, { counted, joins });
    const [now, then] = [await read(checked(asked)), await read({ ...asked, ...daysBefore(asked) })];
    const values = now.map(({ group: value }) => value);
    const names = by === 'product' || by === 'category' ? await namesOf(this.#parts.db.client, by, values) : new Map();
    return now
      .map((row) => {
        const figures = figuresOf(row);
        const earlier = figuresOf(addedUp(then.filter(({ group: value }) => value === row.group)));
        const name = names.get(row.group) ?? null;
        return { value: row.group, name, ...figures, change: changeOfTalks(earlier, figures) };
      })
      .filter(({ selfService, attitude }) => selfService.n + attitude.n > 0)
      .toSorted((a, b) => b.selfService.n - a.selfService.n || (a.value < b.value ? -1 : 1))
      .slice(0, GROUPS);
  }

  /** The talks behind a number, newest first. */
  async talks(asked: TalksAsked, page: { limit?: number; cursor?: string | undefined }): Promise<Page<TalkRow>> {
    const { zone } = await this.#parts.shop.profile();
    return talkRows(this.#parts.db.client, { asked: checked(asked), zone }, page);
  }

  /** Whose talks are behind a number. */
  async people(asked: TalksAsked): Promise<People> {
    const { zone } = await this.#parts.shop.profile();
    return peopleIn(
      this.#parts.db.client,
      Prisma.sql`SELECT t."customerId", t."begunAt" AS at ${talksOf(checked(asked), zone)}`,
    );
  }

  /** The talks with the worst, or the best, message. */
  async peaks(asked: TalksAsked, wanted: { order: 'worst' | 'best'; limit: number }): Promise<TalkRow[]> {
    const { zone } = await this.#parts.shop.profile();
    return peakRows(this.#parts.db.client, { asked: checked(asked), zone }, wanted);
  }

  /** How a customer felt from talk to talk: the latest ones, oldest first, and of all of them the figures. */
  async ofCustomer(customerId: string, limit = 60): Promise<TalkFigures & { talks: TalkRow[] }> {
    const { db, clock } = this.#parts;
    const to = Temporal.Instant.fromEpochMilliseconds(clock.now().getTime()).toString().slice(0, 10);
    const asked = { from: '2000-01-01', to: Temporal.PlainDate.from(to).add({ days: 1 }).toString(), customerId };
    const { items } = await this.talks(asked, { limit });
    const [counts] = await db.client.$queryRaw<TalkCounts[]>(Prisma.sql`
      SELECT count(*) FILTER (WHERE o)::int AS talks, count(*) FILTER (WHERE o AND involved)::int AS involved,
             count(*) FILTER (WHERE o AND answers > 0)::int AS answered,
             ${Prisma.join(
               ['confirmed', 'assumed', 'returned', 'unresolved', 'person'].map((name) =>
                 Prisma.raw(`count(*) FILTER (WHERE outcome = '${name}')::int AS ${name}`),
               ),
             )},
             count(feeling)::int AS felt, coalesce(sum(feeling), 0) AS feelings,
             coalesce(sum(feeling * feeling), 0) AS "feelingsSquared",
             count(*) FILTER (WHERE worst < ${-CLEAR})::int AS negative,
             count(*) FILTER (WHERE worst >= ${-CLEAR} AND best > ${CLEAR})::int AS positive
        FROM (SELECT *, outcome NOT IN ('running', 'nothing') AS o FROM "Talk" WHERE "customerId" = ${customerId}::uuid) t`);
    return { ...figuresOf(counts!), talks: items.toReversed() };
  }

  #read({ from, to, cut }: Span, group: Prisma.Sql, way?: { counted: string; joins: Prisma.Sql }): Promise<Counted[]> {
    const of = cut && ways[cut.dimension];
    const dimension = way?.counted ?? of?.counted ?? 'all';
    const sums = [
      'talks',
      'involved',
      'answered',
      'confirmed',
      'assumed',
      'returned',
      'unresolved',
      'person',
      'felt',
      'negative',
      'positive',
    ].map((name) => Prisma.raw(`sum(s.${name})::int AS ${name}`));
    return this.#parts.db.client.$queryRaw<Counted[]>(Prisma.sql`
      SELECT coalesce((${group})::text, '') AS "group", ${Prisma.join(sums)}, sum(s.feelings) AS feelings,
             sum(s."feelingsSquared") AS "feelingsSquared"
        FROM "TalkDay" s ${way?.joins ?? of?.joins ?? Prisma.empty}
       WHERE s.dimension = ${dimension} AND s.day >= ${from}::date AND s.day <= ${to}::date
         ${of ? Prisma.sql`AND ${of.group} = ${cut.value}` : Prisma.empty}
       GROUP BY 1`);
  }
}

function checked<T extends { from: string; to: string }>(asked: T): T {
  if (asked.from <= asked.to) return asked;
  throw new InvalidInput([{ path: 'to', message: 'The span must end after it begins.' }]);
}
