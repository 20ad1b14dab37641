import { type Element, elementsOf, type Json, namesIn } from './elements.ts';
import { type Problem, problem } from './problem.ts';

const conditions = [
  'visibleIf',
  'enableIf',
  'requiredIf',
  'choicesVisibleIf',
  'choicesEnableIf',
  'setValueIf',
  'resetValueIf',
];
const expressions = ['setValueExpression', 'defaultValueExpression', 'minValueExpression', 'maxValueExpression'];

/**
 * Whether every condition looks at questions that were asked before: a survey that waits for its own answers, or goes back,
 * would never end. `skip` triggers are looked at for this alone (they are refused anyway).
 */
export function branchingProblems(definition: Json): Problem[] {
  const elements = elementsOf(definition);
  const place = new Map(elements.map(({ name }, i) => [name, i]));
  const problems: Problem[] = [];
  const looksAt = elements.map((element, i) => {
    const seen = new Set<number>();
    for (const [key, expression] of expressionsOf(element)) {
      for (const name of namesIn(expression)) {
        const other = placeOf(place, name);
        const path = `${element.path}.${key}`;
        if (other === undefined) problems.push(unknownQuestion(path, name));
        else {
          seen.add(other);
          if (other >= i && key !== 'choicesVisibleIf') problems.push(lateQuestion(path, name, element.name));
        }
      }
    }
    return [...seen];
  });
  const loop = cycleIn(looksAt);
  if (loop) {
    const names = [...loop, loop[0]!].map((i) => elements[i]!.name).join(' → ');
    return [
      loopProblem(`${elements[loop[0]!]!.path}.visibleIf`, names),
      ...problems.filter(({ code }) => code !== 'loop'),
    ];
  }
  return [...problems, ...backwardJumps(definition, place)];
}

function expressionsOf({ json, around }: Element): [key: string, expression: string][] {
  const own = [...conditions, ...expressions].flatMap((key): [string, string][] => {
    const value = json[key];
    return typeof value === 'string' ? [[key, value]] : [];
  });
  return [...own, ...around.map((expression): [string, string] => ['visibleIf', expression])];
}

/** `food.lunch` and `words[0]` are parts of food and words. */
const placeOf = (place: Map<string, number>, name: string): number | undefined =>
  place.get(name) ?? place.get(name.split(/[.[]/)[0]!);

const unknownQuestion = (path: string, name: string): Problem =>
  problem(
    path,
    'unknownQuestion',
    `It looks at “${name}”, but no question has that name.`,
    `条件里的“${name}”不是任何一题的名称。`,
  );

const lateQuestion = (path: string, name: string, own: string): Problem =>
  problem(
    path,
    'loop',
    name === own
      ? `“${own}” waits for its own answer.`
      : `“${own}” looks at “${name}”, which is asked only later: look at earlier questions.`,
    name === own ? `“${own}”要等自己的答案。` : `“${own}”要看“${name}”的答案，而那一题在后面才问：只能看前面的题。`,
  );

const loopProblem = (path: string, names: string): Problem =>
  problem(
    path,
    'loop',
    `These questions wait for each other: ${names}. None would ever be asked.`,
    `这几题互相等待：${names}，谁也问不到。`,
  );

function cycleIn(looksAt: number[][]): number[] | undefined {
  const state = new Array<'new' | 'open' | 'done'>(looksAt.length).fill('new');
  const path: number[] = [];
  const visit = (i: number): number[] | undefined => {
    if (state[i] === 'done') return undefined;
    if (state[i] === 'open') return path.slice(path.indexOf(i));
    state[i] = 'open';
    path.push(i);
    for (const next of looksAt[i]!) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    state[i] = 'done';
    return undefined;
  };
  for (const i of looksAt.keys()) {
    const cycle = visit(i);
    if (cycle) return cycle;
  }
  return undefined;
}

function backwardJumps(definition: Json, place: Map<string, number>): Problem[] {
  const jumps = Array.isArray(definition.triggers) ? definition.triggers : [];
  return jumps.flatMap((trigger: Json, i) => {
    if (trigger?.type !== 'skip' || typeof trigger.gotoName !== 'string') return [];
    const from = namesIn(String(trigger.expression ?? '')).map((name) => placeOf(place, name) ?? -1);
    const to = place.get(trigger.gotoName);
    return to !== undefined && Math.max(...from, -1) >= to
      ? [
          problem(
            `triggers[${i}].gotoName`,
            'loop',
            `It goes back to “${trigger.gotoName}”, which was asked before: the survey would go round in a circle.`,
            `它会跳回前面的“${trigger.gotoName}”：问卷会绕圈子。`,
          ),
        ]
      : [];
  });
}
