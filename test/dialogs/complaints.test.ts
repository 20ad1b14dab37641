import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { Conversation, type Line, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop?.close());

const photo = { name: 'leak.jpg', contentType: 'image/jpeg', contentUrl: '/v3/directline/attachments/1' };
const complaintOf = (conversation: Conversation) =>
  database.db.client.complaint.findFirstOrThrow({
    where: { conversationId: conversation.id },
    include: { evidence: true, tasks: true, product: true },
  });

interface Story {
  name: string;
  lines: Line[];
  stored: Record<string, unknown>;
}

const stories: Story[] = [
  {
    name: 'all in one message of several sentences, in English',
    lines: [
      [
        'I want to complain: my Qimu Mist humidifier has been leaking since last night and ruined the table. Call me on 13800005678, I would like a replacement',
        'I am sorry',
        'read it back',
        'Mist humidifier',
        'last night',
        '13800005678',
        'I would like a replacement',
      ],
      ['Correct, submit it', /C-\d+/],
    ],
    stored: { contact: '13800005678', wish: 'I would like a replacement', language: 'en' },
  },
  {
    name: 'step by step, in Chinese',
    lines: [
      ['我要投诉', '真抱歉', '是哪款产品'],
      ['电热水壶', '发生了什么'],
      ['烧水的时候一直漏水', '什么时候'],
      ['昨天', '怎么联系您'],
      ['在这里回复我', '希望我们怎么处理'],
      [
        '换一个新的',
        '我读一遍',
        '栖木双层防烫电热水壶',
        '烧水的时候一直漏水',
        '昨天',
        '在这个对话里回复',
        '换一个新的',
      ],
      ['没问题，提交', /编号 \*\*C-\d+\*\*/, '下个工作日中午'],
    ],
    stored: {
      whatHappened: '烧水的时候一直漏水',
      occurredText: '昨天',
      occurredOn: new Date('2026-11-19'),
      contact: '在这个对话里回复',
      wish: '换一个新的',
      severity: 'normal',
      language: 'zh',
    },
  },
  {
    name: 'step by step, in English',
    lines: [
      ['I want to make a complaint', 'I am sorry', 'Which product'],
      ['the kettle', 'What happened'],
      ['it leaks from below', 'When was that'],
      ['last Monday', 'reach you'],
      ['anna@example.com', 'put it right'],
      [
        'A refund',
        'read it back',
        'Double-wall kettle',
        'it leaks from below',
        'last Monday',
        'anna@example.com',
        'A refund',
      ],
      ['yes', /Your number is \*\*C-\d+\*\*/, 'noon of the next working day'],
    ],
    stored: { contact: 'anna@example.com', wish: 'A refund', occurredOn: new Date('2026-11-16'), language: 'en' },
  },
  {
    name: 'all of it in the first message, in Chinese',
    lines: [
      [
        '前天电热水壶开始漏水，想退货，我电话13800138000',
        '我读一遍',
        '栖木双层防烫电热水壶',
        '前天',
        '13800138000',
        '想退货',
      ],
      ['对的', /C-\d+/],
    ],
    stored: { contact: '13800138000', wish: '想退货', occurredOn: new Date('2026-11-18') },
  },
  {
    name: 'most of it in the first message, in English',
    lines: [
      ['My kettle started leaking yesterday and I want a refund', 'reach you'],
      ['call me on 13800138000', 'read it back', 'yesterday', '13800138000', 'I want a refund'],
      ['submit', /C-\d+/],
    ],
    stored: { contact: '13800138000', occurredOn: new Date('2026-11-19') },
  },
  {
    name: 'the day of buying is not the day it happened',
    lines: [
      ['我昨天买的电热水壶漏水了，想退货，我电话13800138000', '什么时候'],
      ['今天早上', '我读一遍'],
      ['提交', /C-/],
    ],
    stored: { occurredText: '今天早上', occurredOn: new Date('2026-11-20') },
  },
  {
    name: 'an unknown product is kept in the customer’s words; what is passed over stays empty',
    lines: [
      ['我要投诉', '哪款产品'],
      ['在你们店买的一个小夜灯', '发生了什么'],
      ['用了一天就不亮了', '什么时候'],
      ['忘了', '联系'],
      ['就在这里说', '希望'],
      ['跳过', '小夜灯', '未填'],
      ['可以', /C-/],
    ],
    stored: { productId: null, productText: '在你们店买的一个小夜灯', occurredOn: null, wish: null },
  },
  {
    name: 'corrections at the read-back, in words and by slot',
    lines: [
      ['前天电热水壶漏水了，想退货，我电话13800138000', '我读一遍'],
      ['不对，是昨天', '我读一遍', '昨天'],
      ['电话改成13911112222', '我读一遍', '13911112222'],
      ['改一下', '要改哪一项'],
      ['希望', '希望我们怎么处理'],
      ['修好就行', '我读一遍', '修好就行'],
      ['没问题', /C-/],
    ],
    stored: { contact: '13911112222', wish: '修好就行', occurredOn: new Date('2026-11-19') },
  },
  {
    name: 'a number with a digit missing is asked for again, kindly, once',
    lines: [
      ['my kettle leaks since yesterday, I want a refund', 'reach you'],
      ['1380013800', 'a digit too many or too few', 'reach you'],
      ['13800138000', 'read it back'],
      ['yes please', /C-/],
    ],
    stored: { contact: '13800138000' },
  },
  {
    name: 'a wish in place of the product is the wish; asked twice, the product stays open',
    lines: [
      ['我要投诉', '哪款产品'],
      ['换一个新的', '哪款产品'],
      ['我要退款', '发生了什么'],
      ['就换一个新的', '发生了什么'],
      ['盖子裂了', '什么时候'],
      ['昨天', '联系'],
      ['在这里', '我读一遍', '未填', '换一个新的'],
      ['提交', /C-/],
    ],
    stored: { productId: null, productText: null, whatHappened: '盖子裂了', wish: '换一个新的' },
  },
  {
    name: 'what tells nothing of the product is no product either',
    lines: [
      ['I want to make a complaint', 'Which product'],
      ['I want to complain about it', 'Which product'],
      ['the little night light, I want a refund', 'What happened'],
      ['it went dark', 'When was that'],
      ['yesterday', 'reach you'],
      ['here', 'read it back', 'night light'],
      ['submit', /C-/],
    ],
    stored: { productId: null, productText: 'the little night light, I want a refund', wish: 'I want a refund' },
  },
  {
    name: 'trouble that comes back is serious',
    lines: [
      ['电热水壶修了三次了还是漏水，昨天又漏，我要求退款，电话13800138000', '我读一遍'],
      ['提交', /C-\d+/, '4 个工作小时'],
    ],
    stored: { severity: 'serious' },
  },
];

