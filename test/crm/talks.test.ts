import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TalkRow, TalksAsked } from '#crm/reports/talks/talkRows.ts';
import { testDatabase } from '#test/support/database.ts';
import { products, storeCatalogue } from './catalogue.ts';
import { buildConversation, buildCustomer, buildHouse, type House, rated } from './support.ts';

const database = testDatabase();
let house: House;
const hour = 3_600_000;
/** The talks of these tests begin on Monday, 6 July, at ten in Shanghai; the clock stands nine days later. */
const monday = new Date('2026-07-06T02:00:00Z');

/** When what is said is received: conversations are read in this order. */
let received = monday.getTime() + 20 * 24 * hour;
const receive = () => {
  received += 1000;
  return new Date(received);
};

type Line = ['customer' | 'bot' | 'staff', string, { answer?: string; hours?: number; offers?: string[] }?];
/** What was said, a minute apart (or so many hours); `answer`: the bot's answer rests on this; `offers`: what can be tapped. */
async function talk(lines: Line[], given: { customerId?: string; channel?: string; begun?: Date } = {}) {
  const customerId = given.customerId ?? (await buildCustomer(house, { tier: 'gold' })).id;
  const begun = given.begun ?? monday;
  const conversation = await buildConversation(house, {
    customerId,
    channel: given.channel ?? 'directline',
    language: 'zh',
    sequence: lines.length,
    createdAt: begun,
    lastActivityAt: receive(),
  });
  let at = begun.getTime();
  const data = lines.map(([sender, text, { answer, hours = 0, offers } = {}], index) => {
    at += 60_000 + hours * hour;
    return {
      id: v7(),
      conversationId: conversation.id,
      sequence: index + 1,
      sender,
      type: 'message',
      direction: sender === 'customer' ? ('inbound' as const) : ('outbound' as const),
      text,
      body: {
        ...(answer && { channelData: { sources: [{ documentId: answer, title: 't' }] } }),
        ...(offers && { suggestedActions: { to: [], actions: offers.map((title) => ({ title, value: title })) } }),
      },
      createdAt: new Date(at),
    };
  });
  await database.db.client.activity.createMany({ data });
  return { conversationId: conversation.id, customerId };
}

const outcomesOf = async (conversationId: string) =>
  (await database.db.client.talk.findMany({ where: { conversationId }, orderBy: { first: 'asc' } })).map(
    ({ outcome, how }) => (how ? `${outcome} ${how}` : outcome),
  );

beforeAll(async () => {
  house = buildHouse(database.db);
  await storeCatalogue(database.db);
});

const wash = { answer: `product:${products.faceWash.sku}` };
const asks: Line[] = [
  ['customer', '洁面乳怎么用'],
  ['bot', '早晚各一次。', wash],
];

