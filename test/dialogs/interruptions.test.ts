import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { buttonsOf, Conversation, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

/** A dialog with a message for each of its steps; its last question stays open. `firm`: it asks again after something else. */
interface Flow {
  name: string;
  language: 'zh' | 'en';
  firm: boolean;
  steps: string[];
}

const flows: Flow[] = [
  {
    name: 'complaint',
    language: 'zh',
    firm: true,
    steps: ['我要投诉', '电热水壶', '烧水的时候一直漏水', '昨天', '13800138000', '换一个新的', '改一下'],
  },
  {
    name: 'complaint',
    language: 'en',
    firm: true,
    steps: [
      'I want to make a complaint',
      'the kettle',
      'it leaks from below',
      'yesterday',
      '13800138000',
      'a replacement',
      'change something',
    ],
  },
  { name: 'rating', language: 'zh', firm: false, steps: ['电热水壶保修多久？', '谢谢', '4'] },
  { name: 'rating', language: 'en', firm: false, steps: ['How long is the warranty of the kettle?', 'thank you', '4'] },
  { name: 'preference', language: 'zh', firm: false, steps: ['我只用无香的'] },
  { name: 'preference', language: 'en', firm: false, steps: ['I only use unscented products'] },
];
const says = {
  zh: { cancel: '取消', help: '帮助', back: '返回', person: '转人工', question: '电热毯多少钱？', fact: '¥' },
  en: {
    cancel: 'cancel',
    help: 'help',
    back: 'back',
    person: 'a person please',
    question: 'How much is the electric blanket?',
    fact: '¥',
  },
};

// Each flow is stopped at each of its steps: the table is made, not written.
const cases = flows.flatMap((flow) =>
  flow.steps.map((last, i) => ({ ...flow, title: `${flow.name} (${flow.language}) after “${last}”`, upTo: i + 1 })),
);

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop?.close());

async function at({ steps, upTo }: { steps: string[]; upTo: number }) {
  const conversation = await Conversation.with(shop);
  let asked = '';
  for (const step of steps.slice(0, upTo)) asked = (await conversation.say(step)).at(-1)?.text ?? '';
  return { conversation, asked };
}

/** Ids of the dialogs that wait, bottom first. */
function open(conversation: Conversation): string[] {
  const { dialogStack } = JSON.parse(conversation.state) as {
    dialogStack: [{ state: { dialogs: { dialogStack: { id: string }[] } } }];
  };
  return dialogStack[0].state.dialogs.dialogStack.map(({ id }) => id);
}

const tasksOf = ({ id }: Conversation) => database.db.client.task.findMany({ where: { conversationId: id } });
const complaintsOf = ({ id }: Conversation) => database.db.client.complaint.findMany({ where: { conversationId: id } });

describe.each(cases)('$title', (one) => {
  const { language, firm } = one;

  test('cancel ends it and nothing is recorded', async () => {
    const { conversation } = await at(one);
    const waited = open(conversation).length > 0;
    const before = (await tasksOf(conversation)).length;
    const answer = await conversation.say(says[language].cancel);
    expect(textOf(answer)).not.toBe('');
    if (waited) expect(open(conversation).filter((id) => id.startsWith('complaints'))).toEqual([]);
    expect(await complaintsOf(conversation)).toEqual([]);
    expect(await tasksOf(conversation)).toHaveLength(before);
  });

  test('help explains and asks again', async () => {
    const { conversation, asked } = await at(one);
    const waited = open(conversation);
    const answer = await conversation.say(says[language].help);
    if (waited.length > 0) {
      expect(answer.length).toBeGreaterThan(1);
      // The question once more, without the words that led to it.
      expect(asked.endsWith(answer.at(-1)?.text || 'nothing')).toBe(true);
    }
    expect(open(conversation)).toEqual(waited);
  });

  test('back never ends in nothing', async () => {
    const { conversation } = await at(one);
    const waited = open(conversation);
    const answer = await conversation.say(says[language].back);
    expect(textOf(answer)).not.toBe('');
    expect(open(conversation)).toEqual(waited);
  });

  test('a person is called at once, by one task, and is not asked why', async () => {
    const { conversation } = await at(one);
    const answer = await conversation.say(says[language].person);
    expect(textOf(answer)).toMatch(language === 'zh' ? /同事.*10:30/ : /colleague.*10:30/);
    expect(open(conversation).filter((id) => id.startsWith('complaints'))).toEqual([]);
    const tasks = await tasksOf(conversation);
    expect(tasks.filter(({ type }) => type === 'answer')).toHaveLength(1);
    await conversation.say(says[language].person);
    expect(await tasksOf(conversation)).toHaveLength(tasks.length);
  });

  test('a question of the customer is answered, then the open one is asked again', async () => {
    const { conversation, asked } = await at(one);
    const answer = await conversation.say(says[language].question);
    expect(textOf(answer)).toContain(says[language].fact);
    if (firm) expect(answer.at(-1)?.text).toBe(asked);
  });

  test('the words of buttons that nobody offered are only text', async () => {
    const { conversation } = await at(one);
    const answer = await conversation.say('', { value: { rating: 99, action: 'deleteEverything', nested: [[[]]] } });
    expect(answer.length).toBeGreaterThan(0);
    expect(await complaintsOf(conversation)).toEqual([]);
  });
});

test('back walks through a complaint to its first question', async () => {
  const { conversation } = await at({ ...flows[0]!, upTo: 6 });
  const questions = ['您希望我们怎么处理', '怎么联系您方便', '大概是什么时候', '发生了什么', '是哪款产品'];
  for (const question of questions) expect(textOf(await conversation.say('返回'))).toContain(question);
  expect(textOf(await conversation.say('返回'))).toContain('第一步');
});

test('buttons are there where there is something to choose', async () => {
  const { conversation } = await at({ ...flows[1]!, upTo: 5 });
  expect(buttonsOf(await conversation.say('help'))).toContain('A refund');
});
