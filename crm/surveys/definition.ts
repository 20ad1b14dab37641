import { branchingProblems } from './branching.ts';
import { type Element, elementsOf, isObject, type Json } from './elements.ts';
import { scaleOf } from './metrics.ts';
import { type Problem, problem } from './problem.ts';

/** What a definition may hold at most. */
export const LIMITS = { bytes: 100_000, depth: 10, questions: 50, choices: 100, rows: 20, text: 2000 } as const;

/** The question whose answer is the metric's score. */
export const SCORE = 'score';
/** The question whose answer stands beside the score in lists. */
export const COMMENT = 'comment';

/** What can be asked in a chat as well as on a page. */
export const questionTypes = [
  'rating',
  'radiogroup',
  'dropdown',
  'checkbox',
  'tagbox',
  'boolean',
  'text',
  'comment',
  'matrix',
] as const;

const inputTypes = ['text', 'number', 'email', 'tel', 'date', 'url'];
/** They load something, run something or leave the page. */
const refused = [
  'choicesByUrl',
  'navigateToUrl',
  'navigateToUrlOnCondition',
  'completedHtml',
  'completedHtmlOnCondition',
  'loadingHtml',
  'completedBeforeHtml',
  'html',
  'logo',
  'triggers',
  'calculatedValues',
  'valuePropertyName',
  'templateElements',
  'customFunctions',
];
const active = /<\s*\/?\s*[a-z!][^>]*>|javascript\s*:|data\s*:\s*text\/html|\bon[a-z]{3,}\s*=/i;
/** Whether something in a text could run, load or lead elsewhere. */
export const isActive = (text: string): boolean => active.test(text);
const nameShape = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;

/** Everything that is wrong with a definition that comes from anywhere: its shape, its size, its words, its branching, its metric. */
export function problemsOf(definition: unknown, metric: string): Problem[] {
  if (!isObject(definition))
    return [
      problem(
        '',
        'notSurvey',
        'This is no survey: write a JSON object with “pages” or “elements”.',
        '这不是问卷：请写一个带有 pages 或 elements 的 JSON 对象。',
      ),
    ];
  if (isDeeper(definition, LIMITS.depth))
    return [
      problem('', 'tooDeep', `It is nested more than ${LIMITS.depth} levels deep.`, `嵌套超过 ${LIMITS.depth} 层。`),
    ];
  const bytes = Buffer.byteLength(JSON.stringify(definition));
  if (bytes > LIMITS.bytes)
    return [
      problem(
        '',
        'tooLarge',
        `It is ${Math.ceil(bytes / 1000)} kB; ${LIMITS.bytes / 1000} kB is the limit.`,
        `有 ${Math.ceil(bytes / 1000)} kB，上限是 ${LIMITS.bytes / 1000} kB。`,
      ),
    ];
  const elements = elementsOf(definition);
  return [
    ...wordProblems(definition, ''),
    ...refusedProblems(definition),
    ...(elements.length === 0
      ? [problem('pages', 'noQuestion', 'It asks nothing: add a question.', '一个问题也没有：请加一题。')]
      : []),
    ...(elements.length > LIMITS.questions
      ? [
          problem(
            'pages',
            'tooMany',
            `${elements.length} questions; ${LIMITS.questions} is the limit, and three is better.`,
            `有 ${elements.length} 题，上限 ${LIMITS.questions} 题，三题更好。`,
          ),
        ]
      : []),
    ...nameProblems(elements),
    ...elements.flatMap(questionProblems),
    ...branchingProblems(definition),
    ...metricProblems(elements, metric),
  ];
}

