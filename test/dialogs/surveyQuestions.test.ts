import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askingSchema } from '#crm/surveys/asking.ts';
import type { Survey } from '#crm/surveys/survey.ts';
import { testDatabase } from '../support/database.ts';
import { buttonsOf, Conversation, type Line, play } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
let staffId: string;
beforeAll(async () => {
  shop = await openShop(database.db);
  staffId = (await database.db.client.staff.create({ data: { email: 'm@example.com', name: 'M', role: 'manager' } }))
    .id;
});
afterAll(() => shop?.close());

const both = (zh: string, en: string) => ({ 'zh-cn': zh, default: en });
const choice = (value: string, zh: string, en: string) => ({ value, text: both(zh, en) });
const choices = [
  choice('function', '功能', 'Function'),
  choice('looks', '外观', 'Looks'),
  choice('noise', '声音', 'Noise'),
];
const elements = [
  {
    type: 'rating',
    name: 'score',
    title: both('会推荐吗？', 'Would you recommend it?'),
    isRequired: true,
    rateMin: 0,
    rateMax: 10,
  },
  {
    type: 'checkbox',
    name: 'what',
    title: both('哪里要改？', 'What should change?'),
    choices,
    visibleIf: '{score} <= 6',
  },
  { type: 'radiogroup', name: 'best', title: both('最好的是？', 'What is best?'), choices, visibleIf: '{score} >= 9' },
  {
    type: 'boolean',
    name: 'again',
    title: both('还会买吗？', 'Would you buy again?'),
    isRequired: true,
    labelTrue: both('会', 'I would'),
    labelFalse: both('不会', 'I would not'),
  },
  {
    type: 'text',
    name: 'age',
    title: both('用了几个月？', 'For how many months?'),
    inputType: 'number',
    min: 0,
    max: 60,
  },
  {
    type: 'matrix',
    name: 'parts',
    title: both('这几方面', 'In parts'),
    rows: [choice('ease', '好用', 'Ease'), choice('worth', '值', 'Value')],
    columns: [choice('good', '好', 'Good'), choice('poor', '差', 'Poor')],
  },
  { type: 'comment', name: 'comment', title: both('还想说什么？', 'Anything else?') },
];

let survey: Survey;
beforeAll(async () => {
  const input = {
    title: { zh: '推荐', en: 'Recommend' },
    metric: 'nps',
    touchpoint: null,
    anonymous: false,
    definition: { elements },
  } as const;
  const { id } = await shop.services.surveys.save({ ...input, asking: askingSchema.parse({}) }, staffId);
  survey = await shop.services.surveys.start(id, staffId);
});

/** A conversation in which the survey is due, as the clock sends it. */
async function asked(surveyId = survey.id) {
  const conversation = await Conversation.with(shop);
  const { id: conversationId, customer } = conversation;
  const row = { surveyId, customerId: customer.id, conversationId, cause: `hand:${conversationId}` };
  const { id } = await database.db.client.invitation.create({
    data: { ...row, state: 'sent', way: 'chat', sentAt: shop.clock.now() },
  });
  const said = await conversation.report({ kind: 'survey', ids: { invitationId: id } });
  return { conversation, id, said };
}
const answersTo = async (invitationId: string) => (await shop.services.responses.ofInvitation(invitationId))?.answers;
const stateOf = async (id: string) => (await shop.services.invitations.get(id)).state;

