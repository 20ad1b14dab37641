import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate } from '#bot/commands/evaluate.ts';
import { catalogueFromDatabase } from '#bot/commands/evaluation/databaseCatalogue.ts';

const folder = mkdtempSync(join(tmpdir(), 'attributes-'));
afterAll(() => rmSync(folder, { recursive: true }));
const database = join(folder, 'database');
mkdirSync(database);
const entry = (name: string, more: Record<string, unknown>) => [name, { 名称: name, ...more }];
writeFileSync(
  join(database, 'places.json'),
  `\uFEFF${JSON.stringify([
    entry('柳岸茶室', {
      领域: '茶馆',
      地址: '柳浪路 12 号',
      电话: '0571-1234567,0571-7654321',
      人均消费: 48,
      评分: 4.6,
      营业时间: '9:00-22:00',
      推荐茶点: ['桂花糕', '龙井酥'],
      茶馆设施: ['包间', '停车位'],
      周边码头: ['三号码头'],
    }),
    entry('听雨轩', {
      领域: '茶馆',
      地址: '南山路 3 号',
      电话: '0571-2222222',
      人均消费: 90,
      评分: null,
      营业时间: '全天',
      推荐茶点: ['定胜糕'],
      茶馆设施: ['包间', '投影'],
      周边码头: [],
    }),
    entry('三号码头', {
      领域: '码头',
      地址: '湖滨路 1 号',
      票价: 0,
      游览时间: '1小时',
      周边茶馆: ['柳岸茶室'],
      可停船: true,
      泊位: { 东: 3 },
    }),
  ])}`,
);
const broken = join(folder, 'broken');
mkdirSync(broken);
writeFileSync(join(broken, 'half.json'), '[["a", {');
const shown = ['想喝茶，推荐一家吧', '去柳岸茶室吧，周边码头有三号码头。'];

function measure(rows: { q: string; history?: string[] | null; gold: unknown }[]) {
  const questions = join(folder, 'questions.jsonl');
  writeFileSync(questions, rows.map((row) => JSON.stringify(row)).join('\n'));
  const { code, output } = evaluate([
    'attributes',
    '--database',
    database,
    '--questions',
    questions,
    '--mistakes',
    '--json',
  ]);
  expect(output).not.toContain('\n');
  expect(code).toBe(0);
  return JSON.parse(output) as { accuracy: number; mistakes: unknown[]; tested: number };
}

describe('evaluate attributes', () => {
  it('reads a folder of places as a catalogue', () => {
    const catalogue = catalogueFromDatabase(database);
    expect(catalogue.products.map(({ name, categoryKey }) => [name.zh, categoryKey])).toEqual([
      ['柳岸茶室', '茶馆'],
      ['听雨轩', '茶馆'],
      ['三号码头', '码头'],
    ]);
    expect(catalogue.products[0]!.attributes.电话).toEqual(['0571-1234567', '0571-7654321']);
    expect(catalogue.products[1]!.attributes).not.toHaveProperty('评分');
    expect(catalogue.attributes.find(({ key }) => key === '推荐茶点')?.kind).toBe('list');
  });

  it.each([
    ['柳岸茶室在哪里呀？', [], ['柳浪路12号']],
    ['听雨轩一个人大概多少钱', [], ['90元']],
    ['它家几点开门？', shown, ['9:00-22:00']],
    ['口碑好吗，有几分？', shown, ['4.6分']],
    ['怎么联系他们？', shown, ['0571-1234567 0571-7654321']],
    ['这个码头要票吗', shown, ['免费']],
    ['那个茶馆人均多少', [...shown, '三号码头能逛多久', '1小时'], [48]],
    ['能逛多久？', [...shown, '那去三号码头看看'], ['1小时']],
    ['有没有停车位', shown, ['是']],
    ['有投影吗？', shown, ['否']],
    ['茶点推荐什么？', shown, ['龙井酥', '桂花糕']],
    ['听雨轩评分多少', [], ['无']],
  ])('%s', (q, history, gold) => {
    expect(measure([{ q, history, gold }])).toMatchObject({ accuracy: 1, mistakes: [] });
  });

  it('takes one value for a list of one, no history for none, and passes over what has no gold', () => {
    const { accuracy, tested } = measure([
      { q: '柳岸茶室在哪里', history: null, gold: '柳浪路12号' },
      { q: '三号码头可停船吗', gold: ['可以'] },
      { q: '三号码头的泊位', gold: [] },
    ]);
    expect([accuracy, tested]).toEqual([1, 2]);
  });

  it('counts what is not answered as wrong, and says what was told instead', () => {
    const result = measure([
      { q: '柳岸茶室在哪里', gold: ['南山路 3 号'] },
      { q: '柳岸茶室在哪里', gold: ['柳浪路 12 号'] },
      { q: '在哪里', gold: ['柳浪路 12 号'] },
      { q: '柳岸茶室有桂花糕和绿豆糕吗', gold: ['桂花糕', '绿豆糕'] },
    ]);
    expect(result.accuracy).toBe(0.25);
    expect(result.mistakes).toContainEqual(
      expect.objectContaining({ product: '柳岸茶室', told: ['地址: 柳浪路 12 号'] }),
    );
  });

  it.each([
    [['attributes'], /--database FILE is missing/],
    [['attributes', '--database', '/no/such', '--questions', 'x'], /Can not read the folder/],
    [['attributes', '--database', folder, '--questions', 'x'], /no \*\.json file/],
    [['attributes', '--database', broken, '--questions', 'x'], /half\.json: this is no JSON/],
  ])('explains %j', (args, message) => {
    const { code, output } = evaluate(args);
    expect(code).toBe(1);
    expect(output).toMatch(message);
  });
});
