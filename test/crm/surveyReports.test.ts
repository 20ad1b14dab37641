import fc from 'fast-check';
import readSheets from 'read-excel-file/node';
import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { csvLine } from '#api/tables/csv.ts';
import { xlsx } from '#api/tables/xlsx.ts';
import type { Answer } from '#crm/reports/surveys/answers.ts';
import type { AnswersAsked, SurveysAsked } from '#crm/reports/surveys/asked.ts';
import type { CommentsAbout } from '#crm/reports/surveys/comments.ts';
import type { InvitedAsked } from '#crm/reports/surveys/invited.ts';
import type { Dimension } from '#crm/reports/surveys/ways.ts';
import { type ResponseRate, scoreOf } from '#crm/surveys/metrics.ts';
import type { Survey } from '#crm/surveys/survey.ts';
import { testDatabase } from '#test/support/database.ts';
import { products, storeCatalogue } from './catalogue.ts';
import {
  buildConversation,
  buildCustomer,
  buildHouse,
  buildStaff,
  buildTeam,
  type House,
  TestClock,
} from './support.ts';

const database = testDatabase();
let house: House;
let survey: Survey;
let customers: string[];
let people: string[];
let teamId: string;

beforeAll(async () => {
  house = buildHouse(database.db, new TestClock(new Date('2026-01-01T04:00:00Z')));
  await storeCatalogue(database.db);
  survey = (await house.services.surveys.running()).find(({ key }) => key === 'satisfaction')!;
  customers = [(await buildCustomer(house, { tier: 'gold' })).id, (await buildCustomer(house)).id];
  const team = await buildTeam(house, 'insights');
  teamId = team.id;
  people = [(await buildStaff(house, { teamId })).id, (await buildStaff(house)).id];
});

/** What happens in a shop that asks; numbers choose among what there is. */
type Step = { kind: 'ask' | 'answer' | 'change' | 'tier' | 'roll'; pick: number; score: number; hours: number };
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom<Step['kind']>('ask', 'ask', 'answer', 'answer', 'change', 'tier', 'roll'),
    pick: fc.nat(1000),
    score: fc.integer({ min: 1, max: 5 }),
    hours: fc.integer({ min: 0, max: 60 }),
  }),
  { minLength: 8, maxLength: 30 },
);

interface Asking {
  id: string;
  answered: boolean;
}

async function take(step: Step, asked: Asking[]): Promise<void> {
  const { services, clock } = house;
  const { kind, pick, score, hours } = step;
  clock.add({ hours });
  const one = asked[pick % Math.max(1, asked.length)];
  if (kind === 'ask') {
    const customerId = customers[pick % 2]!;
    const conversation = await buildConversation(house, { customerId, channel: pick % 3 ? 'test' : 'wechat' });
    const rated = ['bot', 'shop', ...people][pick % 4]!;
    const productId = pick % 5 ? products.humidifier.id : null;
    const of = { survey, cause: `conversation:${conversation.id}`, customerId, conversationId: conversation.id };
    const { id } = await services.invitations.invite({ ...of, rated, productId });
    asked.push({ id, answered: false });
  } else if (kind === 'answer' && one && !one.answered) {
    one.answered = true;
    await services.responses.keep({ invitationId: one.id, answers: { score } });
  } else if (kind === 'change' && one?.answered) {
    // Past its window it stays as it is.
    await services.responses.keep({ invitationId: one.id, answers: { score } }).catch(() => undefined);
  } else if (kind === 'tier') {
    const where = { id: customers[pick % 2]! };
    await house.db.client.customer.update({ where, data: { tier: pick % 3 ? 'silver' : null } });
    const segment = pick % 2 ? 'active' : 'lost';
    const stands = {
      segment,
      since: clock.now(),
      gapDays: 30,
      gapOf: 'shop',
      orders: 1,
      spentCents: 1,
      lookedAt: clock.now(),
    };
    const customerId = where.id;
    await house.db.client.customerSegment.upsert({
      where: { customerId },
      create: { customerId, ...stands },
      update: stands,
    });
  } else if (kind === 'roll') await services.surveyReports.counts.runDue();
}

