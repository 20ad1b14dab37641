import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateRouting } from '#ai/evaluation/routing.ts';
import { labelledRow, readRows } from '#ai/evaluation/rows.ts';
import { asksForPerson, detectInterruption } from '#ai/interruptions.ts';
import { languageOf } from '#ai/languageOf.ts';
import { readingSchema } from '#ai/reading.ts';
import { readSentiment } from '#ai/sentiment.ts';
import { Understanding } from '#ai/understanding.ts';
import { friday, moduleExamples, shopReader } from './support.ts';

const read = (text: string) => shopReader().read(text, { now: friday });

describe('routing', () => {
  const modules = new Set(['products', 'complaints', 'surveys', 'preferences', 'handoff']);
  const rows = readRows('test/ai/routing.jsonl', labelledRow);
  const route = (text: string) => {
    const { intent } = read(text);
    return modules.has(intent) ? intent : 'none';
  };

  it('reads messages that it was not trained with', () => {
    const { figures } = evaluateRouting(rows, route);
    expect(figures.accuracyZh).toBeGreaterThanOrEqual(0.93);
    expect(figures.accuracyEn).toBeGreaterThanOrEqual(0.9);
  });

  it('is tested with nothing that it was trained with', () => {
    const trained = new Set(
      moduleExamples.flatMap((module) => Object.values(module).flatMap(({ zh, en }) => [...zh, ...en])),
    );
    expect(rows.filter(({ text }) => trained.has(text))).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(200);
  });

  it('has examples enough of every module, in both languages, none twice', () => {
    const seen = new Set<string>();
    for (const module of moduleExamples) {
      for (const language of ['zh', 'en'] as const) {
        const texts = Object.values(module).flatMap((intent) => intent[language]);
        expect(texts.length).toBeGreaterThanOrEqual(60);
        for (const text of texts) {
          expect(seen.has(text.toLowerCase()), text).toBe(false);
          seen.add(text.toLowerCase());
        }
      }
    }
  });
});

describe('a reading', () => {
  it.each([
    ['我的投诉怎么样了', 'complaints', 'status'],
    ['你都记了我什么', 'preferences', 'show'],
    ['forget that please', 'preferences', 'forget'],
    ['我的电热毯冒烟了', 'complaints', undefined],
    ['氨基酸洗发水多少钱', 'products', undefined],
    ['我只用无香的', 'preferences', undefined],
    ['转人工', 'handoff', undefined],
    ['what can you do for me', 'capabilities', undefined],
  ])('%s is %s %s', (text, intent, aspect) => {
    const reading = read(text);
    expect([reading.intent, reading.aspect]).toEqual([intent, aspect]);
  });

  it.each([
    ['这个洗发水多少钱?另外上次那瓶漏了,我要投诉', ['products', 'complaints']],
    ['The kettle you sent is broken. Also, how much is the humidifier?', ['complaints', 'products']],
    ['你好，请问加湿器怎么清洗？谢谢', ['products']],
    ['我昨天买的电热毯冒烟了。床单都烧了一个洞！我要投诉。', ['complaints']],
    ['我对花生过敏。身体乳里有坚果油吗？', ['preferences', 'products']],
    ['My kettle leaks and how much is the shampoo', ['complaints', 'products']],
    ['洗发水多少钱 我要投诉 转人工', ['products', 'complaints', 'handoff']],
    ['洗发水多少钱，我的快递漏了要投诉', ['products', 'complaints']],
    ['我要投诉，另外问下洗发水多少钱，再帮我转人工', ['complaints', 'products', 'handoff']],
    ['我买的洗发水漏了,能换货吗', ['complaints']],
    ['I ordered a kettle, it arrived broken, can I get a refund', ['complaints']],
    ['电水壶多少钱，谢谢', ['products']],
    ['加湿器漏水了怎么洗都洗不干净我想投诉顺便问下沐浴露多少钱', ['complaints', 'products']],
  ])('%s holds %j', (text, intents) => {
    expect(read(text).wishes.map(({ intent }) => intent)).toEqual(intents);
  });

  it.each(['1', '6.5', '123', '!', '。', 'a', '😂', '👍👍', '', ' '])('“%s” alone wishes for nothing', (text) => {
    expect(read(text)).toMatchObject({ intent: 'none', wishes: [{ intent: 'none' }] });
  });

  it('finds one wish in a message that was written as an example of one', () => {
    const examples = moduleExamples.flatMap((module) => Object.values(module).flatMap(({ zh, en }) => [...zh, ...en]));
    const split = examples.filter((text) => read(text).wishes.length > 1);
    expect(split.length / examples.length).toBeLessThan(0.01);
  });

  it('keeps every word of the message in its wishes', () => {
    const text = '这个洗发水多少钱?另外上次那瓶漏了,我要投诉';
    expect(
      read(text)
        .wishes.map((wish) => wish.text)
        .join(''),
    ).toContain('上次那瓶漏了');
  });

  it.each([
    'I want to talk to a real person about my broken kettle',
    '这个加湿器漏水了，给我转人工',
    '别说了，我要找真人客服',
    'can someone human help? connect me to an agent',
    '有没有人工客服啊',
    '烦死了叫你们经理来',
  ])('never misses who wants a person: %s', (text) => {
    expect(read(text).wishes.map(({ intent }) => intent)).toContain('handoff');
  });

  it.each(['你是真人吗', '不用转人工', 'are you a real person?', "I don't need a human", '假发是真人头发做的吗'])(
    'takes %s for no such wish',
    (text) => {
      expect(asksForPerson(text)).toBe(false);
    },
  );

  it('is of the promised shape for any text, and the same each time', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 })),
        (text) => {
          const reading = read(text);
          readingSchema.parse(reading);
          expect(read(text)).toEqual(reading);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('takes a very long message', () => {
    expect(read('漏了！'.repeat(50_000)).intent).toBe('complaints');
  });
});