describe('question by question', () => {
  test.each<[string, Line[], object]>([
    [
      'Chinese, one that would not',
      [
        ['三分吧', '会有人联系您', '哪里要改'],
        ['功能和声音', '还会买吗'],
        ['不会', '几个月'],
        ['一百个月', '60', '几个月'],
        ['大概十二个月', '好用'],
        ['第一个', '值'],
        ['差', '还想说什么'],
        ['太吵了，晚上没法用', '原话'],
      ],
      {
        score: 3,
        what: ['function', 'noise'],
        again: false,
        age: 12,
        parts: { ease: 'good', worth: 'poor' },
        comment: '太吵了，晚上没法用',
      },
    ],
    [
      'English, one that would, and skips',
      [
        ['nine', 'Thank you', 'What is best'],
        ['looks', 'buy again'],
        ['yes', 'how many months'],
        ['skip', 'Ease'],
        ['good', 'Value'],
        ['skip', 'Anything else'],
        ['Nothing else', 'thank you for your rating'],
      ],
      { score: 9, best: 'looks', again: true, parts: { ease: 'good' } },
    ],
  ])('%s', async (_name, lines, answers) => {
    const { conversation, id } = await asked();
    await play(
      conversation,
      lines.map(([says, ...hears]) => [
        says,
        ...hears.map((text) => (typeof text === 'string' ? new RegExp(text, 'i') : text)),
      ]),
    );
    expect(await answersTo(id)).toEqual(answers);
    expect(await stateOf(id)).toBe('answered');
  });

  test('several choices are gathered tap by tap', async () => {
    const { conversation, id } = await asked();
    await play(conversation, [['5', '哪里要改']]);
    expect(buttonsOf(await conversation.say('外观'))).toEqual(['功能', '声音', '选好了']);
    await play(conversation, [
      ['声音', '还有吗'],
      ['选好了', '还会买吗'],
    ]);
    expect(await answersTo(id)).toEqual({ score: 5, what: ['looks', 'noise'] });
    const { chosen } = await shop.services.surveys.results(survey.id);
    const what = chosen.find(({ name }) => name === 'what');
    expect(what?.choices.map(({ value }) => value)).toEqual(['function', 'looks', 'noise']);
    expect(what?.choices[1]?.count).toBeGreaterThan(0);
    expect(chosen.map(({ name, row }) => row?.zh ?? name)).toEqual(['what', 'best', 'again', '好用', '值']);
  });

  test.each([
    ['9分', 9],
    ['十分满意', 10],
    ['meh', 5],
    ['8/10', 8],
    ['0', 0],
    ['非常不满意', 0],
  ])('“%s” is %i of ten', async (says, score) => {
    const { conversation, id } = await asked();
    await conversation.say(says);
    expect(await answersTo(id)).toEqual({ score });
  });

  test('a figure that is no step of the scale is asked for again, never guessed', async () => {
    const { conversation, id } = await asked();
    for (const says of ['11', '十一分', '8.5分', '六分半', '9或10', '8到9分', '-1'])
      await play(conversation, [[says, '0 到 10 之间的整数']]);
    await play(conversation, [
      ['9.5', '0 到 10'],
      ['我觉得8分吧', '还会买吗'],
    ]);
    expect(await answersTo(id)).toEqual({ score: 8 });
    // Of five steps too: eleven points are not one star.
    const { id: csat } = (await shop.services.surveys.running()).find(({ metric }) => metric === 'csat')!;
    const five = await asked(csat);
    await play(five.conversation, [
      ['15分', '1 到 5 之间的整数'],
      ['7/10', '谢谢'],
    ]);
    expect(await answersTo(five.id)).toEqual({ score: 4 });
  });

  test.each([
    ['不同意', 2],
    ['非常同意', 7],
    ['somewhat agree', 5],
    ['完全不同意', 1],
  ])('“%s” answers whether it was easy, with %i of seven, and is no refusal', async (says, score) => {
    const { id: ces } = (await shop.services.surveys.running()).find(({ metric }) => metric === 'ces')!;
    const { conversation, id } = await asked(ces);
    await conversation.say(says);
    expect(await answersTo(id)).toEqual({ score });
  });

  test('what leaves open how much is asked once for a figure', async () => {
    const { conversation, id } = await asked();
    await play(conversation, [
      ['不会推荐', '是几分'],
      ['不评价', '不打扰您了'],
    ]);
    expect(await stateOf(id)).toBe('dismissed');
  });

  test.each<[string, 'csat' | 'nps', Line[], object]>([
    [
      'a share that is no step',
      'csat',
      [
        ['50%', '1 到 5 之间的整数'],
        ['八成', '谢谢'],
      ],
      { score: 4 },
    ],
    [
      'praise that may be 7 or 9',
      'nps',
      [
        ['挺好的', '是几分'],
        ['九成会', '最好的是'],
      ],
      { score: 9 },
    ],
    [
      'a yes with a but',
      'nps',
      [
        ['8', '还会买吗'],
        ['会，但是要看价格', '点一下'],
        ['会的', '几个月'],
      ],
      { score: 8, again: true },
    ],
    [
      'several figures, and another unit',
      'nps',
      [
        ['8', '还会买吗'],
        ['会', '几个月'],
        ['一年', '一个数字'],
        ['五六个月', '一个数字'],
        ['十二个月', '好用'],
      ],
      { score: 8, again: true, age: 12 },
    ],
    [
      'what is denied',
      'nps',
      [
        ['5', '哪里要改'],
        ['声音没问题', '点一下'],
        ['外观', '还有吗'],
        ['选好了', '还会买'],
      ],
      { score: 5, what: ['looks'] },
    ],
  ])('%s is asked about, not guessed', async (_name, metric, lines, answers) => {
    const csat = (await shop.services.surveys.running()).find((each) => each.metric === 'csat')!;
    const { conversation, id } = await asked(metric === 'csat' ? csat.id : survey.id);
    await play(conversation, lines);
    expect(await answersTo(id)).toEqual(answers);
  });

  test('other talk pauses it, the end of that takes it up again, once', async () => {
    const { conversation, id } = await asked();
    await play(conversation, [
      ['7', '还会买吗'],
      ['电热毯多少钱？', '¥'],
      ['谢谢', '不客气', '还剩', '还会买吗'],
      ['会', '几个月'],
      ['取消', '已经答的都记下了'],
    ]);
    expect(await answersTo(id)).toEqual({ score: 7, again: true });
  });

  test('a refusal, and one for ever', async () => {
    const once = await asked();
    await play(once.conversation, [['不评价', '不打扰您了']]);
    expect(await stateOf(once.id)).toBe('dismissed');
    const never = await asked();
    await play(never.conversation, [['别再问我了', '以后也不再']]);
    expect(await stateOf(never.id)).toBe('dismissed');
    const [consent] = await shop.services.consents.ofCustomer(never.conversation.customer.id);
    expect(consent).toMatchObject({ purpose: 'survey', granted: false });
    for (const said of ['以后都不要问我了', '以后不用再问我这些了', 'please never ask me that again']) {
      const other = await asked();
      await play(other.conversation, [[said, /[一-龥]/.test(said) ? '以后也不再' : 'not ask for ratings again']]);
      expect(await stateOf(other.id), said).toBe('dismissed');
    }
  });

  test('closed meanwhile it says so, and keeps nothing', async () => {
    const { conversation, id } = await asked();
    await shop.services.surveys.stop(survey.id, staffId);
    await play(conversation, [['9', '没有要填的评价']]);
    await shop.services.surveys.start(survey.id, staffId);
    expect(await answersTo(id)).toBeUndefined();
  });
});

