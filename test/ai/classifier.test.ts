import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createConcepts } from '#ai/classifier/concepts.ts';
import { FeatureSpace } from '#ai/classifier/featureSpace.ts';
import { seededRandom } from '#ai/classifier/seededRandom.ts';
import { atOnce, inSlices } from '#ai/classifier/steps.ts';
import { informationOf, weighed } from '#ai/classifier/telling.ts';
import { type Example, TooFewExamplesError, trainClassifier, trainingSteps } from '#ai/classifier.ts';
import { NONE } from '#ai/reading.ts';
import { stem } from '#ai/stem.ts';
import { normalise, runs, terms, words } from '#ai/tokenizer.ts';

const examples: Example[] = [
  ...['how much is it', 'what does it cost', 'price of the lamp', '多少钱', '价格是多少', '这个几块钱'].map((text) => ({
    text,
    intent: 'price',
  })),
  ...['it is broken', 'the lamp does not work', 'it leaks everywhere', '坏了', '漏水了', '灯不亮了'].map((text) => ({
    text,
    intent: 'fault',
  })),
  ...['who won the match', 'write a poem', 'will it rain', '明天下雨吗', '写首诗', '谁赢了比赛'].map((text) => ({
    text,
    intent: NONE,
  })),
];

describe('the classifier', () => {
  const classifier = trainClassifier(examples);

  it.each([
    ['how much does the lamp cost', 'price'],
    ['价格多少', 'price'],
    ['my lamp is broken', 'fault'],
    ['又漏水了', 'fault'],
    ['will it rain tomorrow', NONE],
  ])('reads %s as %s', (text, intent) => {
    expect(classifier.classify(text).intent).toBe(intent);
  });

  it('gives probabilities, best first, and does not list none among the intents', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const { confidence, ranking, intent } = classifier.classify(text);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(ranking.map((one) => one.intent).sort()).toEqual(['fault', 'price']);
        expect(ranking[0]!.probability).toBeGreaterThanOrEqual(ranking[1]!.probability);
        if (intent !== NONE) expect(classifier.best(text)).toBe(intent);
      }),
    );
  });

  it('is the same when trained again', () => {
    const again = trainClassifier(examples);
    for (const { text } of examples) expect(again.classify(text)).toEqual(classifier.classify(text));
  });

  it('refuses what it is unsure of when it knows no none', () => {
    const known = examples.filter(({ intent }) => intent !== NONE);
    const many = Array.from({ length: 6 }, () => known).flat();
    expect(trainClassifier(many).classify('zebra quartz').intent).toBe(NONE);
    expect(trainClassifier(many).classify('how much is it').intent).toBe('price');
  });

  it('needs two intents', () => {
    expect(() => trainClassifier([{ text: 'a', intent: 'b' }])).toThrow(TooFewExamplesError);
    expect(() => trainClassifier([])).toThrow(TooFewExamplesError);
  });
});

it('vectors have length one, or none if nothing is known', () => {
  const space = atOnce(FeatureSpace.of(['加湿器多少钱', 'how much is the lamp']));
  const length = (text: string) => Math.hypot(...space.read(text).weights);
  expect(length('the lamp')).toBeCloseTo(1);
  expect(length('zzz')).toBe(0);
});

it('weighs features by what they tell of the class', () => {
  const vectors = [
    [0, 1],
    [0, 1],
    [0, 2],
    [0, 2],
  ].map((ids) => ({
    ids: Uint32Array.from(ids),
    weights: Float32Array.from(ids, () => Math.SQRT1_2),
  }));
  const rows = { vectors, labels: [0, 0, 1, 1], rows: [0, 1, 2, 3], classes: 2, features: 3 };
  const [everywhere, first, second] = informationOf(rows);
  expect(first).toBeGreaterThan(everywhere! * 1.5);
  expect(second).toBeCloseTo(first!);
  const { weights } = weighed(vectors[0]!, informationOf(rows));
  expect(Math.hypot(...weights)).toBeCloseTo(1);
  expect(weights[1]).toBeGreaterThan(weights[0]!);
});

it('learns the same in slices as at once, and others have turns meanwhile', async () => {
  const some = examples.slice(0, 60);
  const intents = new Set(some.map(({ intent }) => intent));
  expect(intents.size).toBeGreaterThan(1);
  let turns = 0;
  let done = false;
  const sliced = inSlices(trainingSteps(some, { thorough: true })).finally(() => {
    done = true;
  });
  while (!done) {
    turns++;
    await new Promise((resume) => setImmediate(resume));
  }
  const together = trainClassifier(some, { thorough: true });
  for (const { text } of some) expect((await sliced).classify(text)).toEqual(together.classify(text));
  expect(turns).toBeGreaterThan(2);
  expect(together.classify('my lamp is broken').intent).toBe('fault');
  expect(together.classify('will it rain tomorrow').intent).toBe(NONE);
});

it('concepts are found in both languages, the longest phrase first', () => {
  const find = createConcepts({
    tool: { zh: '电动牙刷', en: 'electric toothbrush' },
    brush: { zh: '牙刷', en: 'toothbrush' },
  });
  expect(find(runs('我的电动牙刷坏了'))).toEqual(['tool']);
  expect(find(runs('two toothbrushes and an electric toothbrush'))).toEqual(['brush', 'tool']);
});

describe('text', () => {
  it('has one spelling for what means the same', () => {
    expect(normalise('ＱＭ　電熱毯 It’s')).toBe("qm 电热毯 it's");
    expect(normalise('\ud800a')).toBe(' a');
  });

  it('is cut into words', () => {
    expect(words(normalise('沐浴露 for kids'))).toEqual(['沐浴露', 'for', 'kids']);
    expect(terms(normalise('沐浴露')).map(({ term }) => term)).toEqual(['沐浴', '沐浴露']);
  });

  it.each([
    ['leaking', 'leak'],
    ['leaks', 'leak'],
    ['batteries', 'battery'],
    ['stopped', 'stop'],
    ['washes', 'wash'],
    ['glass', 'glass'],
    ['charges', 'charg'],
    ['charging', 'charg'],
    ['broken', 'break'],
    ['was', 'be'],
    ['is', 'is'],
  ])('stem of %s is %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
    );
  });
});

it('seeded random numbers lie in [0, 1) and shuffling keeps what is shuffled', () => {
  const random = seededRandom(5);
  const list = Uint32Array.from({ length: 50 }, (_, i) => i);
  random.shuffle(list);
  expect([...list].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  for (let i = 0; i < 100; i++) expect(random.next()).toBeLessThan(1);
});