describe('interruptions', () => {
  it.each([
    ['取消', 'cancel'],
    ['算了', 'cancel'],
    ['我不想投诉了', 'cancel'],
    ['never mind', 'cancel'],
    ['Cancel, please.', 'cancel'],
    ['帮助', 'help'],
    ['help!', 'help'],
    ['？', 'help'],
    ['返回', 'back'],
    ['上一步', 'back'],
    ['go back please', 'back'],
    ['转人工', 'person'],
    ['我要人工客服', 'person'],
    ['a person, please', 'person'],
    ['talk to someone please', 'person'],
    ['跳过', 'skip'],
    ["I'd rather not say", 'skip'],
    ['没有', 'skip'],
    ['别问了', 'stop'],
    ['STOP', 'stop'],
    ['取消吧', 'cancel'],
    ['帮我转一下人工谢谢', 'person'],
    ['不方便说', 'skip'],
  ])('%s is %s', (text, interruption) => {
    expect(detectInterruption(text)).toBe(interruption);
  });

  it.each([
    '取消订单怎么办',
    'cancel my order',
    'help me with my order',
    '退货',
    '怎么退回去',
    '你是真人吗',
    '没有收到货',
    'my back hurts',
    'the next model',
    '停不下来',
    '这个功能怎么关',
    'skip button is broken',
    '人工智能',
    '帮我推荐洗发水',
    '',
  ])('%s is none', (text) => {
    expect(detectInterruption(text)).toBeUndefined();
  });
});

it.each([
  ['你好', 'zh'],
  ['hello', 'en'],
  ['这个 shampoo 有 refill 吗', 'zh'],
  ['QM-S200 多少钱', 'zh'],
  ['how much is 沐浴露', 'en'],
  ['i', 'en'],
] as const)('%s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});

it('leaves figures and signs in the language of the conversation', () => {
  expect(languageOf('4', 'en')).toBe('en');
  expect(languageOf('👍', 'zh')).toBe('zh');
});

it('learns the same examples once, and others anew', async () => {
  const some = [
    { price: { zh: ['多少钱'], en: ['how much'] } },
    { fault: { zh: ['坏了'], en: ['it is broken'] } },
  ] as const;
  const [first, again, other] = [new Understanding(some), new Understanding(some), new Understanding([some[0]])];
  expect(await again.train([])).toBe(first.classifier);
  expect(other.classifier).not.toBe(first.classifier);
  const taught = await again.train([{ text: '漏水了', intent: 'fault' }]);
  expect(taught).not.toBe(first.classifier);
  expect(await new Understanding([some[0]]).train([])).toBe(other.classifier);
});

describe('sentiment', () => {
  it.each([
    ['太失望了，再也不买了', 'negative'],
    ['非常好用，谢谢', 'positive'],
    ['请问多少钱', 'neutral'],
    ['not happy with it at all', 'negative'],
    ['works great, love it', 'positive'],
    ['what are the dimensions', 'neutral'],
    ['不好用', 'negative'],
    ['没有异味，很满意', 'positive'],
    ['满分', 'positive'],
    ['转人工', 'neutral'],
  ])('%s is %s', (text, label) => {
    expect(readSentiment(text).label).toBe(label);
  });
});

it('keeps the files of examples free of stray spaces', () => {
  expect(readFileSync('test/ai/routing.jsonl', 'utf8')).not.toMatch(/"text": ?" | ",/);
});