describe('words of disappointment', () => {
  const csatId = async () => (await shop.services.surveys.running()).find(({ metric }) => metric === 'csat')!.id;

  test.each<[string, Line[], object]>([
    [
      '失望',
      [
        ['失望', '会有人联系您', '还有什么想说的'],
        ['失望', '原话'],
      ],
      { score: 2, comment: '失望' },
    ],
    [
      'disappointed',
      [
        ['Disappointed', 'somebody will contact you', 'anything to add'],
        ['disappointed', 'word for word'],
      ],
      { score: 2, comment: 'disappointed' },
    ],
    [
      '太差了',
      [
        ['太差了', '会有人联系您'],
        ['气死我了', '原话'],
      ],
      { score: 1, comment: '气死我了' },
    ],
    [
      'no complaints',
      [
        ['no complaints', 'Thank you'],
        ["I don't want to complain, just faster please", 'word for word'],
      ],
      { score: 4, comment: "I don't want to complain, just faster please" },
    ],
  ])('“%s” answers the survey, and a low one brings a person', async (_says, lines, answers) => {
    const { conversation, id } = await asked(await csatId());
    await play(conversation, lines);
    expect(await answersTo(id)).toEqual(answers);
    const { score } = answers as { score: number };
    expect(await database.db.client.task.count({ where: { response: { invitationId: id } } })).toBe(score < 3 ? 1 : 0);
    expect(await database.db.client.complaint.count({ where: { customerId: conversation.customer.id } })).toBe(0);
  });

  test('they choose nothing, and the question is put again', async () => {
    const { conversation, id } = await asked();
    await play(conversation, [
      ['8', '还会买吗'],
      ['失望', '点一下', '还会买吗'],
      ['很失望', '点一下', '还会买吗'],
      ['不会', '几个月'],
    ]);
    expect(await answersTo(id)).toEqual({ score: 8, again: false });
  });

  test.each<[string, Line[], object | undefined]>([
    ['for the figure', [['我要投诉', '哪']], undefined],
    ['for the figure, in English', [['I want to complain', 'Which product']], undefined],
    ['for the figure, with one', [['一分，我要投诉', '会有人联系您', '哪']], { score: 1 }],
    [
      'for words',
      [
        ['2', '还有什么想说的'],
        ['我要投诉', '哪'],
      ],
      { score: 2 },
    ],
    [
      'for words, in English',
      [
        ['2 stars', 'anything to add'],
        ['I want to make a complaint', 'Which product'],
      ],
      { score: 2 },
    ],
    [
      'for words, and asks for a person',
      [
        ['2', '还有什么想说的'],
        ['找个真人来', /同事|人工/],
      ],
      { score: 2 },
    ],
  ])('who wants to complain while the survey asks %s is heard at once', async (_when, lines, answers) => {
    const { conversation, id } = await asked(await csatId());
    await play(conversation, lines);
    expect(await answersTo(id)).toEqual(answers);
    expect(conversation.state).not.toContain('surveys@2');
  });
});