describe('a complaint', () => {
  test.each(stories)('$name', async ({ lines, stored }) => {
    const conversation = await Conversation.with(shop);
    await play(conversation, lines);
    const complaint = await complaintOf(conversation);
    expect(complaint).toMatchObject({ customerId: conversation.customer.id, state: 'received', ...stored });
    expect(complaint.tasks).toHaveLength(1);
  });

  test('takes photos at every step and counts them', async () => {
    const conversation = await Conversation.with(shop);
    await conversation.say('我要投诉', { attachments: [photo] });
    expect(textOf(await conversation.say('', { attachments: [photo] }))).toMatch(/共 2 张[\s\S]*是哪款产品/);
    await play(conversation, [
      ['电热水壶', '发生了什么'],
      ['漏水', '什么时候'],
      ['昨天', '联系'],
      ['在这里', '希望'],
      ['换新', '照片', '2 张'],
    ]);
    expect(
      textOf(await conversation.say('', { attachments: [{ ...photo, contentUrl: 'javascript:alert(1)' }] })),
    ).not.toContain('3');
    await play(conversation, [['提交', /C-/]]);
    expect((await complaintOf(conversation)).evidence.map(({ url }) => url)).toEqual([
      photo.contentUrl,
      photo.contentUrl,
    ]);
  });

  test('a photo that came before a word is evidence of the complaint that follows', async () => {
    const conversation = await Conversation.with(shop);
    expect(textOf(await conversation.say('', { attachments: [photo] }))).toContain('照片收到了');
    await play(conversation, [
      ['电热水壶昨天漏水了，要退款，电话13800138000', '1 张'],
      ['提交', /C-/],
    ]);
    expect((await complaintOf(conversation)).evidence).toHaveLength(1);
  });
});

test.each<[string, string, string]>([
  ['电热水壶漏水了，另外电热毯多少钱？', '¥299', '什么时候'],
  ['My kettle leaks. By the way, how much is the electric blanket?', '¥299', 'When was that'],
])('a question beside a complaint is answered first: “%s”', async (says, answer, question) => {
  await play(await Conversation.with(shop), [[says, answer, question]]);
});

describe('how complaints stand', () => {
  test('is told to whom they belong, with what happens next', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['我的投诉怎么样了', '还没有登记过投诉'],
      ['前天电热水壶漏水了，想退货，我电话13800138000', '我读一遍'],
      ['提交', /C-/],
      ['我的投诉怎么样了', /C-\d+/, '栖木双层防烫电热水壶', '已收到'],
    ]);
    const { id, number } = await complaintOf(conversation);
    await database.db.client.complaint.update({ where: { id }, data: { state: 'inHand' } });
    await play(conversation, [['How is my complaint doing?', `C-${number}`, 'in hand']]);

    const stranger = await Conversation.with(shop);
    await play(stranger, [
      ['前天电热毯不热了，想退货，我电话13800138000', '我读一遍'],
      ['提交', /C-/],
      [`C-${number} 怎么样了`, `C-${number} 不在您名下`],
    ]);
    expect(stranger.transcript.at(-1)).not.toContain('已收到');
  });
});