describe('how a talk ended', () => {
  const table: [string, Line[], string[]][] = [
    ['thanks confirm', [...asks, ['customer', '好的谢谢']], ['confirmed thanked']],
    ['so does "solved"', [...asks, ['customer', '解决了']], ['confirmed said']],
    ['"not solved" denies', [...asks, ['customer', '还是没解决，谢谢']], ['unresolved said']],
    ['thanks that decline do not', [...asks, ['customer', '不用了谢谢']], ['assumed']],
    ['silence is assumed', asks, ['assumed']],
    [
      'a greeting is no question',
      [
        ['customer', '你好'],
        ['bot', '您好！'],
        ['customer', '谢谢'],
      ],
      ['nothing'],
    ],
    ['a colleague is a person', [...asks, ['customer', '转人工'], ['staff', '我来看看']], ['person']],
    [
      'the next day is another talk',
      [...asks, ['customer', '谢谢'], ['customer', '在吗', { hours: 25 }]],
      ['confirmed thanked', 'nothing'],
    ],
    ['a survey days later belongs to none', [...asks, ['bot', '您满意吗？', { hours: 30 }]], ['assumed']],
  ];

  test('as its words say', async () => {
    const held = [];
    for (const [name, lines, expected] of table)
      held.push({ name, expected, conversationId: (await talk(lines)).conversationId });
    await house.services.talks.runDue();
    for (const { name, expected, conversationId } of held)
      expect([name, ...(await outcomesOf(conversationId))]).toEqual([name, ...expected]);
  });

  test('by ratings, thumbs, questions left open, and work for people', async () => {
    const { client } = database.db;
    const good = await talk(asks);
    house.clock.time = new Date(monday.getTime() + 5 * 60_000);
    await rated(house, good, { score: 5 });
    const bad = await talk([...asks, ['customer', '谢谢']]);
    await rated(house, bad, { score: 1 });
    const thumb = await talk(asks);
    const activity = await client.activity.findFirstOrThrow({ where: { ...pick(thumb), sender: 'bot' } });
    await house.services.knowledge.recordFeedback({ activityId: activity.id, ...pick(thumb), helpful: true });
    const open = await talk([
      ['customer', '能洗猫吗'],
      ['bot', '这个我不知道。'],
      ['customer', '谢谢'],
    ]);
    await house.services.knowledge.recordGap({ question: '能洗猫吗', language: 'zh', reason: 'unanswered', ...open });
    const called = await talk(asks);
    await client.task.create({
      data: { id: v7(), type: 'callBack', title: 'x', dueAt: monday, createdAt: house.clock.now(), ...called },
    });
    house.clock.time = new Date(monday.getTime() + 9 * 24 * hour);
    await house.services.talks.runDue();
    const ended = await Promise.all([good, bad, thumb, open, called].map((each) => outcomesOf(each.conversationId)));
    expect(ended.flat()).toEqual(['confirmed rated', 'unresolved rated', 'confirmed thumb', 'unresolved', 'person']);
  });

  test('it runs for a day, and whoever comes back for a person had not been answered', async () => {
    const { conversationId, customerId } = await talk(asks);
    house.clock.time = new Date(monday.getTime() + hour);
    await house.services.talks.runDue();
    expect(await outcomesOf(conversationId)).toEqual(['running']);
    await talk(
      [
        ['customer', '叫人来'],
        ['staff', '在的'],
      ],
      {
        customerId,
        channel: 'wechat',
        begun: new Date(monday.getTime() + 50 * hour),
      },
    );
    house.clock.time = new Date(monday.getTime() + 9 * 24 * hour);
    await house.services.talks.runDue();
    expect(await outcomesOf(conversationId)).toEqual(['returned']);
    expect(await house.services.talks.runDue()).toBe(0);
  });

  const pick = ({ conversationId }: { conversationId: string }) => ({ conversationId });
});