const day = (at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();

const told: Record<string, (answer: Answer) => string | null> = {
  product: ({ productId }) => productId ?? '',
  channel: ({ channel }) => channel,
  tier: ({ tier }) => tier,
  segment: ({ segment }) => segment,
  who: ({ who }) => who,
  survey: ({ surveyId }) => surveyId,
};

/** Every answer of the span looked at one by one, and every way to add them up: the same to the last digit. */
async function expectEqual(span: { from: string; to: string }): Promise<void> {
  const { surveyReports } = house.services;
  const asked = { metric: 'csat' as const, surveyId: survey.id, ...span };
  const report = await surveyReports.report(asked, 'day');
  const every: Answer[] = [];
  for await (const some of surveyReports.each(asked)) every.push(...some);
  const scored = (answers: Answer[]) =>
    scoreOf(
      'csat',
      answers.flatMap(({ score }) => (score === null ? [] : [{ score, count: 1 }])),
    );
  expect(report.score).toEqual(scored(every));
  expect(await surveyReports.count(asked)).toBe(every.length);
  const sent = (await house.db.client.invitation.findMany({ where: { surveyId: survey.id } })).filter(
    ({ sentAt }) => sentAt && day(sentAt) >= span.from && day(sentAt) <= span.to,
  );
  expect(report.unasked).toBe(every.filter(({ who }) => who === 'none').length);
  const { customerIds } = await surveyReports.people(asked);
  expect(customerIds.toSorted()).toEqual([...new Set(every.flatMap(({ customerId }) => customerId ?? []))].sort());
  expect(report.rate).toMatchObject({ delivered: sent.length, answered: sent.filter((row) => row.answeredAt).length });
  await expectInvited(asked, report.rate);
  for (const step of report.trend)
    expect(step.score).toEqual(scored(every.filter(({ answeredAt }) => day(answeredAt) === step.from)));
  for (const [by, of] of Object.entries(told)) {
    const rows = await surveyReports.breakdown(asked, by as Dimension);
    expect(
      rows
        .filter(({ answers }) => answers > 0)
        .map(({ value }) => value)
        .sort(),
    ).toEqual([...new Set(every.map(of))].sort());
    for (const { value, score } of rows) {
      expect(score).toEqual(scored(every.filter((answer) => of(answer) === value)));
      const cut = { dimension: by as Dimension, value };
      expect((await surveyReports.report({ ...asked, cut })).score).toEqual(score);
      expect(await surveyReports.count({ ...asked, cut })).toBe(score.n);
    }
  }
}

/** Whoever is behind a response rate, paged one by one, is as many as it says; so is each group of them. */
async function expectInvited(asked: SurveysAsked, rate: ResponseRate): Promise<void> {
  const { invitedReports, surveyReports } = house.services;
  const count = async (of: InvitedAsked) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await invitedReports.list(of, { limit: 20, cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(ids).size).toBe(ids.length);
    return ids.length;
  };
  expect((await invitedReports.counts(asked)).rate).toEqual(rate);
  expect(await count({ ...asked, outcome: 'delivered' })).toBe(rate.delivered);
  expect(await count({ ...asked, outcome: 'answered' })).toBe(rate.answered);
  expect(await count({ ...asked, outcome: 'unanswered' })).toBe(rate.delivered - rate.answered);
  for (const by of ['channel', 'team'] as const)
    for (const { value, rate: part } of await surveyReports.breakdown(asked, by)) {
      const cut = { ...asked, cut: { dimension: by, value } };
      expect((await invitedReports.counts(cut)).rate).toEqual(part);
      expect(await count({ ...cut, outcome: 'answered' })).toBe(part.answered);
    }
}

/** The answers as somebody sees them who pages through the list. */
async function listed(asked: AnswersAsked): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await house.services.surveyReports.answers(asked, { limit: 1, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return ids;
}

/** Paged one by one, whole or in part, the list is what one finds who sorts all of them. */
async function expectListed(span: { from: string; to: string }): Promise<void> {
  const asked = { metric: 'csat' as const, surveyId: survey.id, ...span };
  const every = (await house.db.client.response.findMany({ where: { surveyId: survey.id } })).toSorted(
    (a, b) => b.answeredAt.getTime() - a.answeredAt.getTime() || (a.id < b.id ? 1 : -1),
  );
  expect(new Set(every.map(({ answeredAt }) => day(answeredAt))).size).toBeGreaterThan(5);
  const ids = (of: (answer: (typeof every)[number]) => boolean) => every.filter(of).map(({ id }) => id);
  expect(await listed(asked)).toEqual(ids(() => true));
  expect(await listed({ ...asked, minScore: 2, maxScore: 4 })).toEqual(ids(({ score }) => score! >= 2 && score! <= 4));
  for (const value of [products.humidifier.id, ''])
    expect(await listed({ ...asked, cut: { dimension: 'product', value } })).toEqual(
      ids(({ productId }) => (productId ?? '') === value),
    );
}

describe('figures of surveys', () => {
  test('equal the answers counted one by one, whatever comes late or changes, before and after they are counted by day', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const from = day(house.clock.now());
        const asked: Asking[] = [];
        for (const step of history) await take(step, asked);
        const span = { from, to: day(house.clock.now()) };
        await expectEqual(span);
        await house.services.surveyReports.counts.runDue();
        await expectEqual(span);
        expect(await house.services.surveyReports.counts.verify()).toBe(0);
        house.clock.add({ days: 3 });
      }),
      { numRuns: 5 },
    );
    await expectListed({ from: '2026-01-01', to: day(house.clock.now()) });
  });

  test('what was changed past us is found and counted again', async () => {
    const { surveyReports } = house.services;
    const surveyDays = surveyReports.counts;
    await surveyDays.runDue();
    const span = { from: '2025-12-01', to: day(house.clock.now()) };
    const { count } = await house.db.client.response.updateMany({ where: { score: { not: 1 } }, data: { score: 1 } });
    expect(count).toBeGreaterThan(0);
    expect((await surveyReports.report({ metric: 'csat', ...span })).score.mean).toBeGreaterThan(1);
    expect(await surveyDays.verify()).toBeGreaterThan(0);
    expect((await surveyReports.report({ metric: 'csat', ...span })).score.mean).toBe(1);
    await surveyDays.runDue();
    expect(await surveyDays.verify()).toBe(0);
  });

  test('colleagues are ranked from 30 answers on, and a change is real or noise', async () => {
    const { surveyReports } = house.services;
    house.clock.add({ days: 60 });
    const give = async (rated: string, score: number, times: number) => {
      const at = house.clock.now();
      const of = { surveyId: survey.id, customerId: customers[0]! };
      const whom = { rated, ratedTeamId: rated === people[0] ? teamId : null };
      const asked = Array.from({ length: times }, () => ({ id: v7(), ...of, ...whom, sentAt: at, deliveredAt: at }));
      await house.db.client.invitation.createMany({ data: asked.map((row) => ({ ...row, answeredAt: at })) });
      await house.db.client.response.createMany({
        data: asked.map(({ id }) => ({ id: v7(), ...of, invitationId: id, score, answers: { score }, answeredAt: at })),
      });
      await surveyReports.counts.verify();
    };
    await give(people[0]!, 2, 30);
    const before = day(house.clock.now());
    house.clock.add({ days: 1 });
    await give(people[0]!, 4, 30);
    await give(people[1]!, 5, 29);
    const today = day(house.clock.now());
    const rows = await surveyReports.breakdown({ metric: 'csat', from: today, to: today }, 'staff');
    expect(rows).toMatchObject([
      { value: people[0], rank: 1, score: { n: 30, trust: 'enough' }, change: { difference: 1, verdict: 'real' } },
      { value: people[1], rank: null, score: { n: 29, trust: 'few' }, change: { verdict: 'tooFew' } },
    ]);
    expect(await surveyReports.breakdown({ metric: 'csat', from: today, to: today }, 'team')).toHaveLength(2);
    expect(before < today).toBe(true);
  });
});