/** Looks no deeper than it must: a definition may be nested without end. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

/** Words are words: nothing in them runs, and none is endless. */
function wordProblems(value: unknown, path: string): Problem[] {
  if (typeof value === 'string') {
    if (value.length > LIMITS.text)
      return [problem(path, 'tooLong', `Longer than ${LIMITS.text} characters.`, `超过 ${LIMITS.text} 个字。`)];
    return isActive(value)
      ? [
          problem(
            path,
            'script',
            'Only plain words here: no HTML, no script, no such link.',
            '这里只能写文字：不能有 HTML、脚本或这样的链接。',
          ),
        ]
      : [];
  }
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((item, i) => wordProblems(item, `${path}[${i}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => wordProblems(item, path ? `${path}.${key}` : key));
}

function refusedProblems(value: unknown, path = ''): Problem[] {
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((item, i) => refusedProblems(item, `${path}[${i}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const at = path ? `${path}.${key}` : key;
    if (refused.includes(key) && item !== undefined && !(Array.isArray(item) && item.length === 0))
      return [
        problem(
          at,
          'unsupported',
          `“${key}” is not used here: questions appear by “visibleIf”, which works in the chat, too.`,
          `这里不用“${key}”：题目用 visibleIf 来显示，聊天里也有效。`,
        ),
      ];
    return refusedProblems(item, at);
  });
}

function nameProblems(elements: Element[]): Problem[] {
  const seen = new Set<string>();
  return elements.flatMap(({ name, path }) => {
    if (!nameShape.test(name))
      return [
        problem(
          `${path}.name`,
          'name',
          'Give it a name of Latin letters and digits, e.g. “delivery”.',
          '请用英文字母和数字起名，例如 delivery。',
        ),
      ];
    if (seen.has(name))
      return [problem(`${path}.name`, 'name', `There is another question “${name}”.`, `已经有一题叫“${name}”。`)];
    seen.add(name);
    return [];
  });
}

function questionProblems({ json, path, type }: Element): Problem[] {
  if (!(questionTypes as readonly string[]).includes(type))
    return [
      problem(
        `${path}.type`,
        'unknownType',
        `“${type || 'nothing'}” cannot be asked in a chat: use ${questionTypes.join(', ')}.`,
        `“${type || '空'}”这种题没法在聊天里问，可用：${questionTypes.join('、')}。`,
      ),
    ];
  const problems: Problem[] = [];
  const counted = (key: string, limit: number, needed: boolean) => {
    const list = json[key];
    const n = Array.isArray(list) ? list.length : 0;
    if (n > limit)
      problems.push(
        problem(`${path}.${key}`, 'tooMany', `${n} of them; ${limit} is the limit.`, `有 ${n} 个，上限 ${limit} 个。`),
      );
    if (needed && n === 0)
      problems.push(problem(`${path}.${key}`, 'noChoices', 'There is nothing to choose from.', '没有可选的内容。'));
  };
  counted('choices', LIMITS.choices, ['radiogroup', 'dropdown', 'checkbox', 'tagbox'].includes(type));
  counted('rateValues', LIMITS.choices, false);
  counted('rows', LIMITS.rows, type === 'matrix');
  counted('columns', LIMITS.choices, type === 'matrix');
  if (type === 'rating') problems.push(...rateProblems(json, path));
  if (type === 'text' && json.inputType !== undefined && !inputTypes.includes(String(json.inputType)))
    problems.push(
      problem(
        `${path}.inputType`,
        'unsupported',
        `Use one of ${inputTypes.join(', ')}.`,
        `可用：${inputTypes.join('、')}。`,
      ),
    );
  for (const [i, validator] of (Array.isArray(json.validators) ? json.validators : []).entries())
    if (
      isObject(validator) &&
      !['numeric', 'text', 'email', 'answercount', 'expression'].includes(String(validator.type))
    )
      problems.push(
        problem(
          `${path}.validators[${i}]`,
          'unsupported',
          'Check by numeric, text, email, answercount or expression.',
          '可用的校验：numeric、text、email、answercount、expression。',
        ),
      );
  return problems;
}

function rateProblems(json: Json, path: string): Problem[] {
  const [min, max] = [json.rateMin ?? 1, json.rateMax ?? 5];
  const sound =
    Number.isInteger(min) && Number.isInteger(max) && Number(max) > Number(min) && Number(max) - Number(min) <= 20;
  return sound
    ? []
    : [
        problem(
          `${path}.rateMax`,
          'tooMany',
          'A scale goes from one whole number to a higher one, 20 steps at most.',
          '评分要从一个整数到更大的整数，最多 20 级。',
        ),
      ];
}

/** The metric's question is a rating named `score`, on the metric's scale, and must be answered. */
function metricProblems(elements: Element[], metric: string): Problem[] {
  const scale = scaleOf(metric);
  if (!scale) return [];
  const named = elements.find(({ name }) => name === SCORE);
  const [upper, range] = [metric.toUpperCase(), `${scale.min}–${scale.max}`];
  if (named?.type !== 'rating')
    return [
      problem(
        'pages',
        'metricQuestion',
        `${upper} needs a rating named “${SCORE}” from ${scale.min} to ${scale.max}.`,
        `${upper} 需要一道名为“${SCORE}”的评分题，${range}。`,
      ),
    ];
  const values =
    Array.isArray(named.json.rateValues) && named.json.rateValues.length > 0
      ? named.json.rateValues
          .map((value: unknown) => Number(isObject(value) ? value.value : value))
          .sort((a, b) => a - b)
      : Array.from(
          { length: Math.min(100, Number(named.json.rateMax ?? 5) - Number(named.json.rateMin ?? 1) + 1) },
          (_, i) => Number(named.json.rateMin ?? 1) + i,
        );
  const wanted = Array.from({ length: scale.max - scale.min + 1 }, (_, i) => scale.min + i);
  const problems = [];
  if (JSON.stringify(values) !== JSON.stringify(wanted))
    problems.push(
      problem(
        named.path,
        'metricScale',
        `${upper} is asked from ${scale.min} to ${scale.max} in whole steps: scales are never mixed.`,
        `${upper} 只能按 ${range} 的整数来问，量表不能混用。`,
      ),
    );
  if (named.json.isRequired !== true || named.json.visibleIf || named.around.length > 0)
    problems.push(
      problem(
        named.path,
        'metricQuestion',
        `“${SCORE}” must be required and always asked; else its figure says nothing.`,
        `“${SCORE}”必须是必答题，而且总要问到，否则数字没有意义。`,
      ),
    );
  return problems;
}
