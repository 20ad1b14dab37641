import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { f1, quantile } from '#ai/evaluation/measures.ts';
import { evaluate } from '#bot/commands/evaluate.ts';

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, rows: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));
  return path;
}
const json = (...args: string[]) => {
  const { code, output } = evaluate([...args, '--json']);
  expect(output.split('\n')).toHaveLength(1);
  expect(code).toBe(0);
  return JSON.parse(output);
};

const rows = [
  ...['how much is it', 'what is the price', 'price please', 'what does it cost', 'how much does this cost'].map(
    (text) => ({ text, label: 'price' }),
  ),
  ...['it is broken', 'mine does not work', 'broken again', 'stopped working', 'it does not work at all'].map(
    (text) => ({ text, label: 'fault' }),
  ),
];
const train = file('train.jsonl', rows);
const test = file('test.jsonl', [
  { text: 'the price of it', label: 'price' },
  { text: 'it broke and does not work', label: 'fault' },
]);
const oos = file('oos.jsonl', [{ text: '月亮', label: 'oos' }]);

describe('evaluate', () => {
  it('measures intents', () => {
    expect(json('intents', '--train', train, '--test', test, '--oos', oos)).toMatchObject({
      accuracy: 1,
      oosRecall: 1,
      trained: 10,
      tested: 2,
      intents: 2,
    });
    expect(json('intents', '--train', train, '--folds', '5')).toMatchObject({ folds: 5, tested: 10 });
    expect(json('intents', '--train', train, '--per-intent', '3')).toMatchObject({ trained: 6, tested: 4 });
  });

  it('takes what belongs nowhere as such, however it is written', () => {
    const strays = file('strays.jsonl', [
      { text: '月亮' },
      { text: '太阳', label: 'oos' },
      { text: '星星', label: null },
    ]);
    const mixed = file('mixed.jsonl', [
      { text: 'the price of it', label: 'price' },
      { text: '地球', label: 'out_of_scope' },
    ]);
    expect(json('intents', '--train', train, '--test', mixed, '--oos', strays)).toMatchObject({
      accuracy: 1,
      oosRecall: 1,
      tested: 1,
    });
    const shown = file('shown.jsonl', [...rows, ...['月亮', '太阳', '地球'].map((text) => ({ text, label: 'oos' }))]);
    expect(json('intents', '--train', shown, '--test', test, '--oos', strays)).toMatchObject({
      intents: 2,
      oosRecall: 1,
    });
  });

  it('reads files as other programs write them: byte order mark, CRLF, blank lines, one list', () => {
    const lines = rows.map((row) => JSON.stringify(row));
    const windows = file('windows.jsonl', [`\uFEFF\r\n${lines.join('\r\n\r\n')}\r\n`]);
    const list = file('list.json', [`\uFEFF${JSON.stringify(rows)}`]);
    expect(json('intents', '--train', windows, '--test', list)).toMatchObject({ accuracy: 1, trained: 10, tested: 10 });
    const { code, output } = evaluate(['intents', '--train', file('odd.json', ['[{"text": "a"}]']), '--test', test]);
    expect([code, output]).toEqual([1, expect.stringContaining('row 1: label')]);
  });

  it('measures sentiment', () => {
    const good = file('good.jsonl', [
      ...['很好', '好用', '喜欢'].map((text) => ({ text, label: 1 })),
      ...['很差', '难用', '讨厌'].map((text) => ({ text, label: 0 })),
    ]);
    expect(json('sentiment', '--train', good, '--test', good)).toMatchObject({ accuracy: 1, negativeF1: 1 });
    const words = file('words.jsonl', [
      { text: '很好', label: '正面' },
      { text: '很差', label: '负面' },
    ]);
    expect(json('sentiment', '--train', good, '--test', words)).toMatchObject({ accuracy: 1, negativeF1: 1 });
  });

  it('measures how comments are read, theme by theme; what is no theme is named', () => {
    const said = file('said.jsonl', [
      { text: '等了太久', feeling: 'negative', themes: { wait: 'negative' } },
      { text: '东西好用，快递太慢', feeling: 'neutral', themes: { quality: 'positive', price: 'negative' } },
    ]);
    expect(json('comments', said)).toMatchObject({
      precision: 0.6667,
      recall: 0.6667,
      exact: 0.5,
      themeFeeling: 1,
      themes: { wait: { precision: 1, recall: 1, n: 1 }, price: { recall: 0, n: 1 } },
    });
    const odd = file('odd-theme.jsonl', [{ text: 'a', feeling: 'negative', themes: { weather: 'negative' } }]);
    expect(evaluate(['comments', odd])).toMatchObject({ code: 1, output: expect.stringContaining('weather') });
    // Whoever changes the words sees it here: held out, and never tuned on.
    const held = json('comments', 'test/ai/commentsHeldOut.jsonl');
    expect(held.precision).toBeGreaterThan(0.85);
    expect(held.recall).toBeGreaterThan(0.8);
  });

  it('measures retrieval', () => {
    const documents = file('documents.jsonl', [
      { id: 'a', text: '怎么退货', title: null },
      { id: 'b', title: '保修', body: '保修两年' },
      { id: 3, text: 'shipping times' },
    ]);
    const queries = file('queries.jsonl', [
      { q: '退货', rel: ['a'] },
      { q: '保修几年', rel: ['b'] },
      { q: 'time of shipping', rel: [3] },
      { q: '月亮', rel: 'a' },
    ]);
    expect(json('retrieval', '--documents', documents, '--queries', queries)).toMatchObject({
      mrr10: 0.75,
      recall10: 0.75,
      documents: 3,
      queries: 4,
    });
    const pairs = file('pairs.jsonl', [
      { qid: 1, question: 'is it waterproof', candidate: 'waterproof: yes', label: 1 },
      { qid: 1, question: 'is it waterproof', candidate: 'colour: red', label: 0 },
      { qid: 2, question: 'how heavy', candidate: 'waterproof: yes', label: 0 },
    ]);
    expect(json('retrieval', '--pairs', pairs)).toMatchObject({ p1: 1, queries: 1 });
  });

  it('measures routing by dialog module', () => {
    const routing = file('routing.jsonl', [
      { text: '转人工', label: 'handoff' },
      { text: '你好', label: 'none' },
      { text: '谢谢', label: 'thanks' },
      { text: '再见', label: null },
      { text: 'the kettle is broken', label: 'complaints' },
    ]);
    expect(json('routing', routing)).toMatchObject({
      accuracy: 1,
      accuracyZh: 1,
      accuracyEn: 1,
      confusion: { handoff: { handoff: 1 }, none: { none: 3 } },
    });
    expect(evaluate(['routing', routing]).output).toContain('label \\ read');
  });

  it.each([
    [['nothing'], /can not be measured/],
    [[], /Say what to measure/],
    [['intents'], /--train FILE is missing/],
    [['intents', '--train', '/no/such/file', '--folds', '3'], /Can not read/],
    [['intents', '--train', file('bad.jsonl', ['{"text": 1}']), '--folds', '3'], /line 1: text/],
    [
      ['intents', '--train', file('worse.jsonl', [{ text: 'a', label: 'b' }, 'oops']), '--folds', '3'],
      /line 2: this is no JSON/,
    ],
    [['intents', '--train', file('empty.jsonl', []), '--folds', '3'], /holds no rows/],
    [['intents', '--train', train, '--folds', 'x'], /--folds must be a whole number/],
    [['intents', '--train', file('one.jsonl', [{ text: 'a', label: 'b' }]), '--test', test], /two labels/],
    [['routing'], /needs a FILE/],
    [['sentiment', '--train', train, '--test', test], /no label of feeling/],
    [['intents', '--nonsense'], /nonsense/],
    [['retrieval'], /--documents FILE is missing/],
  ])('refuses %j', (args, message) => {
    const { code, output } = evaluate(args);
    expect(code).toBe(1);
    expect(output).toMatch(message);
  });

  it('explains itself', () => {
    expect(evaluate(['--help'])).toMatchObject({ code: 0, output: expect.stringContaining('retrieval') });
  });
});

it('quantiles by nearest rank, F1 by its definition', () => {
  expect(quantile([3, 1, 2, 4], 0.5)).toBe(2);
  expect(quantile([1, 2, 3], 0.95)).toBe(3);
  expect(
    f1(
      [
        { truth: '0', guess: '0' },
        { truth: '0', guess: '1' },
        { truth: '1', guess: '0' },
        { truth: '1', guess: '1' },
      ],
      '0',
    ),
  ).toBe(0.5);
});