describe('reports', () => {
  const span = { from: '2026-07-06', to: '2026-07-08' };

  /** The talks as somebody sees them who pages through the list. */
  async function paged(asked: TalksAsked): Promise<TalkRow[]> {
    const { items, nextCursor } = await house.services.talkReports.talks(asked, { limit: 1 });
    let cursor = nextCursor ?? undefined;
    while (cursor) {
      const page = await house.services.talkReports.talks(asked, { limit: 1, cursor });
      items.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    }
    return items;
  }

  test('confirmed and assumed stand apart, and every figure is that of the talks one by one', async () => {
    const { talkReports } = house.services;
    const report = await talkReports.report(span, 'day');
    const all: { outcome: string; feeling: number | null }[] = await database.db.client.talk.findMany({
      where: { begunAt: { gte: monday } },
    });
    const asked = all.filter(({ outcome }) => !['running', 'nothing'].includes(outcome));
    const n = (...some: string[]) => asked.filter(({ outcome }) => some.includes(outcome)).length;
    expect(report.selfService).toMatchObject({
      n: asked.length,
      confirmed: { n: n('confirmed') },
      assumed: { n: n('assumed') },
      without: { n: n('confirmed', 'assumed'), share: n('confirmed', 'assumed') / asked.length },
      person: { n: n('person') },
    });
    const felt = all.flatMap(({ feeling }) => feeling ?? []);
    expect(report.attitude).toMatchObject({
      n: felt.length,
      mean: expect.closeTo(felt.reduce((sum, each) => sum + each, 0) / felt.length, 9),
    });
    expect(report.trend.reduce((sum, { selfService }) => sum + selfService.n, 0)).toBe(asked.length);
    expect(report).toMatchObject({ running: 0, before: { selfService: { n: 0, trust: 'none' } } });
    for (const by of ['channel', 'language', 'product', 'category', 'tier', 'segment', 'audience'] as const)
      for (const { value, selfService, attitude } of await talkReports.breakdown(span, by)) {
        const cut = { dimension: by, value };
        expect((await talkReports.report({ ...span, cut })).selfService).toEqual(selfService);
        const rows = await talkReports.talks({ ...span, cut, outcome: 'without' }, { limit: 200 });
        expect(rows.items).toHaveLength(selfService.without.n);
        expect(await paged({ ...span, cut, outcome: 'without' })).toEqual(rows.items);
        expect((await talkReports.talks({ ...span, cut, feeling: 'negative' }, { limit: 200 })).items).toHaveLength(
          attitude.negative.n,
        );
      }
    const [first] = await talkReports.breakdown(span, 'product');
    expect(first).toMatchObject({ value: products.faceWash.id, name: products.faceWash.name });
  });

  test('the best and the worst message of a talk are remembered, and lead to it', async () => {
    const { conversationId, customerId } = await talk([
      ...asks,
      ['customer', '气死我了，太差劲了，垃圾'],
      ['bot', '非常抱歉。'],
      ['customer', '太好了，非常满意，谢谢'],
    ]);
    await house.services.talks.runDue();
    const [worst] = await house.services.talkReports.peaks(span, { order: 'worst', limit: 1 });
    expect(worst).toMatchObject({ conversationId, worst: { text: '气死我了，太差劲了，垃圾' } });
    expect(worst!.best?.text).toBe('太好了，非常满意，谢谢');
    const own = await house.services.talkReports.ofCustomer(customerId);
    expect(own).toMatchObject({ selfService: { n: 1, trust: 'tooFew' }, talks: [{ conversationId }] });
    // Whoever is erased leaves the counts, not the words.
    await database.db.client.activity.updateMany({ where: { conversationId }, data: { text: null } });
    const [after] = await house.services.talkReports.peaks(span, { order: 'worst', limit: 1 });
    expect(after?.worst).toMatchObject({ text: null, feeling: worst!.worst!.feeling });
  });

  test('a choice that was offered says what is wanted, not how it feels', async () => {
    const { conversationId } = await talk([
      ...asks,
      ['bot', '您希望怎么处理？', { offers: ['退货退款', '维修'] }],
      ['customer', '退货退款'],
      ['customer', '你们的服务我很满意'],
    ]);
    await house.services.talks.runDue();
    const [row] = await database.db.client.talk.findMany({ where: { conversationId } });
    expect(row).toMatchObject({ messages: 2 });
    const [{ items }, told] = [await house.services.talkReports.talks(span, { limit: 200 }), conversationId];
    const found = items.find((each) => each.conversationId === told);
    expect([found?.worst?.text, found?.best?.text]).toEqual(['洁面乳怎么用', '你们的服务我很满意']);
  });

  test('what was changed past us is found at night; another zone has other days', async () => {
    const { talks, talkReports, shop } = house.services;
    const before = (await talkReports.report(span)).selfService.n;
    await database.db.client.talkDay.deleteMany({ where: { dimension: 'all' } });
    house.clock.time = new Date(monday.getTime() + 60 * 24 * hour);
    expect(await talks.verify()).toBeGreaterThan(0);
    expect((await talkReports.report(span)).selfService.n).toBe(before);
    expect(await talks.verify()).toBe(0);
    await shop.update({ ...(await shop.profile()), zone: 'Pacific/Auckland' }, v7());
    await talks.runDue();
    expect((await talkReports.report(span)).selfService.n).toBe(before);
    await expect(talkReports.report({ from: span.to, to: span.from })).rejects.toMatchObject({ code: 'invalidInput' });
  });
});
