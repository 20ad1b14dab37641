import { describe, expect, test } from 'vitest';
import { check } from '#crm/surveys/check.ts';
import { Questionnaire } from '#crm/surveys/questionnaire.ts';
import { readySurveys } from '#crm/surveys/readySurveys.ts';

const both = (text: string) => ({ default: text, 'zh-cn': `${text}。` });
const score = { type: 'rating', name: 'score', title: both('How?'), isRequired: true, rateMax: 5 };
const ask = (...elements: object[]) => ({ elements });
const codes = async (definition: unknown, metric = 'none') => (await check(definition, metric)).map(({ code }) => code);

describe('a definition', () => {
  test.each(readySurveys.map((survey) => [survey.key, survey] as const))(
    'that comes with the house is sound: %s',
    async (_key, survey) => {
      expect(await check(survey.definition, survey.metric)).toEqual([]);
    },
  );

  test.each<[string, unknown, string, string?]>([
    ['no survey', 'hello', 'notSurvey'],
    ['no question', { pages: [] }, 'noQuestion'],
    [
      'a loop of two',
      ask(
        { type: 'comment', name: 'a', title: both('A'), visibleIf: '{b} = 1' },
        { type: 'comment', name: 'b', title: both('B'), visibleIf: '{a} = 1' },
      ),
      'loop',
    ],
    ['itself', ask({ type: 'comment', name: 'a', title: both('A'), visibleIf: '{a} notempty' }), 'loop'],
    [
      'a later question',
      ask(
        { type: 'comment', name: 'a', title: both('A'), visibleIf: '{b} = 1' },
        { type: 'comment', name: 'b', title: both('B') },
      ),
      'loop',
    ],
    [
      'a loop of pages',
      {
        pages: [
          { name: 'one', visibleIf: '{b} = 1', elements: [{ type: 'comment', name: 'a', title: both('A') }] },
          { name: 'two', visibleIf: '{a} = 1', elements: [{ type: 'comment', name: 'b', title: both('B') }] },
        ],
      },
      'loop',
    ],
    [
      'a jump back',
      {
        ...ask(score, { type: 'comment', name: 'b', title: both('B') }),
        triggers: [{ type: 'skip', expression: '{b} = 1', gotoName: 'score' }],
      },
      'loop',
    ],
    [
      'a question that is not there',
      ask({ type: 'comment', name: 'a', title: both('A'), visibleIf: '{zzz} = 1' }),
      'unknownQuestion',
    ],
    [
      'a condition that is none',
      ask(score, { type: 'comment', name: 'a', title: both('A'), visibleIf: '{score} >> ((' }),
      'badExpression',
    ],
    ['a script in a title', ask({ type: 'comment', name: 'a', title: both('<script>alert(1)</script>') }), 'script'],
    [
      'a picture with a script',
      ask({ type: 'comment', name: 'a', title: both('<img src=x onerror=alert(1)>') }),
      'script',
    ],
    ['a link with a script', ask({ type: 'comment', name: 'a', title: both('[x](javascript:alert(1))') }), 'script'],
    [
      '10,000 choices',
      ask({ type: 'radiogroup', name: 'a', title: both('A'), choices: Array.from({ length: 10_000 }, (_, i) => i) }),
      'tooMany',
    ],
    [
      '51 questions',
      ask(...Array.from({ length: 51 }, (_, i) => ({ type: 'comment', name: `q${i}`, title: both('A') }))),
      'tooMany',
    ],
    ['100 kB', ask({ type: 'comment', name: 'a', title: both('A'), description: 'x'.repeat(101_000) }), 'tooLarge'],
    ['an endless nest', JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`), 'tooDeep'],
    ['an unknown type', ask({ type: 'signaturepad', name: 'a', title: both('A') }), 'unknownType'],
    ['a slip of the pen', ask({ ...score, isRequred: true }), 'unknownProperty'],
    [
      'something from the network',
      ask({ type: 'dropdown', name: 'a', title: both('A'), choicesByUrl: { url: 'https://example.com' } }),
      'unsupported',
    ],
    ['two of a name', ask(score, { ...score }), 'name'],
    ['no choices', ask({ type: 'radiogroup', name: 'a', title: both('A') }), 'noChoices'],
    ['no metric question', ask({ type: 'comment', name: 'a', title: both('A') }), 'metricQuestion', 'csat'],
    ['an optional metric question', ask({ ...score, isRequired: false }), 'metricQuestion', 'csat'],
    ['another scale', ask(score), 'metricScale', 'nps'],
    ['one language', ask({ ...score, title: 'How?' }), 'untranslated'],
  ])('%s', async (_name, definition, code, metric) => {
    const problems = await check(definition, metric ?? 'none');
    expect(problems.map((one) => one.code)).toContain(code);
    for (const { message } of problems) expect(message.zh && message.en).toBeTruthy();
  });

  test('of a hundred kB is looked at quickly', async () => {
    const choices = Array.from({ length: 100 }, (_, i) => ({ value: i, text: both(`choice ${i}`) }));
    const many = Array.from({ length: 10 }, (_, i) => ({
      type: 'radiogroup',
      name: `q${i}`,
      title: both('A'),
      choices,
    }));
    expect(await codes(ask(...many))).toEqual([]);
  });
});

describe('a questionnaire', () => {
  const form = () =>
    Questionnaire.of(
      ask(
        score,
        {
          type: 'checkbox',
          name: 'what',
          title: both('What?'),
          choices: ['a', 'b', 'c'],
          maxSelectedChoices: 2,
          visibleIf: '{score} <= 3',
        },
        {
          type: 'matrix',
          name: 'parts',
          title: both('Parts'),
          rows: ['x', 'y'],
          columns: [1, 2],
          isAllRowRequired: true,
        },
        { type: 'text', name: 'mail', title: both('Mail'), inputType: 'email' },
      ),
      'zh',
    );
  const places = (questions: { place: string }[]) => questions.map(({ place }) => place);

  test('asks by what was answered, a matrix by rows', async () => {
    const one = await form();
    expect(places(one.open({}))).toEqual(['score', 'parts/x', 'parts/y', 'mail']);
    expect(places(one.open({ score: 2, parts: { x: 1 } }, ['mail']))).toEqual(['what', 'parts/y']);
    expect(one.first({})).toMatchObject({
      title: 'How?。',
      kind: 'scale',
      choices: [1, 2, 3, 4, 5].map((value) => ({ value })),
    });
  });

  test('takes what fits and says in words what does not', async () => {
    const one = await form();
    const at = (place: string) => one.at(place, { score: 2 })!;
    expect(one.with({}, at('score'), 9)).toHaveProperty('problem');
    expect(one.with({ score: 2 }, at('what'), ['a', 'b', 'c'])).toHaveProperty('problem');
    expect(one.with({ score: 2 }, at('mail'), 'nobody')).toEqual({ problem: expect.stringContaining('Email') });
    expect(one.with({ score: 2 }, at('parts/x'), 1)).toEqual({ answers: { score: 2, parts: { x: 1 } } });
  });

  test('of a page keeps what was asked and nothing else', async () => {
    const one = await form();
    const given = { score: 5, what: ['a'], parts: { x: 1, y: 2 }, mail: '  ', junk: '<script>', toString: 1 };
    expect(one.complete(given)).toEqual({ answers: { score: 5, parts: { x: 1, y: 2 } }, problems: [] });
    expect(places(one.complete({ score: 'x', parts: { x: 7 } }).problems)).toEqual(['score', 'parts']);
    expect(places(one.complete({}).problems)).toEqual(['score', 'parts']);
  });
});