describe('what is filled in by link while the chat asks', () => {
  const byLink = async (id: string, answers: Record<string, unknown>) =>
    shop.services.surveyLinks.answer(await shop.services.surveyLinks.tokenOf(id), {
      id,
      answers,
      language: 'zh',
      change: true,
    });
  const whole = { score: 8, again: true, comment: '很安静' };
  const changes = (invitationId: string) =>
    database.db.client.responseChange.count({ where: { response: { invitationId } } });

  test.each<[string, Line[], Line[], Record<string, unknown>, object]>([
    ['closes the questions of the chat', [], [['3', '已经收到了']], whole, whole],
    ['stays where the chat had begun', [['8', '还会买吗']], [['不会', '已经收到了']], whole, whole],
    [
      'is added to where it left the open question out',
      [
        ['8', '还会买吗'],
        ['会', '几个月'],
      ],
      [['12', '谢谢']],
      { score: 8, again: true },
      { score: 8, again: true, age: 12 },
    ],
    [
      'leaves other talk alone',
      [['8', '还会买吗']],
      [
        ['电热毯多少钱？', '¥'],
        ['谢谢', '不客气'],
      ],
      whole,
      whole,
    ],
    ['is no reason to be asked on', [['8', '还会买吗']], [['不评价', '已经收到了']], whole, whole],
  ])('%s', async (_what, before, after, sent, stored) => {
    const { conversation, id } = await asked();
    await play(conversation, before);
    await byLink(id, sent);
    await play(conversation, after);
    expect(await answersTo(id)).toEqual(stored);
    expect(await stateOf(id)).toBe('answered');
    expect(await shop.services.responses.ofInvitation(id)).toMatchObject({ open: 0 });
    expect(await database.db.client.response.count({ where: { invitationId: id } })).toBe(1);
    expect(await changes(id)).toBe(0);
    // Nothing is taken up again, and it can still be changed on purpose.
    expect(conversation.transcript.join().match(/会推荐吗/g)).toHaveLength(1);
    await play(conversation, [
      ['我想改一下评价', '会推荐吗'],
      ['9', '改好了'],
    ]);
    expect(await answersTo(id)).toEqual({ ...stored, score: 9 });
    expect(await changes(id)).toBe(1);
  });

  test('stays, too, where it comes between what the chat read and what it keeps', async () => {
    const { conversation, id } = await asked();
    await play(conversation, [['8', '还会买吗']]);
    await byLink(id, whole);
    const answers = { score: 8, again: false, age: 12 };
    await shop.services.responses.keep({ invitationId: id, answers, open: 2, seen: { score: 8 } });
    expect(await shop.services.responses.ofInvitation(id)).toMatchObject({ open: 0, answers: { ...whole, age: 12 } });
  });

  test('and who is never to be asked again is not', async () => {
    const { conversation, id } = await asked();
    await byLink(id, whole);
    await play(conversation, [['别问了', '以后也不再请您评价']]);
    expect(await stateOf(id)).toBe('answered');
    const no = { customerId: conversation.customer.id, purpose: 'survey', granted: false };
    expect(await database.db.client.consent.count({ where: no })).toBe(1);
  });
});
