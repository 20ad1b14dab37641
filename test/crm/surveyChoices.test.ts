import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countChoices } from '#crm/surveys/choiceCounts.ts';
import { freshItem, type Item, linesOf } from '#web/desk/surveys/choiceItems.ts';
import { definitionOf, freshQuestion, listOf, type SimpleQuestion } from '#web/desk/surveys/simpleList.ts';
import { withStored } from '#web/desk/surveys/storedChoices.ts';

const words = (zh: string, en: string) => ({ 'zh-cn': zh, default: en });
const definition = {
  title: 'kept',
  pages: [
    {
      name: 'page',
      elements: [
        {
          type: 'rating',
          name: 'score',
          isRequired: true,
          rateMin: 0,
          rateMax: 10,
          title: words('推荐吗', 'Recommend'),
        },
        {
          type: 'radiogroup',
          name: 'why',
          title: words('哪里', 'Where'),
          choices: [
            { value: 'goods', text: words('东西', 'Goods'), visibleIf: '{score} < 5' },
            { value: 'item2', text: words('送货', 'Delivery') },
            'price',
          ],
        },
      ],
    },
  ],
};
const listed = () => listOf(definition)!;
const withItems = (list: SimpleQuestion[], items: Item[]) =>
  definitionOf(
    list.map((question) => (question.name === 'why' ? { ...question, items } : question)),
    definition,
  );
const storedIn = (saved: unknown) => listOf(saved)!.find(({ name }) => name === 'why')!.items;

it('a list and its definition are the same, with all that the list does not show', () => {
  expect(definitionOf(listed(), definition)).toMatchObject(definition);
  expect(listOf(definitionOf(listed(), definition))).toEqual(listed());
});

it('a choice keeps what is stored of it when others go, move or are called otherwise', () => {
  const [goods, , price] = listed()[1]!.items as [Item, Item, Item];
  const saved = withItems(listed(), [price, { ...goods, zh: '货品' }]);
  expect(storedIn(saved)).toMatchObject([
    { value: 'price', zh: 'price' },
    { value: 'goods', zh: '货品', en: 'Goods', json: { visibleIf: '{score} < 5' } },
  ]);
  // Long gone, and its answers are there still.
  const gone = {
    elements: [{ name: 'why', type: 'radiogroup', choices: [{ value: 'c_once', text: words('包装', 'Packing') }] }],
  };
  const draws = ['once', 'now'];
  const again = freshItem({ name: 'why', items: storedIn(saved) }, [saved, gone], words2('价格'), () => draws.shift()!);
  expect(again).toEqual({ value: 'c_now', zh: '价格', en: '价格' });
  expect(freshItem({ name: 'other', items: [] }, [saved, gone], words2('价格'), () => 'once').value).toBe('c_once');
});

it('a question has a name that none of the survey ever had', () => {
  const q = (name: string) => ({ elements: [{ type: 'comment', name, title: '?' }] });
  expect(freshQuestion('radiogroup', listed(), [q('q3'), q('q4')]).name).toBe('q5');
});

it('lines that are pasted', () => {
  expect(linesOf('快 | Quick\n\n 便宜|Cheap\n好看')).toEqual([
    { zh: '快', en: 'Quick' },
    { zh: '便宜', en: 'Cheap' },
    { zh: '好看', en: '好看' },
  ]);
});

/** What a manager does to the choices, and saves now and then. */
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), words: fc.string({ maxLength: 4 }) }),
  fc.record({ do: fc.constantFrom('drop' as const, 'rename' as const, 'move' as const), at: fc.nat(9), to: fc.nat(9) }),
  fc.record({ do: fc.constant('save' as const) }),
);

it('no stored value ever moves to another choice, nor comes back as another, and all answers are counted where they belong', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.infiniteStream(fc.nat(99)), (steps, draws) => {
      const history: unknown[] = [definition];
      let items = storedIn(definition);
      /** Which choice a value stands for: given once, by the manager's own act of adding it. */
      const meaning = new Map<unknown, number>();
      const identity = items.map((_, i) => i);
      let made = identity.length;
      const answers: Record<string, unknown>[] = [];
      const chosen = new Map<number, number>();
      const save = () => {
        history.unshift(withItems(listed(), items));
        items = storedIn(history[0]);
        expect(new Set(items.map(({ value }) => value)).size).toBe(items.length);
        for (const [i, { value }] of items.entries()) {
          expect(meaning.get(value) ?? identity[i]).toBe(identity[i]);
          meaning.set(value, identity[i]!);
          answers.push({ why: value });
          chosen.set(identity[i]!, (chosen.get(identity[i]!) ?? 0) + 1);
        }
      };
      for (const act of steps) {
        if (act.do === 'save') save();
        else if (act.do === 'add') {
          const draw = () => String(draws.next().value);
          items = [...items, freshItem({ name: 'why', items }, history, words2(act.words), draw)];
          identity.push(made++);
        } else if (items.length > 0) {
          const at = act.at % items.length;
          if (act.do === 'rename') items = items.map((item, i) => (i === at ? { ...item, zh: `新${act.to}` } : item));
          else {
            const [[item], [who]] = [items.splice(at, 1), identity.splice(at, 1)];
            if (act.do === 'move') {
              items.splice(act.to % (items.length + 1), 0, item!);
              identity.splice(act.to % (identity.length + 1), 0, who!);
            }
          }
        }
      }
      save();
      const [question] = countChoices(history, answers).filter(({ name }) => name === 'why');
      for (const { value, count } of question?.choices ?? [])
        expect(count).toBe(chosen.get([...meaning].find(([stored]) => String(stored) === value)?.[1] ?? -1) ?? 0);
      expect((question?.choices ?? []).reduce((total, { count }) => total + count, 0)).toBe(answers.length);
    }),
    { numRuns: 150 },
  );
});

it('old and new answers of a choice are one count, under its newest words; what went is told apart', () => {
  const before = {
    elements: [
      {
        type: 'checkbox',
        name: 'why',
        title: '?',
        choices: [
          { value: 'a', text: '价格' },
          { value: 'b', text: '包装' },
        ],
      },
      { type: 'boolean', name: 'again', title: '还买吗' },
    ],
  };
  const after = {
    elements: [
      {
        type: 'checkbox',
        name: 'why',
        title: '哪里',
        choices: [
          { value: 'c', text: '送货' },
          { value: 'a', text: '价钱' },
        ],
      },
    ],
  };
  const answers = [{ why: ['a', 'b'] }, { why: ['a', 'a'] }, { why: ['c'], again: true }, {}];
  expect(countChoices([after, before], answers)).toMatchObject([
    {
      name: 'why',
      title: { zh: '哪里' },
      n: 3,
      choices: [
        { value: 'c', text: { zh: '送货' }, count: 1, current: true },
        { value: 'a', text: { zh: '价钱' }, count: 2, current: true },
        { value: 'b', text: { zh: '包装' }, count: 1, current: false },
      ],
    },
    { name: 'again', n: 1, choices: [{ value: 'true', count: 1, current: false }] },
  ]);
});

it('what a survey asks by and what is gone stays in its select', () => {
  const existing = [{ value: 'gold', label: '金卡' }];
  const gone = (key: string) => `${key}?`;
  expect(withStored(existing, ['gold', 'jade'], gone)).toEqual([...existing, { value: 'jade', label: 'jade?' }]);
  expect(withStored(undefined, ['gold'], gone)).toEqual([{ value: 'gold', label: 'gold' }]);
});

function words2(zh: string) {
  return { zh, en: zh };
}