describe('comments', () => {
  test('every number of themes, feelings and words leads to as many comments', async () => {
    const { responses, invitations, surveyReports } = house.services;
    house.clock.add({ days: 90 });
    const today = day(house.clock.now());
    const written = [
      '客服很热情，可惜快递太慢',
      '不太满意，漏水了',
      '不是很满意，等了好久',
      '质量不错，满意',
      'Delivery was slow but the lady was friendly',
      'It leaks, very disappointed',
    ];
    for (const comment of written) {
      const customerId = (await buildCustomer(house)).id;
      const { id: conversationId } = await buildConversation(house, { customerId });
      const of = { survey, cause: `conversation:${conversationId}`, customerId, conversationId };
      const { id } = await invitations.invite({ ...of, rated: 'bot' });
      await responses.keep({ invitationId: id, answers: { score: 3, comment } });
    }
    const asked = { metric: 'csat' as const, from: today, to: today };
    const report = await surveyReports.comments(asked);
    expect(report.n).toBe(written.length);
    const of = async (about: CommentsAbout) => (await surveyReports.comments(asked, about)).newest;
    for (const feeling of ['negative', 'neutral', 'positive'] as const)
      expect(await of({ feeling })).toHaveLength(report.feelings[feeling]);
    expect(report.themes.length).toBeGreaterThan(2);
    for (const { code, n, negative, positive } of report.themes) {
      expect(await of({ theme: code })).toHaveLength(n);
      expect(await of({ theme: code, feeling: 'negative' })).toHaveLength(negative);
      expect(await of({ theme: code, feeling: 'positive' })).toHaveLength(positive);
    }
    expect(report.words).toContainEqual({ word: '不满意', n: 2 });
    for (const { word, n } of report.words) expect(await of({ word })).toHaveLength(n);
    expect((await of({ word: '不满意' })).map(({ comment }) => comment)).toEqual([written[2], written[1]]);
    expect(await of({ theme: 'nothing' })).toEqual([]);
  });
});

describe('files', () => {
  const rows = [
    ['id', '=HYPERLINK("http://evil")', '他说 "好"，\n真的', 3],
    ['-1+2', '@x', null, 10],
  ];

  test('a CSV takes nothing for a formula, and keeps quotes and lines', () => {
    expect(rows.map(csvLine).join('')).toBe(
      'id,"\'=HYPERLINK(""http://evil"")","他说 ""好""，\n真的",3\r\n\'-1+2,\'@x,,10\r\n',
    );
  });

  test('a workbook holds the same texts and numbers', async () => {
    const wide = [...rows, Array.from({ length: 28 }, (_, column) => column)];
    const [sheet] = await readSheets(xlsx(wide, new Date()));
    expect(sheet!.data[0]!.slice(0, 4)).toEqual(rows[0]);
    expect(sheet!.data[1]!.slice(0, 4)).toEqual(rows[1]);
    expect(sheet!.data[2]).toHaveLength(28);
    expect(sheet!.data[2]![27]).toBe(27);
  });
});
